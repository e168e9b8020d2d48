using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class MapperTests
{
    static readonly MappingSpec Tall = new()
    {
        Constants = new Dictionary<string, string> { ["assessment"] = "ЕГЭ", ["grade"] = "11" },
        Columns = new Dictionary<string, string>
        {
            ["schoolCode"] = "A",
            ["subject"] = "B",
            ["year"] = "C",
            ["mean"] = "D",
            ["participants"] = "E",
        },
    };

    [Fact]
    public void Knows_the_source_of_every_text()
    {
        var row = Map("Код;Предмет;Год;Балл;Участников\n 160312002\u00A0;Физика;2019;73,4;н/д\n", Tall).Single();
        row.Number.ShouldBe(2);
        var item = row.Items.ShouldHaveSingleItem();
        item.Row.ShouldBe(2);
        item[ExamResultField.SchoolCode].ShouldBe("160312002");
        item[ExamResultField.Mean].ShouldBe("73,4");
        item[ExamResultField.Participants].ShouldBeNull("«н/д» is no value");
        item[ExamResultField.Assessment].ShouldBe("ЕГЭ");
        item[ExamResultField.PlaceCode].ShouldBeNull();
        item.Source(ExamResultField.Mean).ShouldBe("D");
        item.Source(ExamResultField.Assessment).ShouldBe(MappedItem.ConstantSource);
        item.Source(ExamResultField.PlaceCode).ShouldBeNull();
    }

    [Fact]
    public void Makes_an_item_of_each_series_that_has_a_figure()
    {
        using var file = TableFile.Open(SeedTable.EgeMeans);
        SeriesSpec Series(string field, string code, string year, string column) =>
            new()
            {
                Constants = new Dictionary<string, string> { [field] = code, ["year"] = year },
                Columns = new Dictionary<string, string> { ["mean"] = column },
            };
        var spec = new MappingSpec
        {
            Constants = new Dictionary<string, string> { ["assessment"] = "EGE", ["grade"] = "11" },
            Columns = new Dictionary<string, string> { ["subject"] = "A" },
            Series =
            [
                Series("schoolCode", "160312002", "2018", "B"),
                Series("schoolCode", "160312002", "2019", "C"),
                Series("placeCode", "RU-TA", "2018", "D"),
                Series("placeCode", "RU-TA", "2019", "E"),
            ],
        };
        var items = Map(file, spec).SelectMany(r => r.Items).ToList();
        items.Count.ShouldBe(14 * 4 - 5, "five figures are missing in the document");
        items.Count(i => i[ExamResultField.SchoolCode] is not null).ShouldBe(14 * 2 - 5);
        var geography = items.Where(i => i[ExamResultField.Subject] == "География").ToList();
        geography
            .Select(i => (i.Series, i[ExamResultField.Year], i[ExamResultField.Mean]))
            .ShouldBe([(1, "2019", "60"), (2, "2018", "64.34"), (3, "2019", "64.82")]);
    }

    [Fact]
    public void The_place_of_a_series_stands_instead_of_the_rows_school()
    {
        var spec = Tall with
        {
            Columns = new Dictionary<string, string>
            {
                ["schoolCode"] = "A",
                ["subject"] = "B",
                ["year"] = "C",
            },
            Series =
            [
                new() { Columns = new Dictionary<string, string> { ["mean"] = "D" } },
                new()
                {
                    Constants = new Dictionary<string, string> { ["placeCode"] = "RU-TA" },
                    Columns = new Dictionary<string, string> { ["mean"] = "E" },
                },
            ],
        };
        var items = Map("Код;Предмет;Год;Балл;Регион\n1;Физика;2019;54;57\n", spec).Single().Items;
        items.Select(i => (i[ExamResultField.SchoolCode], i[ExamResultField.PlaceCode])).ShouldBe([("1", null), (null, "RU-TA")]);
        items[1].Source(ExamResultField.SchoolCode).ShouldBeNull();
    }

    [Fact]
    public void Tells_apart_the_rows_that_are_no_data()
    {
        var rows = Map(
            """
            Код;Предмет;Год;Балл;Участников
            1;Физика;2019;54;20
            ;;;;
            2;Физика;2019;-;
            Итого;;;54;20
            Итого по школе № 2:;;;54;20
            25;Всего;;54;20
            1;В среднем;2019;54;20
            Среднее;Физика;2019;54;20
            Среднее село;Физика;2019;54;20
            3;Физика;2019;;20
            """,
            Tall
        );
        rows.Select(r => r.Outcome)
            .ShouldBe([
                RowOutcome.Items,
                RowOutcome.Empty,
                RowOutcome.WithoutValues,
                RowOutcome.Totals,
                RowOutcome.Totals,
                RowOutcome.Totals,
                RowOutcome.Totals,
                RowOutcome.Totals,
                RowOutcome.Items,
                RowOutcome.Items,
            ]);
    }

    [Fact]
    public void Passes_over_titles_and_header_and_keeps_unreadable_rows()
    {
        using var table = new TempTable("Отчёт\nКод;Предмет;Год;Балл;Участников\n\"1;Физика;2019;5;5\n2;Физика;2019;5;5\n");
        using var file = table.Open();
        var mapping = CompiledMapping
            .Compile(ImportKind.ExamResults, Tall with { HeaderRow = 2, FirstRow = 3 }, file, out _)
            .ShouldNotBeNull();
        using var reader = file.Read();
        var rows = new List<MappedRow>();
        while (reader.Read())
            rows.Add(Mapper.Map(reader.Row, mapping));
        rows.Select(r => r.Outcome).ShouldBe([RowOutcome.Header, RowOutcome.Header, RowOutcome.Unreadable, RowOutcome.Items]);
        rows[2].Problem.ShouldNotBeNull().Value.ShouldBe("\"1;Физика;2019;5;5");
    }

    [Fact]
    public void Says_how_Excel_showed_a_number()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    ["Код", "Предмет", "Год", "Балл", "Участников"],
                    ["1", "Физика", 2019, new DateTime(2024, 3, 4), Workbook.Styled(0.24, Workbook.Percent)],
                ]
            )
            .Save();
        using var file = table.Open();
        var item = Map(file, Tall).Single().Items.Single();
        item[ExamResultField.Mean].ShouldBe("2024-03-04");
        item.Kind(ExamResultField.Mean).Note().ShouldNotBeNull().ShouldContain("Excel принял его за дату");
        item[ExamResultField.Participants].ShouldBe("24");
        item.Kind(ExamResultField.Participants).ShouldBe(CellKind.Percent);
        item.Kind(ExamResultField.Assessment).ShouldBe(CellKind.Text);
    }

    [Fact]
    public void Maps_rows_without_figures_for_kinds_that_have_none()
    {
        var spec = new MappingSpec
        {
            Columns = new Dictionary<string, string> { ["code"] = "A", ["name"] = "B" },
        };
        var items = Map("ОКТМО;Название\n92626000;Елабужский муниципальный район\n92626001;\n", spec, ImportKind.Municipalities)
            .Select(r => r.Items.Single())
            .ToList();
        items[0][MunicipalityField.Name].ShouldBe("Елабужский муниципальный район");
        items[1][MunicipalityField.Name].ShouldBeNull();
    }

    static List<MappedRow> Map(string text, MappingSpec spec, ImportKind kind = ImportKind.ExamResults)
    {
        using var table = new TempTable(text);
        using var file = table.Open();
        return Map(file, spec, kind);
    }

    // Data rows only.
    static List<MappedRow> Map(TableFile file, MappingSpec spec, ImportKind kind = ImportKind.ExamResults)
    {
        var mapping = CompiledMapping.Compile(kind, spec, file, out var problems);
        problems.ShouldBeEmpty();
        using var reader = file.Read(spec.Sheet);
        var rows = new List<MappedRow>();
        while (reader.Read())
            if (Mapper.Map(reader.Row, mapping!) is { Outcome: not RowOutcome.Header } row)
                rows.Add(row);
        return rows;
    }
}
