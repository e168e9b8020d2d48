using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;
using Opora.Persistence;
using static Opora.Api.Tests.Features.Training.TrainingCalls;

namespace Opora.Api.Tests.Features.Training;

public sealed partial class CoverageTests(ApiFactory api)
{
    private const string Coverage = "/api/v1/training-coverage";

    [Fact]
    public async Task Counts_people_once_by_school_municipality_subject_and_year()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, elsewhere) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 4, "Образцова", "russian", "literature");
        var others = await given.Teachers(elsewhere, 3, "Примерова", "physics");
        var first = await Held(http, [.. teachers[..3], others[0]], "2021-03-01", "2021-03-05");
        // The same people again: nobody counts twice. One who does not complete does not count.
        await Held(http, teachers[..2], "2021-05-01", "2021-05-05");
        await Held(http, teachers[3..], "2020-05-01", "2020-05-05");
        var failed = (await http.On(first)).Single(e => e.GetProperty("teacher").Id() == others[0].Id);
        await http.PostJson(
                $"{Runs}/{first}/results",
                new
                {
                    state = "NotCompleted",
                    rows = new[] { Row(failed) },
                    reason = "Болел",
                }
            )
            .Json();

        var year = await http.GetJson($"{Coverage}?from=2021-01-01&until=2021-12-31");
        Counts(year).ShouldBe((3, 7));
        Rows(year).ShouldBe(["Агрызский район 0/3", $"{own.Name} 3/4"]);
        Rows(await http.GetJson($"{Coverage}?by=School&municipality={own.Code}")).ShouldBe([$"{school.Name} 3/4"]);
        Rows(await http.GetJson($"{Coverage}?by=Subject")).ShouldBe(["Физика 0/3", "Литература 3/4", "Русский язык 3/4"]);
        Counts(await http.GetJson($"{Coverage}?subject=russian")).ShouldBe((3, 4));
        Counts(await http.GetJson($"{Coverage}?from=2020-01-01&until=2020-12-31")).ShouldBe((1, 7));
        await http.GetAsync($"{Coverage}?from=2021-02-01&until=2021-01-01", TestContext.Current.CancellationToken)
            .AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Is_counted_again_only_after_something_has_changed()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Operator();
        using var coordinator = await given.Coordinator(place);
        var teachers = await given.Teachers(school, 2);
        var address = $"{Coverage}?from=2021-01-01&until=2021-12-31";
        Counts(await http.GetJson(address)).ShouldBe((0, 2));
        using (var again = new StatementCount(api, http))
        {
            Counts(await http.GetJson(address)).ShouldBe((0, 2));
            again.Statements.ShouldNotContain(s => s.Contains("enrolments", StringComparison.Ordinal), "kept");
        }
        await Held(http, teachers, "2021-03-01", "2021-03-05");
        Counts(await http.GetJson(address)).ShouldBe((2, 2));
        Counts(await coordinator.GetJson(address)).ShouldBe((2, 2));
        var elsewhere = await given.Municipality("Агрызский район");
        using var stranger = await given.Coordinator(elsewhere);
        Counts(await stranger.GetJson(address)).ShouldBe((0, 0), "the scope is part of what is kept");
    }

    [Fact]
    public async Task Staff_of_an_earlier_day_stands_where_it_stood_then()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, next) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 2);
        await Held(http, teachers, "2020-03-01", "2020-03-05");
        await http.PostJson($"/api/v1/teachers/{teachers[0].Id}/move", new { schoolId = next.Id, movedOn = "2021-03-01" }, 1).Json();
        await http.PostJson($"/api/v1/teachers/{teachers[1].Id}/leave", new { leftOn = "2021-03-01" }, 1).Json();

        Rows(await http.GetJson($"{Coverage}?by=School&from=2020-01-01&until=2020-12-31")).ShouldBe([$"{school.Name} 2/2"]);
        Rows(await http.GetJson($"{Coverage}?by=School&from=2020-01-01&until=2021-12-31")).ShouldBe(["СОШ № 5 1/1"]);
    }

    [Fact]
    public async Task Who_has_moved_to_another_municipality_counts_for_earlier_years_without_being_shown()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, next) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        var teachers = await given.Teachers(school, 2);
        await Held(http, teachers[..1], "2020-03-01", "2020-03-05");
        await http.PostJson($"/api/v1/teachers/{teachers[0].Id}/move", new { schoolId = next.Id, movedOn = "2021-03-01" }, 1).Json();

        const string Then = $"{Coverage}?by=School&from=2020-01-01&until=2020-12-31";
        foreach (var reader in new[] { coordinator, ofSchool })
        {
            Rows(await reader.GetJson(Then)).ShouldBe([$"{school.Name} 1/2"]);
            Counts(await reader.GetJson(Coverage)).ShouldBe((0, 1));
            (await reader.GetJson("/api/v1/teachers")).GetProperty("total").GetInt32().ShouldBe(1);
            (await reader.GetJson("/api/v1/enrolments")).GetProperty("total").GetInt32().ShouldBe(0);
        }
    }

    [Fact]
    public async Task Each_counts_the_own_place_and_files_hold_names_only_for_who_sees_people()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        using var observer = await given.Observer();
        var run = await Held(
            theOperator,
            [.. await given.Teachers(school, 2, "Своя"), .. await given.Teachers(foreign, 1, "Чужая")],
            "2021-03-01",
            "2021-03-05"
        );

        Counts(await coordinator.GetJson(Coverage)).ShouldBe((2, 2));
        Counts(await ofSchool.GetJson(Coverage)).ShouldBe((2, 2));
        Counts(await observer.GetJson(Coverage)).ShouldBe((3, 3));
        var (mine, watched) = (
            await Sheet(coordinator, $"{Enrolments}/file?run={run}"),
            await Sheet(observer, $"{Enrolments}/file?run={run}")
        );
        mine.ShouldContain("Своя");
        mine.ShouldContain("УПК 1");
        mine.ShouldNotContain("Чужая");
        watched.ShouldContain("СОШ № 5");
        watched.ShouldNotContain("Своя");
        watched.ShouldNotContain("УПК");
        watched.ShouldNotContain("ФИО");
        (await Sheet(ofSchool, $"{Coverage}/file")).ShouldContain(own.Name);
        await given.InRegion(async db =>
            (
                await db.ChangeEntries.CountAsync(
                    c => c.Thing == "Enrolment" && c.Action == "exported",
                    TestContext.Current.CancellationToken
                )
            ).ShouldBe(1)
        );
    }

    /// <summary>At 120,000 enrolments no list may read those of everybody: the newest of a place are found by an index.</summary>
    [Theory]
    [InlineData("operator")]
    [InlineData("coordinator")]
    [InlineData("school")]
    public async Task Enrolments_are_searched_by_place(string who)
    {
        if (TestDatabase.EngineUnderTest != EngineKind.Sqlite)
            return;
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var theOperator = await given.Operator();
        await Held(theOperator, await given.Teachers(school, 1), "2021-03-01", "2021-03-05");
        using var http = await (
            who switch
            {
                "operator" => given.Operator(),
                "coordinator" => given.Coordinator(place),
                _ => given.SchoolPerson(school),
            }
        );
        using var count = new StatementCount(api, http);
        (await http.GetJson(Enrolments)).GetProperty("total").GetInt32().ShouldBe(1);
        (await http.GetJson(Coverage)).Number("trained").ShouldBe(1);
        var statements = count.Statements.Where(s => s.Contains("FROM \"enrolments\"", StringComparison.Ordinal)).ToList();
        statements.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var statement in statements)
        {
            var plan = await QueryPlan.Of(api, statement);
            plan.ShouldNotContain(step => Scan().IsMatch(step), $"{statement}\n{string.Join('\n', plan)}");
        }
    }

    /// <summary>A run that was held: everybody completed it.</summary>
    private static async Task<Guid> Held(HttpClient http, List<Domain.Training.Teacher> teachers, string startsOn, string endsOn)
    {
        var run = await http.Open(await http.Offer($"Курс {startsOn}"), teachers.Count, startsOn, endsOn);
        await http.Enrol(run, teachers).Json();
        await http.Advance(run, "Running");
        await http.Complete(run);
        return run;
    }

    private static (int Trained, int Staff) Counts(JsonElement coverage) => (coverage.Number("trained"), coverage.Number("staff"));

    private static List<string> Rows(JsonElement coverage) =>
        [
            .. coverage
                .GetProperty("rows")
                .EnumerateArray()
                .Select(r => $"{r.GetProperty("name").GetString()} {r.Number("trained")}/{r.Number("staff")}"),
        ];

    private static async Task<string> Sheet(HttpClient http, string address)
    {
        await using var file = await http.GetStreamAsync(address, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(copy);
        using var text = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^SCAN e[0-9]*( USING (?!COVERING)|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Scan();
}
