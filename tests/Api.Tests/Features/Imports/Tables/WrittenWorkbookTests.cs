using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;
using Opora.Domain.Imports;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class WrittenWorkbookTests
{
    [Theory]
    [InlineData(ImportKind.ExamResults)]
    [InlineData(ImportKind.Schools)]
    [InlineData(ImportKind.Municipalities)]
    [InlineData(ImportKind.CohortMembers)]
    [InlineData(ImportKind.IndicatorValues)]
    public void A_template_is_valid_and_known_to_the_guess(ImportKind kind)
    {
        using var table = new TempTable(to => TemplateWorkbook.Write(to, kind));
        ShouldBeValid(table);
        using var file = table.Open();
        file.Sheets.Select(s => s.Name).ShouldBe(["Данные", "Как заполнять"]);
        var guess = MappingGuess.From(kind, file.Preview());
        guess.Spec.Columns.Count.ShouldBe(FieldCatalog.Of(kind).Fields.Count);
        guess.IsCertain.ShouldBeTrue();
    }

    [Fact]
    public async Task An_annotated_table_says_in_its_row_what_to_put_right()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "Лист1",
                [
                    ["Отчёт"],
                    ["Школа", "Балл"],
                    ["=1+1", 73.4],
                    ["@SUM(A1)", "x_x0001_y"],
                    null,
                    ["_x005F_x0041_", Workbook.Styled(0.24, Workbook.Percent)],
                ]
            )
            .Save();
        using var annotated = await Annotate(
            table,
            2,
            3,
            new(3, "B", "Балл больше 5."),
            new(3, null, "Школа неизвестна."),
            new(4, "B", "Это не число."),
            new(99, null, "Такой строки нет.")
        );
        ShouldBeValid(annotated);
        annotated
            .Rows("Данные")
            .Select(r => string.Join('|', r.Cells))
            .ShouldBe([
                "Отчёт||",
                "Школа|Балл|Что исправить",
                "=1+1|73.4|B: Балл больше 5.\nШкола неизвестна.",
                "@SUM(A1)|x\uFFFDy|B: Это не число.",
                "||",
                "_x0041_|24|",
            ]);
        using var file = annotated.Open();
        using var reader = file.Read();
        for (var i = 0; i < 3; i++)
            reader.Read();
        reader.Row.Kind(0).ShouldBe(CellKind.Text, "a text is never a formula");
        reader.Row.Kind(1).ShouldBe(CellKind.Number);
    }

    [Fact]
    public async Task An_annotated_table_that_comes_back_gets_new_remarks()
    {
        using var table = new TempTable("Школа;Что исправить\nЛицей;Старое\nГимназия;Старое\n");
        using var annotated = await Annotate(table, 2, 2, new RowRemark(3, "A", "Новое."));
        annotated.Rows().Select(r => string.Join('|', r.Cells)).ShouldBe(["Школа|Что исправить", "Лицей|", "Гимназия|A: Новое."]);
    }

    [Fact]
    public async Task An_annotated_csv_keeps_the_numbers_of_its_rows()
    {
        using var table = new TempTable("Школа;\"Средний\nбалл\"\n\"МБОУ\nЛицей\";5\nГимназия;4\n");
        using var annotated = await Annotate(table, 2, 3, new RowRemark(5, null, "Школа неизвестна."));
        var rows = annotated.Rows().Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        rows.Select(r => r.Number).ShouldBe([1, 3, 5]);
        rows[0].Cells.ShouldBe(["Школа", "Средний\nбалл", AnnotatedWorkbook.RemarksHeader]);
        rows[^1].Cells.ShouldBe(["Гимназия", "4", "Школа неизвестна."]);
    }

    [Fact]
    public async Task An_annotated_table_shows_a_row_that_could_not_be_read()
    {
        using var table = new TempTable("Школа;Балл\n\"Гимназия;4\n");
        using var annotated = await Annotate(table, 2, 2, new RowRemark(2, null, "Закройте кавычку."));
        annotated.Rows()[^1].Cells.ShouldBe(["\"Гимназия;4", "", "Закройте кавычку."]);
    }

    static async Task<TempTable> Annotate(TempTable table, int columns, int firstRow, params RowRemark[] remarks)
    {
        using var file = table.Open();
        using var reader = file.Read();
        using var written = new MemoryStream();
        await AnnotatedWorkbook.Write(
            written,
            reader,
            columns,
            firstRow,
            remarks.ToAsyncEnumerable(),
            TestContext.Current.CancellationToken
        );
        return new(written.ToArray());
    }

    static void ShouldBeValid(TempTable table)
    {
        using var document = SpreadsheetDocument.Open(table.Path, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();
    }
}
