using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Imports;

public sealed class RollBackImportTests(ApiFactory api)
{
    private const string Header = "Код школы;Год;Процедура;Предмет;Класс;Средний балл\n";

    [Fact]
    public async Task Everything_is_as_it_was_before()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var first = await http.Import("exam-results", Header + $"{school.Code};2019;ЕГЭ;Химия;11;50\n");
        var second = await http.Import(
            "exam-results",
            Header + $"{school.Code};2019;ЕГЭ;Химия;11;60\n{school.Code};2019;ЕГЭ;Физика;11;70\n"
        );

        await RollBack(http, first).AssertProblem(409, "import-superseded");
        var back = await RollBack(http, second).Json();
        back.State().ShouldBe("rolledBack");
        back.GetProperty("counts").GetProperty("created").GetInt32().ShouldBe(1);
        await given.InRegion(async db =>
        {
            var result = await db.ExamResults.SingleAsync();
            (result.Subject, result.MeanThousandths).ShouldBe(("chemistry", 50_000));
            result.ImportId.ShouldBe(first.GetProperty("id").GetGuid());
        });
        await RollBack(http, back).AssertProblem(409, "nothing-to-roll-back");
        (await RollBack(http, await http.GetJson($"/api/v1/imports/{first.GetProperty("id").GetGuid()}")).Json())
            .State()
            .ShouldBe("rolledBack");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var import = await http.Import("exam-results", Header + $"{school.Code};2019;ЕГЭ;Химия;11;50\n");
        await http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, version: 1)
            .AssertProblem(412, "version-mismatch");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(1));
    }

    private static Task<HttpResponseMessage> RollBack(HttpClient http, JsonElement import) =>
        http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, import.GetProperty("version").GetInt32());

    private async Task<(Given Given, School School)> OneSchool()
    {
        var given = await Given.Region(api);
        return (given, await given.School(await given.Municipality()));
    }
}
