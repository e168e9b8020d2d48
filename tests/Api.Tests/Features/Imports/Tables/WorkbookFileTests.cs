using DocumentFormat.OpenXml.Spreadsheet;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class WorkbookFileTests
{
    [Fact]
    public void Reads_cells_as_people_see_them()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    ["текст", " 73,4\u00A0", "–", "0160312002"],
                    [4.3000000000000007, 63.333333333333336, 1e15, 160312002, -0.5, 0],
                    [
                        Workbook.Styled(0.24, Workbook.Percent),
                        Workbook.Styled(0.07, Workbook.Percent),
                        Workbook.Styled(1.2345, Workbook.Percent),
                    ],
                    [Workbook.Styled(5.5, Workbook.LiteralPercent)],
                    [new DateTime(2019, 2, 18), new DateTime(2019, 2, 18, 9, 30, 0), true],
                    [
                        Workbook.Formula("A2*2", "8.6"),
                        Workbook.Formula("\"a\"", "итог", CellValues.String),
                        Workbook.Formula("1/0", "#DIV/0!", CellValues.Error),
                        Workbook.Formula("NA()", "#N/A", CellValues.Error),
                    ],
                ]
            )
            .Save();
        var rows = table.Rows();
        rows[0].Cells[..4].ShouldBe(["текст", " 73,4\u00A0", "–", "0160312002"]);
        rows[1].Cells.ShouldBe(["4.3", "63.3333333333333", "1E+15", "160312002", "-0.5", "0"]);
        rows[2].Cells[..3].ShouldBe(["24", "7", "123.45"]);
        rows[3].Cells[0].ShouldBe("5.5");
        rows[4].Cells[..3].ShouldBe(["2019-02-18", "2019-02-18T09:30:00", "ИСТИНА"]);
        rows[5].Cells[..4].ShouldBe(["8.6", "итог", "#ДЕЛ/0!", "#Н/Д"]);
    }

    [Fact]
    public void Says_what_kind_a_cell_is()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    [
                        "текст",
                        4.3,
                        Workbook.Styled(0.24, Workbook.Percent),
                        new DateTime(2019, 2, 18),
                        Workbook.Formula("1/0", "#DIV/0!", CellValues.Error),
                        true,
                    ],
                ]
            )
            .Save();
        using var file = table.Open();
        using var reader = file.Read();
        reader.Read().ShouldBeTrue();
        Enumerable
            .Range(0, 6)
            .Select(reader.Row.Kind)
            .ShouldBe([CellKind.Text, CellKind.Number, CellKind.Percent, CellKind.Date, CellKind.Error, CellKind.Boolean]);
        CellKind.Percent.Note().ShouldNotBeNull();
        CellKind.Number.Note().ShouldBeNull();
    }

    [Fact]
    public void Numbers_rows_as_Excel_does_where_rows_are_left_out()
    {
        using var book = new Workbook();
        using var table = book.Sheet("Лист1", [null, ["a", "b"], null, null, ["1", "2"]]).Save();
        using var file = table.Open();
        using var reader = file.Read();
        var filled = new List<int>();
        while (reader.Read())
            if (!reader.Row.IsEmpty)
                filled.Add(reader.Row.Number);
        filled.ShouldBe([2, 5]);
    }

    [Fact]
    public void Takes_the_first_sheet_that_is_shown_and_not_empty()
    {
        using var book = new Workbook();
        using var table = book.Sheet("Пустой", [])
            .Sheet(
                "Скрытый",
                [
                    ["x"],
                ],
                state: SheetStateValues.Hidden
            )
            .Sheet(
                "Итоги 2019",
                [
                    ["Предмет", "Балл"],
                    ["Физика", 54],
                ]
            )
            .Save();
        using var file = table.Open();
        file.Format.ShouldBe(TableFormat.Xlsx);
        file.Sheets.Select(s => (s.Name, s.Rows, s.Hidden))
            .ShouldBe([("Пустой", 0, false), ("Скрытый", 1, true), ("Итоги 2019", 2, false)]);
        file.Preview().Sheet.ShouldBe("Итоги 2019");
        table.Rows("итоги 2019 ")[1].Cells.ShouldBe(["Физика", "54"]);
        Should.Throw<TableUnreadable>(() => file.Read("Нет такого")).Message.ShouldContain("«Пустой», «Скрытый», «Итоги 2019»");
        Should.Throw<TableUnreadable>(() => file.Read("Пустой")).Code.ShouldBe("sheet-empty");
    }

    [Fact]
    public void A_cell_merged_downwards_holds_for_all_rows_that_it_covers()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    ["Школа", "Предмет"],
                    ["СОШ № 2", "Физика"],
                    [null, "Химия"],
                    [null, null],
                    ["Итоги года", null],
                ],
                ["A2:A4", "A5:B5"]
            )
            .Save();
        var overrides = new CellOverrides();
        overrides.Add(2, "A", "СОШ № 3");
        table
            .Rows()
            .Select(r => string.Join('|', r.Cells))
            .ShouldBe(["Школа|Предмет", "СОШ № 2|Физика", "СОШ № 2|Химия", "СОШ № 2|", "Итоги года|"]);
        table.Rows(overrides: overrides)[2].Cells[0].ShouldBe("СОШ № 3");

        using var file = table.Open();
        using var reader = file.Read();
        for (var i = 0; i < 4; i++)
            reader.Read();
        reader.Row.IsEmpty.ShouldBeTrue("nothing of its own stands in the covered row");
    }

    [Fact]
    public void Reads_the_workbooks_of_Excel_97()
    {
        using var table = new TempTable(
            OleFile.Xls(
                "Лист1",
                [
                    ["Предмет", "Балл"],
                    ["Русский язык", 73.4],
                    ["История", null],
                ]
            )
        );
        using var file = table.Open();
        file.Format.ShouldBe(TableFormat.Xls);
        table.Rows("Лист1").Select(r => string.Join('|', r.Cells)).ShouldBe(["Предмет|Балл", "Русский язык|73.4", "История|"]);
    }

    [Fact]
    public void Reads_as_many_columns_as_Excel_has()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    [.. Enumerable.Range(0, 16_384).Select(i => $"Столбец {i}")],
                    ["1"],
                ]
            )
            .Save();
        using var file = table.Open();
        file.Sheets[0].Columns.ShouldBe(16_384);
        var preview = file.Preview();
        preview.Columns.Count.ShouldBe(TablePreview.MostColumns);
        preview.ColumnsTotal.ShouldBe(16_384);
        table.Rows()[0].Cells[^1].ShouldBe("Столбец 16383");
        ColumnLetter.Of(16_383).ShouldBe("XFD");
    }
}
