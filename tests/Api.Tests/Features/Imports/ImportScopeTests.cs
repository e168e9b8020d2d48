using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Imports;

public sealed class ImportScopeTests(ApiFactory api)
{
    private const string Header = "Код школы;Код территории;Год;Процедура;Предмет;Класс;Средний балл\n";

    [Fact]
    public async Task A_coordinator_imports_for_the_own_municipality_only()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (mine, foreign) = (await given.School(own), await given.School(other));
        using var http = await given.Coordinator(own);
        var table =
            Header
            + $"{mine.Code};;2019;ЕГЭ;Химия;11;50\n"
            + $"{foreign.Code};;2019;ЕГЭ;Химия;11;50\n"
            + "000;;2019;ЕГЭ;Химия;11;50\n"
            + $";{own.Code};2019;ЕГЭ;Химия;11;51\n"
            + $";{other.Code};2019;ЕГЭ;Химия;11;51\n"
            + $";{given.RegionCode};2019;ЕГЭ;Химия;11;51\n";

        var import = await http.Import("exam-results", table, "&mode=partial");
        import.Counts().ShouldBe([6, 2, 0, 0, 4]);
        import.Errors().ShouldBe(["3 A school-unknown", "4 A school-unknown", "6 B place-unknown", "7 B place-unknown"]);
        await given.InRegion(async db =>
        {
            (await db.ExamResults.Select(r => r.SchoolId).ToListAsync()).ShouldBe([mine.Id]);
            (await db.ReferenceResults.Select(r => r.PlaceCode).ToListAsync()).ShouldBe([own.Code]);
        });
        foreach (var kind in new[] { "schools", "municipalities", "cohort-members" })
            await http.Upload(kind, [1]).AssertProblem(403, "forbidden");
    }

    [Fact]
    public async Task Another_municipality_does_not_see_the_import_at_all()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        await given.School(own);
        using var http = await given.Coordinator(own);
        using var stranger = await given.Coordinator(other);
        using var machine = await given.Machine(Role.MunicipalSystem, own);
        var import = await http.Import("exam-results", Header + "000;;2019;ЕГЭ;Химия;11;50\n", "&confirm=true");
        var address = $"/api/v1/imports/{import.GetProperty("id").GetGuid()}";

        foreach (var part in new[] { "", "/preview", "/errors", "/errors.csv", "/annotated" })
            await stranger.GetAsync(address + part, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await stranger.PostJson(address + "/cancel", new { }, version: 1).AssertProblem(404, "not-found");
        await stranger.PostJson(address + "/load", new { mode = "partial" }, version: 1).AssertProblem(404, "not-found");
        (await stranger.GetJson("/api/v1/imports")).GetProperty("total").GetInt32().ShouldBe(0);
        (await machine.GetJson("/api/v1/imports")).GetProperty("total").GetInt32().ShouldBe(1);
        using var boss = await given.Operator();
        (await boss.GetJson("/api/v1/imports?kind=exam-results&state=awaitingConfirmation")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_municipal_system_sends_files_with_its_key()
    {
        var given = await Given.Region(api);
        var own = await given.Municipality();
        var school = await given.School(own);
        using var machine = await given.Machine(Role.MunicipalSystem, own);

        var import = await machine.Import("exam-results", Header + $"{school.Code};;2019;ЕГЭ;Химия;11;50\n");
        import.Counts().ShouldBe([1, 1, 0, 0, 0]);
        import.GetProperty("by").GetProperty("kind").GetString().ShouldBe("Client");
        using var reader = await given.Machine(Role.Integration);
        await reader.Upload("exam-results", [1]).AssertProblem(403, "forbidden");
        using var observer = await given.Observer();
        await observer.GetAsync("/api/v1/imports", TestContext.Current.CancellationToken).AssertProblem(403, "forbidden");
    }

    [Fact]
    public async Task The_school_is_told_as_unknown_after_it_moved_away()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        using var http = await given.Coordinator(own);
        using var boss = await given.Operator();
        var table = Header + $"{school.Code};;2019;ЕГЭ;Химия;11;50\n";
        await http.Import("exam-results", table);
        await boss.PostJson(
                $"/api/v1/schools/{school.Id}/move",
                new
                {
                    municipalityCode = other.Code,
                    movedOn = "2021-09-01",
                    reason = "Закон",
                },
                version: 1
            )
            .Json();
        (await http.Import("exam-results", table)).Errors().ShouldBe(["2 A school-unknown"]);
    }
}
