using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class HeaderTests
{
    static readonly string[] YelabugaHeaders =
    [
        "Предмет",
        "2018 / Средний балл по ОО",
        "2019 / Средний балл по ОО",
        "2018 / Средний по балл по РТ",
        "2019 / Средний по балл по РТ",
        "Динамика изменения показателя за год",
    ];

    [Fact]
    public void Joins_a_header_of_two_rows_under_merged_cells()
    {
        using var book = new Workbook();
        using var table = book.Sheet(
                "ЕГЭ",
                [
                    ["Средний балл по ЕГЭ по обязательным предметам"],
                    ["Предмет", "Средний балл по ОО", null, "Средний по балл по РТ", null, "Динамика изменения показателя за год"],
                    [null, 2018, 2019, 2018, 2019],
                    ["Русский язык", 73.4, 71.1, 74.1, 73.9, -2.31],
                    ["География", "-", 60, 64.34, 64.82, "-"],
                ],
                ["A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3"]
            )
            .Save();
        using var file = table.Open();
        var preview = file.Preview();
        (preview.HeaderRow, preview.FirstRow).ShouldBe((2, 4));
        preview.Columns.Select(c => c.Header).ShouldBe(YelabugaHeaders);
        preview.Columns[0].Samples.ShouldBe(["Русский язык", "География"]);
        preview.Titles.ShouldContain("Средний балл по ЕГЭ по обязательным предметам");
    }

    [Fact]
    public void Joins_a_header_of_two_rows_in_csv_where_nothing_says_what_was_merged()
    {
        using var table = new TempTable(
            """
            Средний балл по ЕГЭ;;;;;
            Предмет;Средний балл по ОО;;Средний по балл по РТ;;Динамика изменения показателя за год
            ;2018;2019;2018;2019;
            Русский язык;73,4;71,1;74,1;73,9;-2,31
            """
        );
        using var file = table.Open();
        var preview = file.Preview();
        (preview.HeaderRow, preview.FirstRow).ShouldBe((2, 4));
        preview.Columns.Select(c => c.Header).ShouldBe(YelabugaHeaders);
    }

    [Fact]
    public void Takes_in_a_row_of_groups_above_the_header()
    {
        using var table = new TempTable(
            """
            ;;Распределение групп баллов в %;;;
            Предмет;Количество участников;«2»;«3»;«4»;«5»
            1;2;3;4;5;6
            Русский язык;75;0;24;60;16
            """
        );
        using var file = table.Open();
        var preview = file.Preview();
        (preview.HeaderRow, preview.FirstRow).ShouldBe((1, 4), "the numbers of the columns are no data");
        preview
            .Columns.Select(c => c.Header)
            .ShouldBe([
                "Предмет",
                "Количество участников",
                "«2» / Распределение групп баллов в %",
                "«3» / Распределение групп баллов в %",
                "«4» / Распределение групп баллов в %",
                "«5» / Распределение групп баллов в %",
            ]);
    }

    [Theory]
    [InlineData("Школа;Предмет\nСОШ № 2;Физика\n", 1, 2)]
    [InlineData("Отчёт\n\n\nКод школы;Предмет;Средний балл\n160312002;Физика;54\n", 4, 5)]
    [InlineData("Код;Наименование;Район\n1;Лицей;Елабужский район\n2;Гимназия;Елабужский район\n", 1, 2)]
    [InlineData("Школа;;Предмет\nСОШ № 2;2018;Физика\n", 1, 2)]
    public void Finds_a_header_of_one_row(string text, int headerRow, int firstRow)
    {
        using var table = new TempTable(text);
        using var file = table.Open();
        var preview = file.Preview();
        (preview.HeaderRow, preview.FirstRow).ShouldBe((headerRow, firstRow));
    }

    [Fact]
    public void Follows_people_who_choose_the_rows_themselves()
    {
        using var table = new TempTable("Школа;Балл\nподпись;подпись\nСОШ № 2;5\n");
        using var file = table.Open();
        var preview = file.Preview(headerRow: 2, firstRow: 3);
        preview.Columns.Select(c => c.Header).ShouldBe(["подпись", "подпись"]);
        file.Preview(headerRow: 0, firstRow: 1).Columns.Select(c => c.Header).ShouldBe(["", ""]);
    }

    [Fact]
    public void The_same_form_has_the_same_fingerprint()
    {
        string Fingerprint(string text)
        {
            using var table = new TempTable(text);
            using var file = table.Open();
            return file.Preview().Fingerprint;
        }
        var first = Fingerprint("Код школы;Учёт;Средний балл\n1;2;3\n");
        Fingerprint("\nКОД ШКОЛЫ;учет;Средний  балл;\n9;9;9;\n").ShouldBe(first);
        Fingerprint("Код школы;Учёт;Участников\n1;2;3\n").ShouldNotBe(first);
        Fingerprint("Средний балл 2018;Предмет\n1;2\n").ShouldNotBe(Fingerprint("Средний балл 2019;Предмет\n1;2\n"));
    }

    [Fact]
    public void Shows_the_first_rows_with_their_numbers()
    {
        using var table = new TempTable("Школа;Балл\n" + string.Concat(Enumerable.Repeat("СОШ № 2;5\n", 100)));
        using var file = table.Open();
        var preview = file.Preview();
        preview.Rows.Count.ShouldBe(TablePreview.ShownRows);
        preview.Rows[^1].Number.ShouldBe(20);
        preview.Rows[0].Cells.ShouldBe(["Школа", "Балл"]);
        file.Sheets[0].Rows.ShouldBe(101);
    }
}
