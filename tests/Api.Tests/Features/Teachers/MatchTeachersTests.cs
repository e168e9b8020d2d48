using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Teachers.TeacherCalls;

namespace Opora.Api.Tests.Features.Teachers;

public sealed class MatchTeachersTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_whom_each_pasted_name_means()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var http = await given.Coordinator(place);
        await http.Register(school, "Ёлкина Анна Ильинична");
        await http.Register(school, "Жукова Вера Львовна");
        await http.Register(other, "Жукова Вера Львовна");
        await http.Register(school, "Жукова Валентина Петровна");

        var names = new[] { "елкина  анна ильинична", "Анна Ёлкина", "Жукова В. Л.", "Жукова Вера Львовна", "Никто Иван", "№ п/п" };
        var found = await http.PostJson(Root + "/match", new { names }).Json();

        found.EnumerateArray().Select(m => m.GetProperty("name").GetString()).ShouldBe(names);
        found
            .EnumerateArray()
            .Select(m => $"{m.GetProperty("state").GetString()} {m.GetProperty("teachers").GetArrayLength()}")
            .ShouldBe(["Exact 1", "Candidates 1", "Candidates 2", "Candidates 2", "None 0", "None 0"]);
        var atSchool = await http.PostJson(Root + "/match", new { names = new[] { "Жукова Вера Львовна" }, schoolId = school.Id }).Json();
        atSchool[0].GetProperty("state").GetString().ShouldBe("Exact");
    }

    [Fact]
    public async Task Matches_and_takes_out_nobody_of_another_municipality()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        await theOperator.Register(school, "Своя Анна Петровна");
        await theOperator.Register(foreign, "Чужая Анна Петровна");
        using var http = await given.Coordinator(own);

        foreach (
            var place in new object[]
            {
                new { names = new[] { "Чужая Анна Петровна" } },
                new { names = new[] { "Чужая Анна Петровна" }, schoolId = foreign.Id },
                new { names = new[] { "Чужая Анна Петровна" }, municipalityCode = other.Code },
            }
        )
            (await http.PostJson(Root + "/match", place).Json())[0].GetProperty("state").GetString().ShouldBe("None");
        var sheet = await Sheet(http, "");
        sheet.ShouldContain("Своя Анна Петровна");
        sheet.ShouldNotContain("Чужая");
        (await Sheet(theOperator, "?search=чужая")).ShouldNotContain("Своя");
        await given.InRegion(async db =>
            (await db.ChangeEntries.CountAsync(c => c.Action == "exported", TestContext.Current.CancellationToken)).ShouldBe(2)
        );
    }

    private static async Task<string> Sheet(HttpClient http, string query)
    {
        await using var file = await http.GetStreamAsync(Root + "/file" + query, TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(copy);
        using var text = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
