using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Indicators.Panels;

public sealed class IndicatorPanelTests(ApiFactory api)
{
    private static readonly IndicatorMeaning Region = new(
        IndicatorUnit.Share,
        IndicatorDirection.HigherIsBetter,
        IndicatorLevel.Municipality,
        IndicatorPeriodKind.CalendarYear,
        IndicatorSource.Operator,
        IndicatorAggregation.RatioOfSums
    );

    private static string Address(IndicatorSet set, string more = "") => $"/api/v1/indicator-panel?set={set.Id}&period=2019{more}";

    private static JsonElement Cell(JsonElement panel, string municipality, int indicator) =>
        panel
            .GetProperty("rows")
            .EnumerateArray()
            .Single(r => r.GetProperty("municipality").GetProperty("code").GetString() == municipality)
            .GetProperty("cells")[indicator];

    private static string Share(JsonElement holder) =>
        holder.GetProperty("figure") is { ValueKind: JsonValueKind.Object } f
            ? $"{f.GetProperty("kind").GetString()} {f.GetProperty("numerator")}/{f.GetProperty("denominator")} {f.GetProperty("value")}"
            : "–";

    private async Task<(Given Given, Municipality Here, Municipality There, List<School> Schools)> Schools()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality("Агрызский район"), await given.Municipality("Буинский район"));
        List<School> schools = [await given.School(here), await given.School(here), await given.School(there), await given.School(there)];
        return (given, here, there, schools);
    }

    [Fact]
    public async Task Shares_are_sums_by_sums_in_cells_and_total_and_no_data_is_no_zero()
    {
        var (given, here, there, s) = await Schools();
        var (set, indicators) = await given.Watched(
            m => m,
            m => m with { Unit = IndicatorUnit.Count, Aggregation = IndicatorAggregation.Sum }
        );
        await given.Values(
            indicators[0],
            (s[0], Measure.Share(1, 10)),
            (s[1], Measure.Share(9, 90)),
            (s[2], Measure.Share(30, 40)),
            (s[3], Measure.BarePercent(20_000))
        );
        await given.Values(indicators[1], (s[0], Measure.Count(0)), (s[1], Measure.Count(3)));
        await given.Targets(indicators[0], GivenPanels.Year, (s[0], 10), (s[2], 80));
        using var http = await given.Operator();
        var panel = await http.GetJson(Address(set));

        panel.GetProperty("schools").GetInt32().ShouldBe(4);
        Share(Cell(panel, here.Code, 0)).ShouldBe("RatioOfSums 10/100 10");
        Share(Cell(panel, there.Code, 0)).ShouldBe("RatioOfSums 30/40 75");
        Cell(panel, here.Code, 0).GetProperty("achieved").GetInt32().ShouldBe(1);
        Cell(panel, there.Code, 0).GetProperty("missed").GetInt32().ShouldBe(1);
        var total = panel.GetProperty("total")[0];
        Share(total).ShouldBe("RatioOfSums 40/140 28.571");
        total.GetProperty("mean").GetDecimal().ShouldBe(28.75m);
        (total.GetProperty("schools").GetInt32(), total.GetProperty("withBase").GetInt32()).ShouldBe((4, 3));
        (total.GetProperty("least").GetDecimal(), total.GetProperty("greatest").GetDecimal()).ShouldBe((10m, 75m));
        Share(Cell(panel, here.Code, 1)).ShouldBe("Sum / 3");
        Cell(panel, there.Code, 1).GetProperty("figure").ValueKind.ShouldBe(JsonValueKind.Null);
        panel.GetProperty("total")[1].GetProperty("aboveZero").GetInt32().ShouldBe(1);
        panel.GetProperty("total")[1].GetProperty("withoutValue").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Where_no_base_is_known_the_mean_of_schools_says_so()
    {
        var (given, here, _, s) = await Schools();
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (s[0], Measure.BarePercent(10_000)), (s[1], Measure.BarePercent(20_000)));
        using var http = await given.Operator();
        Share(Cell(await http.GetJson(Address(set)), here.Code, 0)).ShouldBe("MeanOfSchools / 15");
    }

    [Fact]
    public async Task A_category_and_lists_of_this_and_other_years_narrow_it()
    {
        var (given, here, there, s) = await Schools();
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], [.. s.Select((school, i) => ((IPlaced)school, Measure.Share(i, 10)))]);
        var own = await given.Cohort("2019", (s[1], SupportCategory.LowResults), (s[2], SupportCategory.Both));
        var former = await given.Cohort("2018", (s[3], SupportCategory.LowResults));
        using var http = await given.Operator();

        var listed = await http.GetJson(Address(set, $"&cohort={own.Id}"));
        Share(listed.GetProperty("total")[0]).ShouldBe("RatioOfSums 3/20 15");
        listed.GetProperty("schools").GetInt32().ShouldBe(2);
        var adverse = await http.GetJson(Address(set, "&category=AdverseConditions"));
        Share(adverse.GetProperty("total")[0]).ShouldBe("RatioOfSums 2/10 20");
        adverse.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        var other = await http.GetJson(Address(set, $"&cohort={former.Id}"));
        Share(Cell(other, there.Code, 0)).ShouldBe("RatioOfSums 3/10 30");
        other.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        await http.GetAsync(Address(set, $"&cohort={Guid.NewGuid()}"), Cancel).AssertProblem(404, "not-found");
        here.Code.ShouldNotBe(there.Code);
    }

    [Fact]
    public async Task A_coordinator_sees_the_own_municipality_a_school_none_and_a_stranger_no_set()
    {
        var (given, here, there, s) = await Schools();
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (s[0], Measure.Share(1, 10)), (s[2], Measure.Share(9, 10)));
        using var coordinator = await given.Coordinator(here);
        var panel = await coordinator.GetJson(Address(set));
        Share(panel.GetProperty("total")[0]).ShouldBe("RatioOfSums 1/10 10");
        panel.GetRawText().ShouldNotContain(there.Code);
        using var school = await given.SchoolPerson(s[0]);
        await school.GetAsync(Address(set), Cancel).AssertProblem(404, "not-found");
        using var stranger = await (await Given.Region(api)).Operator();
        await stranger.GetAsync(Address(set), Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Outward_small_bases_are_withheld_from_cells_and_totals_and_counted()
    {
        var (given, here, there, s) = await Schools();
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(
            indicators[0],
            (s[0], Measure.Share(1, 4)),
            (s[1], Measure.Share(5, 10)),
            (s[2], Measure.BarePercent(99_000)),
            (s[3], Measure.Share(3, 3))
        );
        using var outside = await given.Machine(Role.Integration);
        var panel = await outside.GetJson(Address(set));
        Share(Cell(panel, here.Code, 0)).ShouldBe("RatioOfSums 5/10 50");
        Cell(panel, here.Code, 0).GetProperty("withheld").GetInt32().ShouldBe(1);
        Share(Cell(panel, there.Code, 0)).ShouldBe("–");
        Cell(panel, there.Code, 0).GetProperty("withheld").GetInt32().ShouldBe(2);
        var total = panel.GetProperty("total")[0];
        Share(total).ShouldBe("RatioOfSums 5/10 50");
        (total.GetProperty("withheld").GetInt32(), total.GetProperty("greatest").GetDecimal()).ShouldBe((3, 50m));
    }

    [Fact]
    public async Task What_is_told_of_a_municipality_itself_stands_as_it_is()
    {
        var (given, here, _, _) = await Schools();
        var (set, indicators) = await given.Watched(_ => Region);
        await given.Values(
            indicators[0],
            (new Itself(given.RegionCode, here.Code), Measure.Share(50, 71)),
            (new Itself(given.RegionCode, null), Measure.Share(46, 71))
        );
        using var http = await given.Operator();
        var panel = await http.GetJson(Address(set));
        Share(Cell(panel, here.Code, 0)).ShouldBe(" 50/71 70.423");
        Share(panel.GetProperty("total")[0]).ShouldBe(" 46/71 64.789");
    }

    [Fact]
    public async Task The_workbook_holds_the_panel_in_three_sheets()
    {
        var (given, here, _, s) = await Schools();
        var (set, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (s[0], Measure.Share(1, 3)));
        using var http = await given.Operator();
        using var answer = await http.GetAsync($"/api/v1/indicator-panel/file?set={set.Id}&period=2019", Cancel);
        answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldContain("2019.xlsx");
        await using var file = await answer.Content.ReadAsStreamAsync(Cancel);
        using var zip = new ZipArchive(file);
        zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ShouldBe(3);
        await using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var xml = await XDocument.LoadAsync(sheet, LoadOptions.None, Cancel);
        xml.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value).ShouldContain("Агрызский район");
        xml.Descendants().Where(e => e.Name.LocalName == "v").Select(e => e.Value).ShouldContain("33.333");
        here.Name.ShouldBe("Агрызский район");
    }

    [Fact]
    public async Task Without_a_question_the_newest_period_answers_and_its_options_are_told()
    {
        var own = await OwnRegion.Make(api);
        using var http = await own.Given.Operator();
        var panel = await http.GetJson("/api/v1/indicator-panel");
        panel.GetProperty("set").GetProperty("id").GetGuid().ShouldBe(own.Set.Id);
        panel.GetProperty("period").GetString().ShouldBe("2020");
        var option = (await http.GetJson("/api/v1/indicator-panel/options"))
            .EnumerateArray()
            .Single(o => o.GetProperty("id").GetGuid() == own.Set.Id);
        option.GetProperty("periods")[0].GetString().ShouldBe("2020");
    }

    private sealed record Itself(string RegionCode, string? MunicipalityCode) : IPlaced
    {
        public Guid? SchoolId => null;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
