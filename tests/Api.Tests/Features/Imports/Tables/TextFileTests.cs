using System.Text;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class TextFileTests
{
    const string Table = "Предмет;Участников;Средний балл\r\nРусский язык;75;73,4\r\nИстория;;–\r\n";

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("koi8-r", "koi8-r")]
    [InlineData("ibm866", "cp866")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16BE")]
    public void Recognises_the_encoding_without_a_mark(string encoding, string name)
    {
        using var table = new TempTable(Table, encoding);
        using var file = table.Open();
        file.Format.ShouldBe(TableFormat.Csv);
        file.Delimiter.ShouldBe(';');
        table.Rows().Select(r => r.Cells[0]).ShouldBe(["Предмет", "Русский язык", "История"]);
        file.Encoding.ShouldBe(name);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Honours_a_byte_order_mark_and_does_not_show_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var table = new TempTable([.. encoding.GetPreamble(), .. encoding.GetBytes(Table)]);
        table.Rows()[0].Cells[0].ShouldBe("Предмет");
    }

    [Theory]
    [InlineData("ШКОЛА;БАЛЛ\nЛИЦЕЙ;5\n")]
    [InlineData("school;mean\nМБОУ «СОШ №2»;4,5\n")]
    [InlineData("code;name\n1;№ 2\n")]
    [InlineData("code;mean\n1;–\n")]
    public void Recognises_windows_1251_by_few_letters(string text)
    {
        using var table = new TempTable(text, "windows-1251");
        using var file = table.Open();
        file.Encoding.ShouldBe("windows-1251");
        table.Rows()[1].Cells.ShouldBe(text.Split('\n')[1].Split(';'));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-8")]
    public void Recognises_the_encoding_by_a_word_that_stands_far_below(string encoding)
    {
        var text = new StringBuilder("code;name\n");
        for (var i = 0; i < 200_000; i++)
            text.Append("160312002;plain\n");
        text.Append("160312002;Елабуга\n");
        using var table = new TempTable(text.ToString(), encoding);
        table.Rows()[^1].Cells[1].ShouldBe("Елабуга");
    }

    [Fact]
    public void Refuses_two_encodings_in_one_file()
    {
        var utf8 = Encoding.UTF8.GetBytes("Предмет;Балл\nРусский язык;73,4\n");
        using var table = new TempTable([.. utf8, .. Encoding.GetEncoding("windows-1251").GetBytes("История;55\n")]);
        table.Refused().Code.ShouldBe("encoding-unknown");
    }

    [Theory]
    [InlineData("a;b,c\n1;73,4\n2;71,1\n3;5,0\n", ';')]
    [InlineData("a,b,c\n1,\"73,4\",x;y\n2,71.1,z\n", ',')]
    [InlineData("a\tb\n1\t73,4\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("one\ntwo\n", ';')]
    [InlineData("Результаты ЕГЭ, 2019 год\n\nПредмет;Балл\nФизика;54,0\nХимия;51,3\n", ';')]
    public void Finds_the_separator(string text, char separator)
    {
        using var table = new TempTable(text);
        using var file = table.Open();
        file.Delimiter.ShouldBe(separator);
    }

    [Fact]
    public void Obeys_the_separator_line_of_Excel()
    {
        using var table = new TempTable("sep=,\r\na,b\r\n1;5,2\r\n");
        table.Rows().Select(r => r.Cells.Length).ShouldBe([2, 2]);
        table.Rows()[0].Number.ShouldBe(2);
    }

    [Fact]
    public void Numbers_rows_by_the_line_where_they_start()
    {
        using var table = new TempTable("Школа;Балл\r\n\r\n\"МБОУ\r\n\"\"СОШ №2\"\"\";4,5\r\nЛицей;5\r\n");
        var rows = table.Rows();
        rows.Select(r => r.Number).ShouldBe([1, 2, 3, 5]);
        rows[2].Cells[0].ShouldBe("МБОУ\r\n\"СОШ №2\"");
    }

    [Fact]
    public void Keeps_quotes_inside_names()
    {
        using var table = new TempTable("Школа;Балл\nМБОУ \"СОШ №2\";4\n");
        table.Rows()[1].Cells[0].ShouldBe("МБОУ \"СОШ №2\"");
    }

    [Fact]
    public void An_open_quote_costs_its_own_row_and_no_other()
    {
        using var table = new TempTable("Школа;Балл\n\"Лицей;5\nГимназия;4\n\"СОШ №2\";3\n");
        using var file = table.Open();
        using var reader = file.Read();
        var rows = new List<(int Number, string First, string? Problem)>();
        while (reader.Read())
            rows.Add((reader.Row.Number, reader.Row[0], reader.Row.Problem?.Code));
        rows.ShouldBe([(1, "Школа", null), (2, "", "row-unreadable"), (3, "Гимназия", null), (4, "СОШ №2", null)]);
    }

    [Fact]
    public void An_open_quote_does_not_swallow_a_long_file()
    {
        using var table = new TempTable("Школа;Балл\n\"Лицей;5\n" + string.Concat(Enumerable.Repeat("Гимназия;4\n", 200_000)));
        using var file = table.Open();
        file.Sheets[0].Rows.ShouldBe(200_002);
    }

    [Fact]
    public void Shows_control_characters_instead_of_passing_them_on()
    {
        using var table = new TempTable("Школа;Балл\nЛи\u0001цей;5" + new string('0', 500) + "\n");
        table.Rows()[1].Cells[0].ShouldBe("Ли\uFFFDцей");
    }

    [Fact]
    public void Lays_corrections_over_the_file()
    {
        using var table = new TempTable("a;b\n1;2\n3;4\n");
        var overrides = new CellOverrides();
        overrides.Add(2, "b", "22").ShouldBeTrue();
        overrides.Add(2, "D", "new").ShouldBeTrue();
        overrides.Add(2, "?", "x").ShouldBeFalse();
        overrides.Add(3, "A", "0").ShouldBeTrue();
        overrides.Add(3, "A", "").ShouldBeTrue();
        overrides.Count.ShouldBe(3);
        table.Rows(overrides: overrides).Select(r => string.Join('|', r.Cells)).ShouldBe(["a|b", "1|22||new", "|4"]);
    }
}
