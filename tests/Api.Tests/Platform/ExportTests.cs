using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http.Metadata;
using Opora.Api.Http;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Platform;

/// <summary>A table that leaves the product computes nothing in the program that opens it, whatever somebody typed into ours.</summary>
public sealed partial class ExportTests(ApiFactory api)
{
    private const string Csv = "text/csv";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Hostile = ["=HYPERLINK(\"http://evil\")", "+7*7", "-2+3", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7 843 1", "'+7 843 1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("-5", "-5")]
    [InlineData("-5,25", "\"-5,25\"")]
    [InlineData("+0.5", "+0.5")]
    [InlineData("-5\n", "\"'-5\n\"")]
    [InlineData("а \"б\", в", "\"а \"\"б\"\", в\"")]
    [InlineData(null, "")]
    public void A_text_stays_a_text_and_a_number_a_number(string? text, string cell) => CsvCell.Of(text, ',').ShouldBe(cell);

    [Fact]
    public async Task Every_route_that_answers_a_table_writes_no_formula()
    {
        var own = await OwnRegion.Make(api);
        var http = await own.Caller(Role.Operator);
        var rows = string.Join(
            '\n',
            Hostile.Select(h =>
                $"\"{h.Replace("\"", "\"\"", StringComparison.Ordinal)}\";\"{h.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            )
        );
        var import = await http.Import("municipalities", $"ОКТМО;Название\n{rows}\n");
        import.GetProperty("errorsTotal").GetInt32().ShouldBeGreaterThan(0);

        var tables = 0;
        foreach (var route in Route.All(api).Where(r => !r.IsUnsafe))
        foreach (var type in Types(route))
        {
            var address = own.Address(route).Replace(IdOf(own.Import), IdOf(import), StringComparison.Ordinal);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
            using var answer = await http.SendAsync(request, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, route.ToString());
            if (type == Csv)
                Formulas(await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty(route.ToString());
            else
                await ShouldHoldTextsOnly(await answer.Content.ReadAsStreamAsync(Cancel), route);
            tables++;
        }
        tables.ShouldBeGreaterThanOrEqualTo(4);
    }

    private static string IdOf(System.Text.Json.JsonElement import) => import.GetProperty("id").GetString()!;

    private static IEnumerable<string> Types(Route route) =>
        route
            .Endpoint.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(p => p.StatusCode == 200)
            .SelectMany(p => p.ContentTypes)
            .Where(t => t is Csv or Workbook)
            .Distinct(StringComparer.Ordinal);

    private static List<string> Formulas(string text) =>
        [.. Cell().Matches(text.TrimStart('\uFEFF')).Select(m => m.Groups["cell"].Value.Trim('"')).Where(IsFormula)];

    private static bool IsFormula(string cell) =>
        cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) && !decimal.TryParse(cell, out _);

    private static async Task ShouldHoldTextsOnly(Stream file, Route route)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Cancel);
        using var zip = new ZipArchive(copy);
        zip.Entries.Select(e => e.FullName).ShouldNotContain(n => n.Contains("vba", StringComparison.OrdinalIgnoreCase), route.ToString());
        foreach (var sheet in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            await using var content = sheet.Open();
            var xml = await XDocument.LoadAsync(content, LoadOptions.None, Cancel);
            xml.Descendants().ShouldNotContain(e => e.Name.LocalName == "f", route.ToString());
            foreach (var value in xml.Descendants().Where(e => e.Name.LocalName == "v"))
                decimal.TryParse(value.Value, System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue(value.Value);
        }
    }

    [GeneratedRegex("(?<=^|[;,\n])(?<cell>\"(?:[^\"]|\"\")*\"|[^;,\r\n]*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cell();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
