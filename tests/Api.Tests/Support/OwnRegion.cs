using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence.Training;

namespace Opora.Api.Tests.Support;

/// <summary>
/// A region with one of everything that routes name by an id, and a caller of every role: what the tests over all routes start from.
/// A new kind of id is told here once.
/// </summary>
public sealed partial class OwnRegion
{
    private const string Table = "Предмет;2019;2018;2017\nРусский язык;73,4;70;69\nМатематика;55,1;50;49\nФизика;61;60;59\n";

    private readonly Dictionary<Role, HttpClient> _callers = [];
    private readonly List<(string Prefix, string Parameter, string Value)> _ids = [];

    private OwnRegion(Given given) => Given = given;

    /// <summary>The region.</summary>
    public Given Given { get; }

    /// <summary>Where the school stands.</summary>
    public Municipality Place { get; private set; } = null!;

    /// <summary>Another municipality of the region.</summary>
    public Municipality OtherPlace { get; private set; } = null!;

    /// <summary>An open school, in its first version.</summary>
    public School School { get; private set; } = null!;

    /// <summary>Another school of the same municipality.</summary>
    public School OtherSchool { get; private set; } = null!;

    /// <summary>A list that holds the school.</summary>
    public Cohort Cohort { get; private set; } = null!;

    /// <summary>Somebody of the school who also coordinates its municipality.</summary>
    public Guid Colleague { get; private set; }

    /// <summary>The education centre of the municipality.</summary>
    public Guid Centre { get; private set; }

    /// <summary>A set of indicators with one period, open.</summary>
    public IndicatorSet Set { get; private set; } = null!;

    /// <summary>An indicator of the set that schools type: a share of a calendar year.</summary>
    public Indicator Indicator { get; private set; } = null!;

    /// <summary>A teacher of the school with a post at the other one.</summary>
    public Teacher Teacher { get; private set; } = null!;

    /// <summary>A course of the municipality.</summary>
    public Course Course { get; private set; } = null!;

    /// <summary>The teacher on a run of the course that goes on.</summary>
    public Enrolment Enrolment { get; private set; } = null!;

    /// <summary>A place for internships at the other school.</summary>
    public InternshipSite Site { get; private set; } = null!;

    /// <summary>An event of the municipality, announced for a day that is over.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The teacher in an association of the municipality.</summary>
    public AssociationMember Membership { get; private set; } = null!;

    /// <summary>A deficit of the region's dictionary: the one that examples name.</summary>
    public Deficit Deficit { get; private set; } = null!;

    /// <summary>A request for a specialist, assigned to the centre, with a session planned.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>An import of the operator that waits for a person.</summary>
    public JsonElement Import { get; private set; }

    /// <summary>Makes it; within a region that is there, the same things of another municipality.</summary>
    public static async Task<OwnRegion> Make(ApiFactory api, OwnRegion? neighbour = null)
    {
        var given = neighbour?.Given ?? await Given.Region(api);
        var own = new OwnRegion(given) { Place = await given.Municipality(), OtherPlace = await given.Municipality("Агрызский район") };
        own.School = await given.School(own.Place);
        own.OtherSchool = await given.School(own.Place, "СОШ № 8");
        own.Cohort = await given.Cohort(neighbour is null ? "2018" : "2019", (own.School, SupportCategory.LowResults));
        own.Import = await (await own.Caller(Role.Operator)).Import("exam-results", Table, "&confirm=true");
        var mapping = new ImportMapping(
            new ImportAsker(Actor.System, Scope.OfRegion(given.RegionCode)),
            ImportKind.ExamResults,
            neighbour is null ? "ЕГЭ" : "ЕГЭ соседа",
            "предмет",
            new MappingSpec(),
            api.Clock.GetUtcNow().UtcDateTime
        );
        var colleague = await given.Person(
            id => Grant.InSchool(id, Role.School, own.School),
            id => Grant.InMunicipality(id, Role.Coordinator, own.Place)
        );
        own.Colleague = colleague.Id;
        var grantId = Guid.Empty;
        await given.InRegion(async db =>
            grantId = await db.Grants.Where(g => g.HolderId == colleague.Id && g.Role == Role.School).Select(g => g.Id).SingleAsync()
        );
        var centre = new Organisation(
            given.RegionCode,
            own.Place.Code,
            new OrganisationFacts("МОЦ", null, OrganisationKind.EducationCentre, [], null, null)
        );
        var member = centre.Employ(new StaffFacts("Методист", "методист", [], null));
        await given.Save(mapping, centre);
        own.Centre = centre.Id;
        if (neighbour is null)
            await given.Save(new RegionLogo(given.RegionCode, [0xFF, 0xD8, 0xFF]));
        var result = own.School.In(2020, 70);
        await given.Results(result);
        var watched = await own.Watch(neighbour is null ? "own" : "neighbour");
        var client = given.Client(Role.Integration);
        await given.Save(client);
        var me = (await (await own.Caller(Role.Operator)).GetJson("/api/v1/me")).GetProperty("id").GetGuid();
        var view = new SavedView(me, given.RegionCode, ViewScreen.Schools, "Отбор", "state=Open", shared: true);
        var told = new Notification(me, NotificationKind.SchoolClosed, api.Clock.GetUtcNow().UtcDateTime) { SchoolId = own.School.Id };
        var advice = new Recommendation(
            own.School,
            new RecommendationFacts(RecommendationKind.Recommendation, "Разобрать задания", null, null),
            [],
            api.Clock.GetUtcNow().UtcDateTime,
            me
        );
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime);
        own.Teacher = new Teacher(own.School, new TeacherFacts("Образцова Анна Петровна", ["russian"]), today);
        var post = own.Teacher.AddPost(own.OtherSchool, null, today);
        var achievement = own.Teacher.Achieve(
            new AchievementFacts(TeacherAchievementKind.OpenLesson, new DateOnly(2020, 2, 1), "Открытый урок", null, null),
            today
        );
        await given.Save(view, told, advice, own.Teacher);
        var trained = await own.Train(today, neighbour is null);
        var gathered = await own.Gather(today);
        var diagnosed = await own.Diagnose(today, neighbour);
        var asked = new SpecialistRequest(
            own.School,
            new SpecialistRequestFacts(SpecialistKind.Psychologist, "Тревожность перед экзаменами", 12, new(2020, 9, 1), new(2020, 9, 1)),
            today,
            me
        );
        asked.Assign(centre, member, today);
        var session = asked.AddSession(new SessionFacts(today, null, member.Id, null), today);
        own.RequestId = asked.Id;
        var visit = new SupportVisit(own.School, new VisitFacts(today, centre.Id, "Посещение уроков", 4, 9, null), today);
        var consultation = new Consultation(
            own.School,
            new ConsultationFacts(today, ConsultationAudience.Parents, 20, "Подготовка к экзаменам", centre.Id),
            today
        );
        await given.Save(asked, visit, consultation);
        var set = new IndicatorSet(
            given.RegionCode,
            neighbour is null ? "programme" : "programme-2",
            new IndicatorSetFacts("Показатели", null)
        );
        var indicator = new Indicator(
            set,
            neighbour is null ? "share-low" : "share-low-2",
            1,
            new DateOnly(2015, 1, 1),
            new IndicatorWording("Доля «2» и «3»", "Успеваемость", null, 1, null),
            new IndicatorMeaning(
                IndicatorUnit.Share,
                IndicatorDirection.LowerIsBetter,
                IndicatorLevel.School,
                IndicatorPeriodKind.CalendarYear,
                IndicatorSource.School,
                IndicatorAggregation.RatioOfSums
            )
        );
        await given.Save(set, indicator);
        var agreement = GivenPartnerships.Agreement(own.School, centre);
        var partner = new Partner(own.School, new PartnerFacts(3, [], null));
        var scan = await Pdf(api, colleague.Id);
        agreement.Scan(scan.Id);
        var learner = GivenMentorings.Teacher(own.OtherSchool, "Ученикова Вера Павловна");
        var pair = GivenMentorings.Pair(learner, own.School, new DateOnly(2020, 9, 1));
        var meeting = pair.Visit(new MentoringVisitFacts(new DateOnly(2020, 10, 14), MentoringForm.Lesson, "Урок", 1), today);
        own.Site = new InternshipSite(own.OtherSchool, null, new InternshipSiteFacts("Смысловое чтение", [], 5, null, null));
        var intern = new Internship(own.Site, own.Teacher.Id, own.Teacher, new InternshipFacts(today, today, 8));
        own._ids.AddRange(await own.Select(api, today, colleague.Id));
        await given.Save(scan, agreement, partner, learner, pair, own.Site, intern);
        own._ids.AddRange(watched);
        own._ids.AddRange(trained);
        own._ids.AddRange(gathered);
        own._ids.AddRange(diagnosed);
        own._ids.AddRange([
            ("/api/v1/clients/", "id", client.Id.ToString()),
            ("/api/v1/saved-views/", "id", view.Id.ToString()),
            ("/api/v1/recommendations/", "id", advice.Id.ToString()),
            ("/api/v1/teachers/", "id", own.Teacher.Id.ToString()),
            ("/api/v1/teachers/", "postId", post.Id.ToString()),
            ("/api/v1/teachers/", "achievementId", achievement.Id.ToString()),
            ("/api/v1/partnerships/", "id", agreement.Id.ToString()),
            ("/api/v1/partners/", "id", partner.Id.ToString()),
            ("/api/v1/mentorings/", "id", pair.Id.ToString()),
            ("/api/v1/internship-sites/", "id", own.Site.Id.ToString()),
            ("/api/v1/internships/", "id", intern.Id.ToString()),
            ("/api/v1/mentorings/", "visitId", meeting.Id.ToString()),
            ("/api/v1/specialist-requests/", "id", asked.Id.ToString()),
            ("/api/v1/specialist-requests/", "sessionId", session.Id.ToString()),
            ("/api/v1/support-visits/", "id", visit.Id.ToString()),
            ("/api/v1/consultations/", "id", consultation.Id.ToString()),
            ("/api/v1/indicators/", "id", indicator.Id.ToString()),
            ("/api/v1/notifications/", "id", told.Id.ToString()),
            ("/api/v1/schools/", "date", "2030-01-01"),
            ("/api/v1/me/sessions/", "id", await SessionOf(await own.Caller(Role.Operator))),
            ("/api/v1/exam-results/", "id", result.Id.ToString()),
            ("/api/v1/imports/", "id", own.Import.GetProperty("id").GetString()!),
            ("/api/v1/import-mappings/", "id", mapping.Id.ToString()),
            ("/api/v1/import-templates/", "kind", "schools"),
            ("/api/v1/regions/", "code", given.RegionCode),
            ("/api/v1/organisations/", "id", centre.Id.ToString()),
            ("/api/v1/organisations/", "memberId", member.Id.ToString()),
            ("/api/v1/schools/", "id", own.School.Id.ToString()),
            ("/api/v1/municipalities/", "code", own.Place.Code),
            ("/api/v1/cohorts/", "id", own.Cohort.Id.ToString()),
            ("/api/v1/cohorts/", "schoolId", own.School.Id.ToString()),
            ("/api/v1/people/", "id", colleague.Id.ToString()),
            ("/api/v1/people/", "grantId", grantId.ToString()),
            ("/api/v1/delegations/", "personId", colleague.Id.ToString()),
        ]);
        return own;
    }

    /// <summary>Indicators, and what is told of them by an id.</summary>
    private async Task<(string, string, string)[]> Watch(string code)
    {
        Set = new IndicatorSet(Given.RegionCode, code, new IndicatorSetFacts("Целевые показатели", null));
        Indicator = GivenIndicators.Share(Set, $"{code}-01");
        var period = new IndicatorPeriod(Set, Period.CalendarYear(2020), new DateOnly(2021, 1, 20));
        await Given.Save(Set);
        await Given.Save(Indicator, period);
        var report = new IndicatorReport(School, Set.Id, period.Period);
        report.Submit(DateTime.UnixEpoch, Guid.NewGuid());
        var target = new IndicatorTarget(
            School,
            Indicator.Id,
            period.Period,
            new TargetFacts(52_000, 53_400, Period.CalendarYear(2019), null)
        );
        var value = new IndicatorValue(
            School,
            Indicator.Id,
            period.Period,
            Breakdown.Whole,
            new ValueRecord(Measure.Share(12, 43), ValueOrigin.Entered, DateTime.UnixEpoch, null)
        );
        await Given.Save(report, target, value);
        return
        [
            ("/api/v1/indicator-grid", "set", Set.Id.ToString()),
            ("/api/v1/indicator-outliers", "set", Set.Id.ToString()),
            ("/api/v1/indicator-values/", "id", value.Id.ToString()),
            ("/api/v1/indicator-values/", "indicator", Indicator.Id.ToString()),
            ("/api/v1/indicator-periods", "set", Set.Id.ToString()),
            ("/api/v1/indicator-periods/", "id", period.Id.ToString()),
            ("/api/v1/indicator-reports/", "set", Set.Id.ToString()),
            ("/api/v1/indicator-targets/", "set", Set.Id.ToString()),
            ("/api/v1/indicator-targets/", "id", target.Id.ToString()),
            ("/api/v1/indicator-reports/", "id", report.Id.ToString()),
            ("/api/v1/indicator-sets/ready/", "code", "yelabuga-2020"),
            ("/api/v1/indicator-sets/", "id", Set.Id.ToString()),
        ];
    }

    /// <summary>A course with a run that goes on, and the teacher on it.</summary>
    private async Task<(string, string, string)[]> Train(DateOnly today, bool first)
    {
        Course = new Course(
            Given.RegionCode,
            Place.Code,
            new CourseFacts(first ? "Смысловое чтение" : "Функциональная грамотность", 36, null, CourseForm.Mixed, null, ["russian"], [])
        );
        var run = new CourseRun(Course, new CourseRunFacts(today.AddDays(-7), today.AddDays(9), null, null, 30));
        run.Become(CourseRunState.Open, null, today);
        run.Become(CourseRunState.Running, null, today);
        Enrolment = new Enrolment(run, Teacher, confirmed: true, waiting: false, DateTime.UnixEpoch);
        await Given.Save(Course, run, Enrolment);
        await Given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(TestContext.Current.CancellationToken);
            await db.TakeSeats(run.Id, 1, 0, TestContext.Current.CancellationToken);
            await write.Commit(TestContext.Current.CancellationToken);
        });
        return [("/api/v1/courses/", "id", Course.Id.ToString()), ("/api/v1/course-runs/", "id", run.Id.ToString())];
    }

    /// <summary>An event that is announced, and an association with the teacher in it.</summary>
    private async Task<(string, string, string)[]> Gather(DateOnly today)
    {
        var where = new Domain.Places.Place(Given.RegionCode, Place.Code, null);
        var announced = new Event(
            where,
            new EventFacts(
                EventKind.Seminar,
                EventLevel.Municipal,
                "Смысловое чтение",
                null,
                new EventTimes(today.AddDays(-7), today.AddDays(-7), null, null),
                null,
                null,
                new EventOrganiser(null, null, null)
            )
        );
        var association = new Association(
            where,
            new AssociationFacts("РМО учителей русского языка", AssociationLevel.Municipal, "russian", null)
        );
        Membership = new AssociationMember(association, Teacher, today.AddDays(-30));
        await Given.Save(announced, association, Membership);
        EventId = announced.Id;
        return
        [
            ("/api/v1/events/", "id", announced.Id.ToString()),
            ("/api/v1/associations/", "id", association.Id.ToString()),
            ("/api/v1/associations/", "memberId", Membership.Id.ToString()),
            ("/api/v1/calendar/", "secret", "unknown"),
        ];
    }

    /// <summary>Diagnostics of the municipality that look for the deficit, and what they found out about the teacher.</summary>
    private async Task<(string, string, string)[]> Diagnose(DateOnly today, OwnRegion? neighbour)
    {
        Deficit =
            neighbour?.Deficit
            ?? new Deficit(Given.RegionCode, "reading-sense", new DeficitFacts("Смысловое чтение", DeficitKind.Subject, null));
        if (neighbour is null)
            await Given.Save(Deficit);
        var campaign = new DiagnosticCampaign(
            Given.RegionCode,
            Place.Code,
            new CampaignFacts(
                "Предметные дефициты",
                DeficitKind.Subject,
                null,
                today.AddDays(-60),
                today.AddDays(29),
                DiagnosticForm.External,
                null
            ),
            [new MeasureFacts(Deficit.Id, 20_000, 12_000)]
        );
        var result = new DiagnosticResult(
            campaign,
            Teacher,
            1,
            new ResultFacts(today.AddDays(-30), null, [new Reading(Measured: true, 7_000, Found: true)]),
            today
        );
        await Given.Save(campaign, result);
        return
        [
            ("/api/v1/deficits/", "id", Deficit.Id.ToString()),
            ("/api/v1/diagnostics/", "id", campaign.Id.ToString()),
            ("/api/v1/diagnostic-results/", "id", result.Id.ToString()),
        ];
    }

    private static async Task<string> SessionOf(HttpClient http) =>
        (await http.GetJson("/api/v1/me/sessions"))[0].GetProperty("id").GetString()!;

    /// <summary>Somebody with this role: over the region, its municipality or its school, as such people have it.</summary>
    public async Task<HttpClient> Caller(Role role) =>
        _callers.TryGetValue(role, out var known)
            ? known
            : _callers[role] = await (
                role switch
                {
                    Role.Operator => Given.Operator(),
                    Role.Coordinator => Given.Coordinator(Place),
                    Role.School => Given.SchoolPerson(School),
                    Role.Observer => Given.Observer(),
                    Role.MunicipalSystem => Given.Machine(role, Place),
                    _ => Given.Machine(role),
                }
            );

    /// <summary>The address of the route for what this region has.</summary>
    public string Address(Route route) => route.Address(parameter => Value(route, parameter), parameter => Known(route, parameter));

    /// <summary>What this region has for a parameter in the path of the route.</summary>
    public string Value(Route route, string parameter) =>
        Known(route, parameter) ?? throw new InvalidOperationException($"{route}: tell OwnRegion what «{parameter}» may be.");

    private string? Known(Route route, string parameter) =>
        _ids.Find(i => i.Parameter == parameter && route.Pattern.StartsWith(i.Prefix, StringComparison.Ordinal)).Value;

    /// <summary>The route's example with the codes and ids of this region in place of those that documentation shows.</summary>
    public JsonNode? Body(Route route) =>
        route.Example is { } example
            ? JsonNode.Parse(
                Examples.Aggregate(
                    example.ToJsonString(),
                    (text, e) => text.Replace(e.Shown, e.Here(this, route), StringComparison.Ordinal)
                )
            )
            : null;

    /// <summary>The version that the root of the route has now.</summary>
    public int Version(Route route) =>
        route.Pattern.StartsWith("/api/v1/imports/", StringComparison.Ordinal) ? Import.GetProperty("version").GetInt32() : 1;

    /// <summary>A call of the route with its example, in the version that is there or another one.</summary>
    public HttpRequestMessage Request(Route route, int? version = null, bool versioned = true)
    {
        var request = new HttpRequestMessage(route.Method, Address(route))
        {
            Content = Body(route) is { } body ? JsonContent.Create(body) : null,
        };
        if (route.NeedsVersion && versioned)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version ?? Version(route)}\"");
        return request;
    }

    private static readonly (string Shown, Func<OwnRegion, Route, string> Here)[] Examples =
    [
        ("92626000", (own, route) => route.Name == "RegisterMunicipality" ? Given.NewCode()[1..] : own.Place.Code),
        ("92601000", (own, _) => own.OtherPlace.Code),
        ("RU-TA", (own, _) => own.Given.RegionCode),
        ("160312002", (own, route) => route.Name == "RegisterSchool" ? Given.NewCode() : own.School.Code),
        ("160312008", (own, _) => own.OtherSchool.Code),
        (JsonEncodedText.Encode("четыре простых русских слова").ToString(), (_, _) => Given.Password),
        ("0193a5c0-5b1e-7000-8000-000000000002", (own, _) => own.OtherSchool.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000003", (own, _) => own.Colleague.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000020", (own, _) => own.Course.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000021", (own, _) => own.Enrolment.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000022", (own, _) => own.Teacher.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000041", (own, _) => own.Application.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000042", (own, _) => own.Call.Criteria[0].Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000030", (own, _) => own.Site.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000023", (own, _) => own.Membership.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000010", (own, _) => own.Set.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-000000000011", (own, _) => own.Indicator.Id.ToString()),
        ("0193a5c0-5b1e-7000-8000-0000000000b1", (own, _) => own.Centre.ToString()),
    ];
}
