using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Features.Results;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>Results that are kept between computations never make a formula differ from one that is computed from nothing.</summary>
public sealed class KeptWorksTests(ApiFactory api)
{
    private const int Rounds = 12;
    private const int FewRows = 5;
    private static readonly string[] Years = ["2018", "2019"];

    private static readonly (string Formula, IndicatorUnit Unit)[] Formulas =
    [
        ("rising(EGE, russian)", IndicatorUnit.Share),
        ("rising(EGE, russian, base: cohort)", IndicatorUnit.Share),
        ("rising(VPR, main)", IndicatorUnit.Share),
        ("below(EGE, russian)", IndicatorUnit.Share),
        ("mean(VPR, russian, all)", IndicatorUnit.Mean),
        ("participants(VPR, mathematics, 5)", IndicatorUnit.Count),
    ];

    [Fact]
    public async Task After_any_changes_formulas_come_to_what_they_come_to_from_nothing()
    {
        var region = await FormulaRegion.Make(api, Years);
        var elsewhere = await region.Given.Municipality("Агрызский район");
        List<School> schools = [region.School];
        for (var number = 3; number <= 5; number++)
            schools.Add(await region.Given.School(number == 5 ? elsewhere : region.Place, $"СОШ № {number}"));
        await region.Given.Cohort("2019", (schools[0], SupportCategory.LowResults), (schools[3], SupportCategory.LowResults));
        var indicators = await Defined(region);
        using var http = await region.Given.Operator();
        var random = new Random(17);
        var kept = new FormulaRefresher(api.Services.GetRequiredService<IServiceScopeFactory>(), api.Clock);
        for (var round = 0; round < Rounds; round++)
        {
            var rows = Enumerable.Range(0, FewRows).Select(_ => Row(schools, random)).DistinctBy(KeyOf).ToArray();
            var import = (await http.PostBatch("", rows).Json()).GetProperty("importId").GetGuid();
            if (round % 4 == 3)
            {
                await region.Compute(kept);
                (await http.PostJson($"/api/v1/imports/{import}/rollback", new { }, 1)).EnsureSuccessStatusCode();
            }
            if (round == Rounds / 2)
                await region.Given.Move(schools[1], elsewhere, new DateOnly(2019, 1, 15));
            await region.Compute(kept);
            await SameFromNothing(region, indicators, [region.Place.Code, elsewhere.Code, null], $"round {round}");
        }
    }

    private static async Task<List<Indicator>> Defined(FormulaRegion region)
    {
        List<Indicator> indicators = [];
        foreach (var level in (IndicatorLevel[])[IndicatorLevel.Region, IndicatorLevel.Municipality])
        foreach (var (formula, unit) in Formulas)
            indicators.Add(await region.Define($"kept-{indicators.Count}", formula, unit, level));
        return indicators;
    }

    private static Dictionary<string, object?> Row(List<School> schools, Random random)
    {
        var vpr = random.Next(2) == 0;
        return schools[random.Next(schools.Count)]
            .Item(
                ("assessment", vpr ? "VPR" : "EGE"),
                ("subject", vpr && random.Next(2) == 0 ? "mathematics" : "russian"),
                ("grade", vpr ? random.Next(5, 7) : 11),
                ("year", random.Next(2017, 2020)),
                ("participants", 20),
                ("belowThreshold", random.Next(20)),
                ("mean", vpr ? random.Next(20, 51) / 10m : random.Next(400, 420) / 10m)
            );
    }

    private static string KeyOf(Dictionary<string, object?> row) =>
        string.Join('|', row["schoolCode"], row["assessment"], row["subject"], row["grade"], row["year"]);

    private async Task SameFromNothing(FormulaRegion region, List<Indicator> indicators, string?[] municipalities, string when)
    {
        var explainer = api.Services.GetRequiredService<FormulaExplainer>();
        foreach (var indicator in indicators)
        foreach (var municipality in municipalities)
        {
            if ((indicator.Current.Level == IndicatorLevel.Region) != (municipality is null))
                continue;
            var place = new Place(region.Given.RegionCode, municipality, null);
            foreach (var year in Years)
            {
                var step = await explainer.Explain(indicator.Id, place, Period.Parse(year), TestContext.Current.CancellationToken);
                (await region.Value(indicator, place, year)).ShouldBe(
                    step!.Outcome.Measure,
                    $"{when}: {indicator.Current.Formula} of {municipality ?? "the region"} in {year}"
                );
            }
        }
    }
}
