using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Imports.Tables;
using Opora.Api.Tests.Features.Indicators;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Values of indicators as clerks and programs send them in files.</summary>
public sealed class ImportValuesTests(ApiFactory api)
{
    private const string Kind = "indicator-values";
    private const string Header = "Код показателя;Код школы;Период;Разрез;Числитель;Знаменатель;Процент;Значение;Комментарий\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerks_table_is_taken_as_it_is_and_taken_again_changes_nothing()
    {
        var c = await GridCase.Make(api, Points);
        using var http = await c.Given.Operator();
        var table = Encoding
            .GetEncoding("windows-1251")
            .GetBytes(
                "Показатели школ района\n"
                    + Header
                    + $"yel-01;{c.School.Code};2020;;12;43;27,9;;По протоколу\n"
                    + $"yel-01;{c.School.Code};2019 год;;;;30,5;;\n"
                    + $"yel-02;{c.School.Code};2020;;;;;73,45;\n"
                    + $"yel-02;{c.School.Code};2019;;;;;н/д;\n"
                    + "Итого;;;;12;43;27,9;;\n"
            );
        var first = await http.Import(Kind, table);
        first.State().ShouldBe("succeeded", first.ToString());
        first.Counts().ShouldBe([3, 3, 0, 0, 0]);
        await c.Given.InRegion(async db =>
        {
            var value = await db.IndicatorValues.SingleAsync(v => v.IndicatorId == c.Share.Id && v.Period == Period.CalendarYear(2020));
            value.Measure.ShouldBe(Measure.Share(12, 43));
            (value.Origin, value.ImportId, value.SourceRow, value.Comment).ShouldBe(
                (ValueOrigin.Imported, first.GetProperty("id").GetGuid(), 3, "По протоколу")
            );
            (await db.IndicatorValues.Where(v => v.IndicatorId != c.Share.Id).Select(v => v.Thousandths).ToListAsync()).ShouldBe([73_450]);
        });
        (await http.Import(Kind, table)).Counts().ShouldBe([3, 0, 0, 3, 0]);
        await c.Given.InRegion(async db => (await db.IndicatorValueRevisions.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task The_template_filled_in_is_understood()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var template = await http.GetByteArrayAsync($"/api/v1/import-templates/{Kind}", Cancel);
        using var given = new TempTable(template);
        using var file = given.Open();
        var headers = file.Preview().Columns.Select(h => h.Header).ToArray();
        headers.Length.ShouldBe(12);
        string Of(string header) =>
            header switch
            {
                "Код показателя" => "yel-01",
                "Код школы" => c.School.Code,
                "Период" => "2020",
                "Значение" => "12 из 43",
                _ => "",
            };
        using var book = new Workbook();
        var filled = book.Sheet("Данные", [headers, [.. headers.Select(Of)]]).Bytes();
        var import = await http.Import(Kind, filled);
        import.Counts().ShouldBe([1, 1, 0, 0, 0]);
        await c.Given.InRegion(async db => (await db.IndicatorValues.SingleAsync()).Measure.ShouldBe(Measure.Share(12, 43)));
    }

    [Fact]
    public async Task Wide_sheets_are_unfolded()
    {
        var c = await GridCase.Make(api, Points);
        using var http = await c.Given.Operator();
        using var book = new Workbook();
        var years = book.Sheet(
                "Лист1",
                [
                    ["Показатель", "Код школы", "2019", null, "2020", null],
                    [null, null, "Числитель", "Знаменатель", "Числитель", "Знаменатель"],
                    [c.Share.Current.Name, c.School.Code, 10, 40, 12, 43],
                ],
                ["C1:D1", "E1:F1"]
            )
            .Bytes();
        var import = await http.Import(Kind, years);
        import.State().ShouldBe("succeeded", import.ToString());
        import.Counts().ShouldBe([2, 2, 0, 0, 0]);
        var columns = $"Код школы;Период;yel-01;yel-02\n{c.School.Code};2020;12/43;73,4\nИтого;;;73,4\n";
        (await http.Import(Kind, columns)).Counts().ShouldBe([2, 1, 0, 1, 0]);
        await c.Given.InRegion(async db =>
            (await db.IndicatorValues.OrderBy(v => v.Thousandths).ThenBy(v => v.Numerator).Select(v => v.Measure).ToListAsync()).ShouldBe(
                [Measure.Share(10, 40), Measure.Share(12, 43), Measure.Number(73_400)],
                ignoreOrder: true
            )
        );
    }

    [Fact]
    public async Task Programs_send_lines_in_the_words_of_a_batch()
    {
        var c = await GridCase.Make(api, OfMunicipality);
        using var machine = await c.Given.Machine(Role.MunicipalSystem, c.Place);
        var lines =
            $$"""{"indicatorCode":"yel-01","placeCode":"{{c.School.Code}}","period":"2020","numerator":12,"denominator":43}"""
            + "\n"
            + $$"""{"indicatorCode":"yel-03","placeCode":"{{c.Place.Code}}","period":"2020","value":7}"""
            + "\n";
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(lines), Cancel);
        var import = await machine.Import(Kind, packed.ToArray());
        import.State().ShouldBe("succeeded", import.ToString());
        import.Counts().ShouldBe([2, 2, 0, 0, 0]);
        var wrong = await machine.Import(Kind, lines.Replace("denominator", "denominatr"));
        wrong.State().ShouldBe("failed");
        wrong.Errors().ShouldBe(["- - unknown-property"]);
    }

    [Fact]
    public async Task Names_and_parts_in_words_are_as_good_as_codes()
    {
        var c = await GridCase.Make(api, OfMunicipality, ByGrade);
        using var http = await c.Given.Operator();
        var table =
            "Показатель;Муниципалитет;Школа;Год;Класс;Значение\n"
            + $"{c.Share.Current.Name};{c.Place.Name};{c.School.Name};2020;;27,9 %\n"
            + $"yel-03;{c.Place.Name};;2020;;7\n"
            + $"yel-04;;{c.School.Name};2020;5 класс;3\n";
        var import = await http.Import(Kind, table);
        import.State().ShouldBe("succeeded", import.ToString());
        await c.Given.InRegion(async db =>
            (await db.IndicatorValues.OrderBy(v => v.SourceRow).Select(v => v.Breakdown + " " + v.Thousandths).ToListAsync()).ShouldBe([
                " 27900",
                " 7000",
                "grade=5 3000",
            ])
        );
    }

    [Fact]
    public async Task Every_wrong_row_is_told_with_its_cell()
    {
        var c = await GridCase.Make(api, Points);
        var elsewhere = await c.Given.School(await c.Given.Municipality("Агрызский район"), "СОШ № 77");
        await c.Given.InRegion(async db =>
        {
            (await db.IndicatorPeriods.SingleAsync(p => p.Period == Period.CalendarYear(2019))).Close(DateTime.UnixEpoch);
            await db.SaveChangesAsync(Cancel);
        });
        using var coordinator = await c.Given.Coordinator(c.Place);
        var (own, other) = (c.School.Code, elsewhere.Code);
        var table =
            Header
            + $"no-such;{own};2020;;1;2;;;\n"
            + $"yel-01;{other};2020;;1;2;;;\n"
            + $"yel-01;000000;2020;;1;2;;;\n"
            + $"yel-01;{own};когда-то;;1;2;;;\n"
            + $"yel-01;{own};2019;;1;2;;;\n"
            + $"yel-01;{own};2031;;1;2;;;\n"
            + $"yel-01;{own};2020/2021;;1;2;;;\n"
            + $"yel-01;{own};2020;5 класс;1;2;;;\n"
            + $"yel-01;{own};2020;;44;43;;;\n"
            + $"yel-01;{own};2020;;1;0;;;\n"
            + $"yel-01;{own};2020;;1;;;;\n"
            + $"yel-01;{own};2020;;много;2;;;\n"
            + $"yel-01;{own};2020;;1;2;90;;\n"
            + $"yel-01;{own};2020;;;;150;;\n"
            + $"yel-02;{own};2020;;1;2;;;\n"
            + $"yel-02;{own};2020;;;;;12,3456;\n"
            + $";{own};2020;;1;2;;;\n";
        var import = await coordinator.Import(Kind, table);
        import.State().ShouldBe("failed");
        import
            .Errors()
            .Where(e => !e.EndsWith("duplicate-in-payload", StringComparison.Ordinal))
            .ShouldBe([
                "2 A indicator-unknown",
                "3 B school-unknown",
                "4 B school-unknown",
                "5 C period-invalid",
                "6 C period-closed",
                "7 C period-not-opened",
                "8 C period-kind-other",
                "9 D breakdown-unknown",
                "10 E numerator-above-denominator",
                "11 F denominator-not-positive",
                "12 F required",
                "13 E number-invalid",
                "14 G percent-differs",
                "15 G value-out-of-range",
                "16 E value-not-a-share",
                "17 H decimals-too-many",
                "18 A required",
            ]);
        var unknown = import.GetProperty("errors").EnumerateArray().First();
        unknown.GetProperty("value").GetString().ShouldBe("no-such");
        unknown.GetProperty("pointer").GetString().ShouldBe("/indicatorCode");
        var csv = await coordinator.GetStringAsync($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors.csv", Cancel);
        csv.ShouldContain("12;F;;denominator;required");
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task A_trial_counts_as_the_load_does_and_partial_takes_what_is_right()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var table = Header + $"yel-01;{c.School.Code};2020;;12;43;;;\nyel-01;{c.School.Code};2019;;44;43;;;\n";
        (await http.Import(Kind, table)).State().ShouldBe("failed");
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
        var trial = await http.Import(Kind, table, "&mode=partial&dryRun=true");
        trial.Counts().ShouldBe([2, 1, 0, 0, 1]);
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
        var real = await http.Import(Kind, table, "&mode=partial");
        real.State().ShouldBe("partiallySucceeded");
        real.Counts().ShouldBe(trial.Counts());
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task A_period_handed_in_between_check_and_load_takes_nothing()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var import = await http.Import(Kind, Header + $"yel-01;{c.School.Code};2020;;12;43;;;\n", "&confirm=true");
        var preview = await http.GetJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/preview");
        var check = await http.Act(import, "check", new { mapping = preview.GetProperty("guess"), mode = "atomic" });
        check.Counts().ShouldBe([1, 1, 0, 0, 0]);
        var report = new IndicatorReport(c.School, c.Set.Id, Period.CalendarYear(2020));
        report.Submit(DateTime.UnixEpoch, Guid.NewGuid());
        await c.Given.Save(report);
        var load = await http.Act(check, "load", new { mode = "atomic" });
        load.State().ShouldBe("failed", load.ToString());
        await c.Given.InRegion(async db => (await db.IndicatorValues.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task History_and_explanation_name_the_import_and_the_row()
    {
        var c = await GridCase.Make(api);
        using var http = await c.Given.Operator();
        var import = await http.Import(Kind, Header + $"yel-01;{c.School.Code};2020;;12;43;;;\n");
        var id = import.GetProperty("id").GetGuid();
        var at = $"/api/v1/indicator-values/history?indicator={c.Share.Id}&period=2020&school={c.School.Id}";
        var step = (await http.GetJson(at)).GetProperty("items")[0];
        (step.GetProperty("importId").GetGuid(), step.GetProperty("row").GetInt32()).ShouldBe((id, 2));
        var explained = await http.GetJson($"/api/v1/indicators/{c.Share.Id}/explanation?period=2020&school={c.School.Id}");
        (explained.GetProperty("importId").GetGuid(), explained.GetProperty("row").GetInt32()).ShouldBe((id, 2));
    }

    [Fact]
    public async Task Who_may_not_write_values_is_refused()
    {
        var c = await GridCase.Make(api);
        using var school = await c.Given.SchoolPerson(c.School);
        await school.Upload(Kind, Encoding.UTF8.GetBytes(Header)).AssertProblem(403, "forbidden");
        using var machine = await c.Given.Machine(Role.MunicipalSystem, await c.Given.Municipality("Агрызский район"));
        var import = await machine.Import(Kind, Header + $"yel-01;{c.School.Code};2020;;12;43;;;\n");
        import.Errors().ShouldBe(["2 B school-unknown"]);
    }

    private static Indicator Points(IndicatorSet set) =>
        GivenIndicators.Share(
            set,
            "yel-02",
            2,
            m => m with { Unit = IndicatorUnit.Mean, Aggregation = IndicatorAggregation.MeanOfSchools }
        );

    private static Indicator OfMunicipality(IndicatorSet set) =>
        GivenIndicators.Share(
            set,
            "yel-03",
            3,
            m =>
                m with
                {
                    Unit = IndicatorUnit.Count,
                    Level = IndicatorLevel.Municipality,
                    EnteredBy = IndicatorSource.Municipality,
                    Aggregation = IndicatorAggregation.Sum,
                }
        );

    private static Indicator ByGrade(IndicatorSet set) =>
        GivenIndicators.Share(
            set,
            "yel-04",
            4,
            m => m with { Unit = IndicatorUnit.Count, Aggregation = IndicatorAggregation.Sum, Breakdown = BreakdownKind.Grade }
        );
}
