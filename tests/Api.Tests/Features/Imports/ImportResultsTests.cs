using System.Text;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Imports.Tables;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Imports;

public sealed class ImportResultsTests(ApiFactory api)
{
    private const string Header = "Код школы;Год;Процедура;Предмет;Класс;Участников;Средний балл;Ниже порога\n";

    private static readonly Encoding Windows1251 = Cyrillic();

    [Fact]
    public async Task Loads_a_tall_table_as_excel_in_russia_saves_it()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table =
            Header.TrimEnd('\n')
            + "\r\n"
            + $"{school.Code};2019;ЕГЭ;Русский язык;11;43;71,1;0\r\n"
            + $"{school.Code};2019;ЕГЭ;Математика базовая;11;н/д;4,3;-\r\n"
            + $"{school.Code};2019;ЕГЭ;Физика;11 класс;1\u00A0234;52;–\r\n"
            + "Итого;;;;;86;;\r\n"
            + ";;;;;;;\r\n";

        var import = await http.Import("exam-results", Windows1251.GetBytes(table));
        import.State().ShouldBe("succeeded", import.ToString());
        import.Counts().ShouldBe([3, 3, 0, 0, 0]);

        await given.InRegion(async db =>
        {
            var results = await db.ExamResults.OrderBy(r => r.SourceRow).ToListAsync();
            results.Select(r => r.MeanThousandths).ShouldBe([71_100, 4_300, 52_000]);
            results.Select(r => r.Participants).ShouldBe([43, null, 1_234]);
            results.Select(r => r.BelowThreshold).ShouldBe([0, null, null]);
            results.Select(r => r.SourceRow).ShouldBe([2, 3, 4]);
            results.ShouldAllBe(r => r.ImportId == import.GetProperty("id").GetGuid());
        });
    }

    [Fact]
    public async Task A_property_of_ndjson_that_nobody_knows_is_refused_with_the_nearest_name()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var line =
            $$"""{"schoolCode":"{{school.Code}}","year":2019,"assessment":"EGE","subject":"physics","grade":11,"particpants":9,"mean":5e1}""";

        var refused = await http.Import("exam-results", line);
        refused.State().ShouldBe("failed");
        var error = refused.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("code").GetString().ShouldBe("unknown-property");
        error.GetProperty("value").GetString().ShouldBe("particpants");
        error.GetProperty("allowed").GetString().ShouldBe("participants");

        (await http.Import("exam-results", line.Replace("particpants", "participants"))).Counts().ShouldBe([1, 1, 0, 0, 0]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_later_one_corrects()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table = Header + $"{school.Code};2018;ВПР;Русский язык;5;73;3,288;19\n{school.Code};2019;ВПР;Русский язык;5;70;3,3;17\n";

        (await http.Import("exam-results", table)).Counts().ShouldBe([2, 2, 0, 0, 0]);
        (await http.Import("exam-results", table)).Counts().ShouldBe([2, 0, 0, 2, 0]);
        (await http.Import("exam-results", table.Replace("3,3;", "3,4;"))).Counts().ShouldBe([2, 0, 1, 1, 0]);
    }

    [Fact]
    public async Task Tells_every_error_with_its_cell_and_loads_nothing_when_all_or_nothing_is_asked()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table =
            Header
            + $"{school.Code};2019;ЕГЭ;Русский язык;11;43;71,1;0\n"
            + "000000000;2019;ЕГЭ;Русский язык;11;43;71,1;0\n"
            + $"{school.Code};2019;ЕГЭ;Физика;11;43;512;0\n"
            + $"{school.Code};2019;ЕГЭ;Химия;11;сорок;60,1234;50\n"
            + $"{school.Code};2019;ЕГЭ;Алхимия;11;43;60;0\n";

        var import = await http.Import("exam-results", table);
        import.State().ShouldBe("failed");
        import.Counts().ShouldBe([5, 0, 0, 0, 5]);
        import.GetProperty("ready").GetInt32().ShouldBe(1);
        import
            .Errors()
            .ShouldBe(["3 A school-unknown", "4 G out-of-range", "5 F number-invalid", "5 G decimals-too-many", "6 D subject-unknown"]);
        var mean = import.GetProperty("errors")[1];
        mean.GetProperty("value").GetString().ShouldBe("512");
        mean.GetProperty("allowed").GetString().ShouldBe("0..100");
        mean.GetProperty("pointer").GetString().ShouldBe("/mean");
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(0));

        var partial = await http.Import("exam-results", table, "&mode=partial");
        partial.State().ShouldBe("partiallySucceeded");
        partial.Counts().ShouldBe([5, 1, 0, 0, 4]);
        partial.GetProperty("errorsTotal").GetInt32().ShouldBe(5);
        await given.InRegion(async db => (await db.ExamResults.CountAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task A_mean_that_a_formula_left_is_read_as_its_cell_shows_it()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        object[] Row(string subject, object mean) => [school.Code, "2019", "ЕГЭ", subject, "11", mean];
        using var book = new Workbook().Sheet(
            "Лист1",
            [
                ["Код школы", "Год", "Процедура", "Предмет", "Класс", "Средний балл"],
                Row("Физика", Workbook.Styled(190 / 3.0, Workbook.TwoDecimals)),
                Row("Химия", Workbook.Styled(71.125, Workbook.TwoDecimals)),
                Row("Биология", 190 / 3.0),
            ]
        );

        var import = await http.Import("exam-results", book.Bytes(), "&mode=partial");

        import.Counts().ShouldBe([3, 2, 0, 0, 1]);
        import.Errors().ShouldBe(["4 F decimals-too-many"]);
        import.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("округлите");
        await given.InRegion(async db =>
            (await db.ExamResults.OrderBy(r => r.SourceRow).Select(r => r.MeanThousandths).ToListAsync()).ShouldBe([63_330, 71_125])
        );
    }

    [Fact]
    public async Task Marks_must_add_up()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table =
            "Код школы;Год;Процедура;Предмет;Класс;Участников;«2», %;«3», %;«4», %;«5», %\n"
            + $"{school.Code};2019;ВПР;Математика;4;73;0;14,9;35,1;49,9\n"
            + $"{school.Code};2019;ВПР;Русский язык;4;73;7;20 %;40;40\n";

        var import = await http.Import("exam-results", table, "&mode=partial");
        import.Counts().ShouldBe([2, 1, 0, 0, 1]);
        import.Errors().ShouldBe(["3 G marks-percent-sum"]);
        import.GetProperty("errors")[0].GetProperty("value").GetString().ShouldBe("107");
    }

    [Fact]
    public async Task Duplicates_are_told_with_every_row_and_none_of_them_is_taken()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var row = $"{school.Code};2019;ЕГЭ;Русский язык;11;43;";
        var table = Header + row + "71,1;0\n" + $"{school.Code};2019;ЕГЭ;Химия;11;43;50;0\n" + row + "72;0\n" + row + "73;0\n";

        var import = await http.Import("exam-results", table, "&mode=partial");
        import.Counts().ShouldBe([4, 1, 0, 0, 3]);
        import.GetProperty("ready").GetInt32().ShouldBe(1);
        import.Errors().ShouldBe(["2 A duplicate-in-payload", "4 A duplicate-in-payload", "5 A duplicate-in-payload"]);
        import.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("2, 4, 5");
    }

    [Fact]
    public async Task A_dry_run_counts_as_the_real_one_and_keeps_nothing()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var first = Header + $"{school.Code};2018;ЕГЭ;Русский язык;11;40;70;0\n{school.Code};2019;ЕГЭ;Русский язык;11;43;71;0\n";
        await http.Import("exam-results", first);
        var next = first.Replace(";71;", ";72;") + $"{school.Code};2019;ЕГЭ;Химия;11;9;50;0\nнет такой;2019;ЕГЭ;Химия;11;9;50;0\n";

        var trial = await http.Import("exam-results", next, "&mode=partial&dryRun=true");
        trial.Counts().ShouldBe([4, 1, 1, 1, 1]);
        trial.GetProperty("canRollBack").GetBoolean().ShouldBeFalse();
        await given.InRegion(async db =>
            (await db.ExamResults.Where(r => r.Year == 2019).Select(r => r.MeanThousandths).ToListAsync()).ShouldBe([71_000])
        );
        (await http.Import("exam-results", next, "&mode=partial")).Counts().ShouldBe(trial.Counts());
    }

    [Fact]
    public async Task Finds_a_school_by_its_name_and_says_when_there_are_two()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        await given.School(place, "МБОУ «СОШ № 2»");
        await given.School(place, "МБОУ «СОШ № 8»");
        await given.School(await given.Municipality("Агрызский район"), "МОУ СОШ №8");
        using var http = await given.Operator();
        var table =
            "Школа;Год;Процедура;Предмет;Класс;Средний балл\n"
            + "средняя школа N2;2019;ЕГЭ;Химия;11;50\n"
            + "СОШ №8;2019;ЕГЭ;Химия;11;50\n";

        var import = await http.Import("exam-results", table, "&mode=partial");
        import.Counts().ShouldBe([2, 1, 0, 0, 1]);
        import.Errors().ShouldBe(["3 A school-ambiguous"]);
    }

    private async Task<(Given Given, School School)> OneSchool()
    {
        var given = await Given.Region(api);
        return (given, await given.School(await given.Municipality()));
    }

    private static Encoding Cyrillic()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("windows-1251");
    }
}
