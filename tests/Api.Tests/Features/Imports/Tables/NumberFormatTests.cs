using Opora.Api.Features.Imports.Tables;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Imports.Tables;

[AnyEngine]
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("General", null)]
    [InlineData("0.00", 2)]
    [InlineData("0", 0)]
    [InlineData("#,##0.0", 1)]
    [InlineData("#,##0.00\\ \"₽\";[Red]-#,##0.0000", 2)]
    [InlineData("[Red]0.0?", 2)]
    [InlineData("0.0\" балла 2.55\"", 1)]
    [InlineData("_-* #,##0.00_-", 2)]
    [InlineData("0.00E+00", null)]
    [InlineData("# ?/?", null)]
    [InlineData("0.0,", null)]
    [InlineData("[>100]0;0.00", null)]
    [InlineData("@", null)]
    [InlineData("\"нет\"", null)]
    public void Says_how_many_decimals_a_cell_shows(string? code, int? decimals) => NumberFormat.Of(code).Decimals.ShouldBe(decimals);

    [Theory]
    [InlineData("0%", true)]
    [InlineData("0.0\" %\"", false)]
    [InlineData("0\\%", false)]
    public void Tells_per_cent_from_a_sign_behind_a_number(string code, bool percent) => NumberFormat.Of(code).IsPercent.ShouldBe(percent);

    [Theory]
    [InlineData("0.00", 63.333333333333336, "63.33")]
    [InlineData("0.0", 63.25003, "63.3")]
    [InlineData("0", 62.5001, "63")]
    [InlineData("0", 62.5, "62.5")]
    [InlineData("0.0", 63.125, "63.125")]
    [InlineData("0.0000", 63.123456, "63.1235")]
    [InlineData("General", 63.333333333333336, "63.3333333333333")]
    [InlineData("0%", 0.245, "24.5")]
    [InlineData("0.0%", 1 / 3.0, "33.3")]
    [InlineData("0.00", 4.3000000000000007, "4.3")]
    public void Reads_exactly_what_can_be_kept_and_else_what_is_shown(string code, double value, string text) =>
        NumberFormat.Of(code).Text(value).ShouldBe(text);
}
