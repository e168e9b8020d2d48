using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class NdjsonTests
{
    const string Lines = """
        {"schoolCode":"160312002","year":2019,"mean":3.2880,"sitting":null,"marks":{"2":19,"3":20}}

        {"schoolCode":"160312003","marks":{"2":1},"note":"ё"}
        {"schoolCode":
        [1]
        {"year":1e3,"year":2}
        {"a":{"b":{"c":1}}}
        {"schoolCode":"\ud800"}
        """;

    [Fact]
    public void Makes_columns_of_properties_and_rows_of_lines()
    {
        using var table = new TempTable(Lines);
        using var file = table.Open();
        file.Format.ShouldBe(TableFormat.Ndjson);
        file.Encoding.ShouldBe("utf-8");
        var preview = file.Preview();
        (preview.HeaderRow, preview.FirstRow).ShouldBe((0, 1));
        preview.Columns.Select(c => c.Header).ShouldBe(["schoolCode", "year", "mean", "sitting", "marks.2", "marks.3", "note"]);
        using var reader = file.Read();
        reader.Read().ShouldBeTrue();
        Enumerable.Range(0, 7).Select(i => reader.Row[i]).ShouldBe(["160312002", "2019", "3.2880", "", "19", "20", ""]);
        reader.Row.Kind(2).ShouldBe(CellKind.Number);
        reader.Row.Kind(0).ShouldBe(CellKind.Text);
        reader.Read().ShouldBeTrue();
        (reader.Row.Number, reader.Row[6]).ShouldBe((3, "ё"));
    }

    [Fact]
    public void A_bad_line_costs_no_other()
    {
        using var table = new TempTable(Lines);
        using var file = table.Open();
        using var reader = file.Read();
        var problems = new List<(int, string?)>();
        while (reader.Read())
            problems.Add((reader.Row.Number, reader.Row.Problem?.Code));
        problems.ShouldBe([
            (1, null),
            (3, null),
            (4, "row-unreadable"),
            (5, "row-unreadable"),
            (6, "row-unreadable"),
            (7, "row-unreadable"),
            (8, "row-unreadable"),
        ]);
    }

    [Theory]
    [InlineData("1e2", "100")]
    [InlineData("7.11E+1", "71.1")]
    [InlineData("32880e-4", "3.288")]
    [InlineData("1e400", "1e400")]
    public void Numbers_with_an_exponent_are_numbers(string sent, string read)
    {
        using var table = new TempTable($"{{\"mean\":{sent}}}");
        table.Rows()[0].Cells[0].ShouldBe(read);
    }

    [Fact]
    public void Refuses_json_in_another_encoding()
    {
        using var table = new TempTable("{\"name\":\"Елабуга\"}\n", "windows-1251");
        table.Refused().Code.ShouldBe("encoding-unknown");
    }

    [Fact]
    public void Reads_lines_longer_than_its_buffer_and_refuses_endless_ones()
    {
        var note = new string('ё', 100_000);
        using var table = new TempTable($"{{\"a\":\"1\"}}\r\n{{\"a\":\"{note}\"}}\n{{\"a\":\"3\"}}");
        table.Rows().Select(r => r.Cells[0]).ShouldBe(["1", note, "3"]);
        using var endless = new TempTable("{\"a\":\"" + new string('x', 3 << 20));
        endless.Refused().Code.ShouldBe("file-unreadable");
    }
}
