using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Features.Mentorings;

public sealed class MentoringTests(ApiFactory api)
{
    private const string Mentorings = "/api/v1/mentorings";
    private const string Learner = "Ученикова Вера Павловна";
    private const string Mentor = "Наставникова Ольга Ильинична";

    private DateOnly Today => DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime.AddHours(3));

    [Fact]
    public async Task Both_sides_see_each_others_names_and_only_the_supported_one_writes()
    {
        var (given, supported, helping, learner, mentor) = await TwoSchools();
        var pair = GivenMentorings.Pair(learner, helping, Today.AddDays(-30), mentor);
        await given.Save(pair);
        using var own = await given.SchoolPerson(supported);
        using var other = await given.SchoolPerson(helping);
        foreach (var http in new[] { own, other })
            People((await http.GetJson(Mentorings)).GetProperty("items")[0]).ShouldBe([Mentor, Learner]);
        (await own.GetJson(Address(pair))).GetProperty("editable").GetBoolean().ShouldBeTrue();
        var seen = await other.GetJson(Address(pair));
        seen.GetProperty("editable").GetBoolean().ShouldBeFalse();
        await other.PostJson(Address(pair) + "/visits", Visit(), version: 1).AssertProblem(404, "not-found");
        await other.PutJson(Address(pair) + "/outcome", new { outcome = "Да" }, version: 1).AssertProblem(404, "not-found");

        await own.PostJson(Address(pair) + "/visits", Visit(), version: 1).Json();
        using var observer = await given.Observer();
        var told = await observer.GetJson(Address(pair));
        People(told).ShouldBe([null, null]);
        told.GetProperty("parties")[0].TryGetProperty("teacherId", out var id).ShouldBeTrue();
        id.ValueKind.ShouldBe(JsonValueKind.Null);
        told.GetProperty("meetings")[0].GetProperty("text").ValueKind.ShouldBe(JsonValueKind.Null);
        (await observer.GetJson(Mentorings)).GetRawText().ShouldNotContain("Наставникова");
    }

    [Fact]
    public async Task Who_takes_no_part_finds_nothing()
    {
        var (given, _, helping, learner, mentor) = await TwoSchools();
        var pair = GivenMentorings.Pair(learner, helping, Today.AddDays(-30), mentor);
        await given.Save(pair);
        var third = await given.School(await given.Municipality("Менделеевский район"), "СОШ № 9");
        using var http = await given.SchoolPerson(third);
        (await http.GetJson(Mentorings)).GetProperty("total").GetInt32().ShouldBe(0);
        await http.GetAsync(Address(pair), Cancel).AssertProblem(404, "not-found");
        await http.PostJson(Address(pair) + "/terminate", new { on = Today, reason = "Так" }, version: 1).AssertProblem(404, "not-found");
        await http.PostJson(Mentorings, Body(helping, learner)).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_school_asks_for_a_mentor_and_the_helping_school_says_who()
    {
        var (given, supported, helping, learner, mentor) = await TwoSchools();
        await given.Save(new Partner(helping, new PartnerFacts(3, [], null)));
        using var own = await given.SchoolPerson(supported);
        using var other = await given.SchoolPerson(helping);
        await own.PostJson(Mentorings, Body(new { teacherId = mentor.Id }, learner)).AssertProblem(404, "not-found");
        var made = await own.PostJson(Mentorings, Body(helping, learner)).Json(HttpStatusCode.Created);
        People(made).ShouldBe([null, Learner]);
        var address = $"{Mentorings}/{made.GetProperty("id").GetString()}";
        await own.PutJson(address + "/mentor", new { teacherId = learner.Id }, version: 1).AssertProblem(404, "not-found");
        await other.PutJson(address + "/mentor", new { teacherId = learner.Id }, version: 1).AssertProblem(404, "not-found");
        (await other.GetJson(address)).GetProperty("mentorNameable").GetBoolean().ShouldBeTrue();

        People(await other.PutJson(address + "/mentor", new { teacherId = mentor.Id }, version: 1).Json()).ShouldBe([Mentor, Learner]);
        await other.PutJson(address + "/mentor", new { teacherId = mentor.Id }, version: 1).AssertProblem(412, "version-mismatch");
        var revised = await own.PutJson(address, Body(new { teacherId = mentor.Id }, learner, ends: Today.AddDays(5)), version: 2).Json();
        (revised.GetProperty("state").GetString(), People(revised)[0]).ShouldBe(("Ending", Mentor));
        await given.InRegion(async db =>
        {
            var notes = await db.ChangeEntries.Where(c => c.Thing == nameof(Mentoring)).OrderBy(c => c.Id).ToListAsync(Cancel);
            notes.Select(c => c.Action).ShouldBe(["registered", "mentor-named", "revised"], ignoreOrder: true);
            notes.Select(c => c.ActorId).Distinct().Count().ShouldBe(2);
        });
    }

    [Fact]
    public async Task Meetings_are_counted_and_the_end_is_told()
    {
        var (given, supported, helping, learner, mentor) = await TwoSchools();
        var pair = GivenMentorings.Pair(learner, helping, Today.AddDays(-30), mentor);
        await given.Save(pair);
        using var http = await given.SchoolPerson(supported);
        await http.PostJson(Address(pair) + "/visits", Visit(Today.AddDays(1)), version: 1).AssertProblem(409, "date-in-future");
        await http.PostJson(Address(pair) + "/visits", Visit(hours: 0), version: 1).AssertProblem(400, "validation");
        await http.PostJson(Address(pair) + "/visits", Visit(Today.AddDays(-2)), version: 1).Json();
        var two = await http.PostJson(Address(pair) + "/visits", Visit(hours: 3), version: 2).Json();
        (two.GetProperty("visits").GetInt32(), two.GetProperty("hours").GetInt32()).ShouldBe((2, 5));
        var visit = two.GetProperty("meetings")[0].GetProperty("id").GetString();
        await http.PutJson($"{Address(pair)}/visits/{visit}", Visit(hours: 1), version: 3).Json();
        var one = await http.Send(HttpMethod.Delete, $"{Address(pair)}/visits/{visit}", null, version: 4).Json();
        one.GetProperty("hours").GetInt32().ShouldBe(2);
        await http.Send(HttpMethod.Delete, Address(pair), null, version: 5).AssertProblem(409, "mentoring-has-visits");
        var done = await http.PutJson(Address(pair) + "/outcome", new { outcome = "Два урока", reached = "Partly" }, version: 5).Json();
        done.GetProperty("reached").GetString().ShouldBe("Partly");
        var ended = await http.PostJson(Address(pair) + "/terminate", new { on = Today, reason = "Отпуск" }, version: 6).Json();
        ended.GetProperty("state").GetString().ShouldBe("Terminated");
        await http.Send(HttpMethod.Post, Address(pair) + "/resume", null, version: 7).Json();
    }

    [Fact]
    public async Task Directors_and_tutors_of_school_teams_are_pairings_too()
    {
        var (given, supported, helping, _, _) = await TwoSchools();
        var centre = new Organisation(
            given.RegionCode,
            null,
            new OrganisationFacts("Институт развития", "ИРО", OrganisationKind.Institute, [], null, null)
        );
        var tutor = centre.Employ(new StaffFacts("Тьюторов Пётр Ильич", "методист", [], null));
        await given.Save(centre);
        using var http = await given.Operator();
        var team = await http.PostJson(
                Mentorings,
                Team("SchoolTeam", supported, new { organisationId = centre.Id, staffMemberId = tutor.Id })
            )
            .Json(HttpStatusCode.Created);
        People(team).ShouldBe(["Тьюторов Пётр Ильич", null]);
        await http.PostJson(Mentorings, Team("Directors", supported, new { schoolId = helping.Id })).Json(HttpStatusCode.Created);
        await http.PostJson(Mentorings, Team("Directors", supported, new { schoolId = supported.Id })).AssertProblem(409, "mentors-self");
        await http.PostJson(Mentorings, Team("Teachers", supported, new { schoolId = helping.Id })).AssertProblem(400, "validation");
        (await http.GetJson($"{Mentorings}?kind=Directors")).GetProperty("total").GetInt32().ShouldBe(1);
        (await http.GetJson($"{Mentorings}?school={helping.Id}&as=Mentor")).GetProperty("total").GetInt32().ShouldBe(1);
        (await http.GetJson($"{Mentorings}?school={helping.Id}&as=Supported")).GetProperty("total").GetInt32().ShouldBe(0);
        (await http.GetJson($"{Mentorings}?organisation={centre.Id}&state=Active")).GetProperty("total").GetInt32().ShouldBe(1);
        (await http.GetJson($"{Mentorings}?search=команда")).GetProperty("total").GetInt32().ShouldBe(2);
        using var file = await http.GetAsync($"{Mentorings}/file?kind=SchoolTeam", Cancel);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        await given.InRegion(async db => (await db.ChangeEntries.CountAsync(c => c.Action == "exported", Cancel)).ShouldBe(1));
    }

    [Fact]
    public async Task Nobody_who_works_no_more_joins_a_new_pairing()
    {
        var (given, supported, helping, learner, _) = await TwoSchools();
        using var http = await given.Operator();
        helping.Close(Today, Today);
        await given.InRegion(async db =>
        {
            db.Update(helping);
            await db.SaveChangesAsync(Cancel);
        });
        var problem = await http.PostJson(Mentorings, Body(helping, learner)).AssertProblem(409, "side-closed");
        problem.GetProperty("detail").GetString()!.ShouldContain(helping.Name);
        learner.Leave(Today, null, Today);
        await given.InRegion(async db =>
        {
            db.Update(learner);
            await db.SaveChangesAsync(Cancel);
        });
        await http.PostJson(Mentorings, Body(supported, learner)).AssertProblem(409, "teacher-left");
    }

    private async Task<(Given Given, School Supported, School Helping, Teacher Learner, Teacher Mentor)> TwoSchools()
    {
        var given = await Given.Region(api);
        var supported = await given.School(await given.Municipality(), "СОШ № 5");
        var helping = await given.School(await given.Municipality("Агрызский район"), "Гимназия № 1");
        var (learner, mentor) = (GivenMentorings.Teacher(supported, Learner), GivenMentorings.Teacher(helping, Mentor));
        await given.Save(learner, mentor);
        return (given, supported, helping, learner, mentor);
    }

    private object Body(School mentor, Teacher learner) => Body(new { schoolId = mentor.Id }, learner);

    private object Body(object mentor, Teacher learner, DateOnly? ends = null) =>
        new
        {
            kind = "Teachers",
            aim = "Освоить смысловое чтение",
            startsOn = Today.AddDays(-10),
            endsOn = ends,
            mentor,
            teacherIds = new[] { learner.Id },
        };

    private object Team(string kind, School school, object mentor) =>
        new
        {
            kind,
            aim = "Команда школы готовит программу",
            startsOn = Today.AddDays(-10),
            mentor,
            schoolIds = new[] { school.Id },
        };

    private object Visit(DateOnly? on = null, int hours = 2) =>
        new
        {
            on = on ?? Today,
            form = "Lesson",
            text = "Урок в 7 классе",
            hours,
        };

    private static string?[] People(JsonElement pair) =>
        [.. pair.GetProperty("parties").EnumerateArray().Select(p => p.GetProperty("person").GetString())];

    private static string Address(Mentoring pair) => $"{Mentorings}/{pair.Id}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
