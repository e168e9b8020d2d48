using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Training;
using static Opora.Api.Tests.Features.Diagnostics.DiagnosticCalls;

namespace Opora.Api.Tests.Features.Diagnostics;

public sealed class DeficitCountTests(ApiFactory api)
{
    [Fact]
    public async Task Counts_deficient_of_diagnosed_of_staff_once_each_and_by_the_last_word()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, elsewhere) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 4, "Образцова", "russian", "literature");
        await given.Teachers(elsewhere, 3, "Примерова", "physics");
        var (spring, summer) = (await http.Announce("Весна"), await http.Announce("Лето"));
        await http.Record(spring, "2021-03-01", [Row(teachers[0], "5", "да"), Row(teachers[1], "5", "нет"), Row(teachers[2], "15", "нет")])
            .Json();
        // The second has mended the only deficit, the first one of two.
        await http.Record(summer, "2021-06-01", [Row(teachers[0], "15", ""), Row(teachers[1], "15", "")]).Json();
        var cohort = await given.Cohort("2021", (school, SupportCategory.LowResults));

        Told(await http.GetJson(Counts)).ShouldBe("1/3/7");
        Rows(await http.GetJson(Counts)).ShouldBe([$"{own.Name} 1/3/4", "Агрызский район 0/0/3"]);
        Rows(await http.GetJson($"{Counts}?by=School&cohort={cohort.Id}")).ShouldBe([$"{school.Name} 1/3/4"]);
        Rows(await http.GetJson($"{Counts}?by=Subject")).ShouldBe(["Литература 1/3/4", "Русский язык 1/3/4", "Физика 0/0/3"]);
        Rows(await http.GetJson($"{Counts}?by=Deficit")).ShouldBe(["Приёмы объяснения 1/3/7", "Смысловое чтение 0/3/7"]);
        Told(await http.GetJson($"{Counts}?by=Deficit&campaign={spring}")).ShouldBe("2/3/7");
        Told(await http.GetJson($"{Counts}?from=2021-01-01&until=2021-04-01")).ShouldBe("2/3/7");
        Told(await http.GetJson($"{Counts}?deficit=reading&until=2021-04-01")).ShouldBe("2/3/7");
        Told(await http.GetJson($"{Counts}?kind=Methodical")).ShouldBe("0/0/7");
        (await Sheet(http, $"{Counts}/file?by=Deficit")).ShouldContain("Смысловое чтение");
        await http.GetAsync($"{Counts}?deficit=unknown", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Deficit_course_result_is_one_chain()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var teachers = await given.Teachers(school, 4);
        var (before, after) = (await http.Announce("До", untilOn: "2021-04-01"), await http.Announce("После"));
        await http.Record(before, "2021-02-01", teachers.Select(t => Row(t, "5", "нет"))).Json();
        var course = (await http.PostJson(TrainingCalls.Courses, new { facts = Mending("reading") }).Json(HttpStatusCode.Created)).Id();
        var run = await http.Open(course, 3, "2021-05-10", "2021-05-14");
        await http.Enrol(run, teachers[..3]).Json();
        Progress(await http.GetJson($"{Chains}/counts")).ShouldBe(["Смысловое чтение 4: 1 3 0 0 0"]);
        await http.Advance(run, "Running");
        await http.Complete(run);
        await http.Record(after, "2021-08-01", [Row(teachers[0], "18", ""), Row(teachers[1], "7", "")]).Json();

        var counts = await http.GetJson($"{Chains}/counts");
        Progress(counts).ShouldBe(["Смысловое чтение 4: 1 0 1 1 1"]);
        var effect = counts.GetProperty("courses").EnumerateArray().Single();
        (effect.Number("completed"), effect.Number("closed"), effect.Number("remains"), effect.Number("notMeasured")).ShouldBe(
            (3, 1, 1, 1)
        );
        (await http.GetJson(Chains))
            .Items()
            .Select(r => r.GetProperty("outcome").GetString())
            .ShouldBe(["Closed", "Remains", "NotMeasured", "NoCourse"]);
        (await http.GetJson($"{Chains}?outcome=Remains&outcome=Closed&course={course}&page=2&pageSize=1"))
            .Items()
            .Single()
            .GetProperty("course")
            .GetProperty("endsOn")
            .GetString()
            .ShouldBe("2021-05-14");
        (await Sheet(http, $"{Chains}/file?outcome=Closed")).ShouldContain("закрыт после курса");
        (await http.GetJson("/api/v1/courses?deficit=reading")).Number("total").ShouldBe(1);
        (await http.GetJson("/api/v1/deficits"))[1].Number("courses").ShouldBe(1);
        var waiting = (await http.GetJson($"/api/v1/teachers/{teachers[3].Id}/diagnostics")).GetProperty("deficits")[0];
        waiting.GetProperty("outcome").GetString().ShouldBe("NoCourse");
        waiting.GetProperty("recommended").EnumerateArray().Single().Id().ShouldBe(course);
        await http.PostJson(TrainingCalls.Courses, new { facts = Mending("unknown") }).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Results_are_shared_within_the_place_only_and_who_looked_is_kept()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        using var observer = await given.Observer();
        var (mine, theirs) = ((await given.Teachers(school, 1, "Своя"))[0], (await given.Teachers(foreign, 1, "Чужая"))[0]);
        var campaign = await theOperator.Announce();
        await theOperator.Record(campaign, "2021-03-01", [Row(mine, "5", "да"), Row(theirs, "5", "да")]).Json();

        foreach (var http in new[] { coordinator, ofSchool })
        {
            (await http.GetJson(Outcomes)).Items().Single().GetProperty("teacher").GetProperty("name").GetString()!.ShouldStartWith("Своя");
            (await http.GetJson($"{Outcomes}?search=Чужая")).Number("total").ShouldBe(0);
            (await http.GetJson($"{Outcomes}?school={foreign.Id}")).Number("total").ShouldBe(0);
            (await http.GetJson(Chains)).Number("total").ShouldBe(2);
            (await http.GetJson($"{Chains}?search=Чужая")).Number("total").ShouldBe(0);
            Told(await http.GetJson(Counts)).ShouldBe("1/1/1");
            (await http.GetJson($"{Root}/{campaign}")).Number("teachers").ShouldBe(1);
            (await Sheet(http, $"{Outcomes}/file")).ShouldNotContain("Чужая");
            (await Sheet(http, $"{Chains}/file")).ShouldNotContain("Чужая");
            await http.GetAsync($"/api/v1/teachers/{theirs.Id}/diagnostics", TestContext.Current.CancellationToken)
                .AssertProblem(404, "not-found");
            var refused = await http.Record(campaign, "2021-04-01", [Row(theirs, "5", "да")], "Again").AssertProblem(404, "not-found");
            refused.GetRawText().ShouldNotContain("Чужая");
        }
        foreach (var address in new[] { Root, Outcomes, Counts, Chains, $"{Chains}/counts", $"{Outcomes}/file", $"{Chains}/file" })
            await observer.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(403, "forbidden");
        foreach (var _ in "12")
            (await coordinator.GetJson($"/api/v1/teachers/{mine.Id}/diagnostics")).GetProperty("results").GetArrayLength().ShouldBe(1);
        await given.InRegion(async db =>
        {
            var looked = await db
                .ChangeEntries.Where(c => c.Action == "diagnostics-viewed")
                .Select(c => c.Thing)
                .ToListAsync(TestContext.Current.CancellationToken);
            looked.Count(thing => thing == nameof(Teacher)).ShouldBe(1);
            // Of one municipality and one school, each once: the list of results and that of chains are one.
            looked.Count(thing => thing == "DiagnosticResult").ShouldBe(2);
        });
    }

    [Fact]
    public async Task Results_follow_the_teacher_and_diagnostics_of_a_municipality_are_its_own()
    {
        var given = await Given.Region(api);
        await given.Dictionary();
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, next) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var newCoordinator = await given.Coordinator(other);
        var teacher = (await given.Teachers(school, 1))[0];
        var campaign = await coordinator.Announce(of: own);
        await coordinator
            .PostJson(Root, new { facts = Facts("Чужие", "2021-01-01", "2021-12-31"), municipalityCode = other.Code })
            .AssertProblem(404, "not-found");
        await coordinator.Record(campaign, "2021-03-01", [Row(teacher, "5", "да")]).Json();

        await theOperator.PostJson($"/api/v1/teachers/{teacher.Id}/move", new { schoolId = next.Id, movedOn = "2021-08-01" }, 1).Json();

        (await coordinator.GetJson(Outcomes)).Number("total").ShouldBe(0);
        (await newCoordinator.GetJson(Outcomes)).Number("total").ShouldBe(1);
        var refused = await newCoordinator
            .Record(campaign, "2021-08-15", [Row(teacher, "5", "да")], "Again")
            .AssertProblem(400, "validation");
        refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("campaign-elsewhere");
        await newCoordinator.Send(HttpMethod.Delete, $"{Root}/{campaign}", null, 1).AssertProblem(404, "not-found");
        await coordinator
            .PostJson("/api/v1/deficits", new { code = "own", facts = new { name = "Своё", kind = "Subject" } })
            .AssertProblem(403, "forbidden");
    }

    private static object Mending(string deficit) =>
        new
        {
            title = "Смысловое чтение",
            hours = 36,
            form = "Mixed",
            deficits = new[] { deficit },
        };

    private static string Told(JsonElement counts) => $"{counts.Number("deficient")}/{counts.Number("diagnosed")}/{counts.Number("staff")}";

    private static List<string> Rows(JsonElement counts) =>
        [.. counts.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty("name").GetString()} {Told(r)}")];

    private static List<string> Progress(JsonElement counts) =>
        [
            .. counts
                .GetProperty("deficits")
                .EnumerateArray()
                .Select(d =>
                    $"{d.GetProperty("name").GetString()} {d.Number("found")}: {d.Number("noCourse")} {d.Number("onCourse")} {d.Number("notMeasured")} {d.Number("closed")} {d.Number("remains")}"
                ),
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
}
