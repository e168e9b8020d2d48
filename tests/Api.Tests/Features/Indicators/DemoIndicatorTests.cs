using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>The demo's indicators: the sets as they were adopted, and the figures of the documents as the product computes them.</summary>
public sealed class DemoIndicatorTests
{
    [Fact]
    public async Task The_sets_come_to_the_figures_of_the_documents()
    {
        await using var api = new ApiFactory();
        await api.InitializeAsync();
        await using var demo = api.WithWebHostBuilder(b => b.UseSetting("demo", "true"));
        _ = demo.Server;

        var formulas = demo.Services.GetRequiredService<FormulaRefresher>();
        foreach (var (region, judge) in new[] { ("RU-KYA", (Judge)Nazarovo), ("RU-TA", Yelabuga), ("RU-SMO", Smolensk) })
        {
            await formulas.Refresh(region, Cancel);
            await using var scope = demo.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(region));
            await judge(scope.ServiceProvider.GetRequiredService<AppDbContext>());
        }
    }

    private delegate Task Judge(AppDbContext db);

    private static async Task Nazarovo(AppDbContext db)
    {
        var codes = await Codes(db);
        var values = await db.IndicatorValues.AsNoTracking().Where(v => v.SchoolId == null).ToListAsync(Cancel);
        string Of(string code) =>
            values.Single(v => v.IndicatorId == codes["naz-" + code]).Measure.Text(IndicatorUnit.Share, 0).Replace('\u00A0', ' ');

        Of("oge-mathematics").ShouldBe("3 из 4 (75 %)");
        Of("oge-russian").ShouldBe("3 из 4 (75 %)");
        Of("ege-mathematics").ShouldBe("1 из 3 (33 %)");
        Of("ege-russian").ShouldBe("1 из 3 (33 %)");
        Of("reading-4").ShouldBe("1 из 4 (25 %)");
        Of("reading-6").ShouldBe("4 из 4 (100 %)");
        Of("science-8").ShouldBe("1 из 4 (25 %)");
        Of("programme").ShouldBe("4 из 4 (100 %)");
        Of("events").ShouldBe("1 из 4 (25 %)");
        Of("teachers-municipal").ShouldBe("96 %", "its base is not printed");
        Of("teachers-diagnosed").ShouldBe("14 %");
        Of("teachers-regional").ShouldBe("18 %");
        values.Single(v => v.IndicatorId == codes["naz-schools"]).Measure.ShouldBe(Measure.Count(4));
    }

    private static async Task Yelabuga(AppDbContext db)
    {
        var codes = await Codes(db);
        var school = await db.Schools.SingleAsync(s => s.Code == "160312002", Cancel);
        var values = await db.IndicatorValues.AsNoTracking().Where(v => v.SchoolId == school.Id).ToListAsync(Cancel);
        var targets = await db.IndicatorTargets.AsNoTracking().Where(t => t.SchoolId == school.Id).ToListAsync(Cancel);
        var printed = await Printed("yelabuga-school2-indicators.csv");
        printed.Count.ShouldBe(38);
        List<Achievement> of2020 = [];
        List<Achievement> of2021 = [];
        for (var n = 1; n <= printed.Count; n++)
        {
            var id = codes[$"yel-{n:00}"];
            var direction = (await db.IndicatorVersions.SingleAsync(v => v.IndicatorId == id, Cancel)).Direction;
            // Grade 6, mathematics: 28 of 69 is 40,6 and the programme prints 40,5.
            var fact = n == 18 ? 40_600 : Thousandths(printed[n - 1][^2])!.Value;
            var value = Value(id, 2019)!.Value;
            (value.Ratio is null ? value.Rounded : Math.Round(value.Rounded / 100m, MidpointRounding.AwayFromZero) * 100).ShouldBe(
                fact,
                $"{n}"
            );
            var target = targets.SingleOrDefault(t => t.IndicatorId == id && t.Period == Period.CalendarYear(2020));
            target?.TargetThousandths.ShouldBe(Thousandths(printed[n - 1][^1])!.Value);
            target?.BaselineThousandths.ShouldBe(Thousandths(printed[n - 1][^2])!.Value);
            of2020.Add(Achievements.Of(direction, Value(id, 2020), target?.TargetThousandths));
            var aim = targets.SingleOrDefault(t => t.IndicatorId == id && t.Period == Period.CalendarYear(2021));
            of2021.Add(Achievements.Of(direction, Value(id, 2021), aim?.TargetThousandths));
        }
        of2020.Count(a => a == Achievement.NoValue).ShouldBe(37, "the document has no fact of 2020");
        of2020.Count(a => a == Achievement.NoTarget).ShouldBe(1, "grade 6, Russian: no target is printed");
        of2021.Count(a => a == Achievement.Achieved).ShouldBeGreaterThan(8);
        of2021.Count(a => a == Achievement.NotAchieved).ShouldBeGreaterThan(4);

        Measure? Value(Guid id, int year) =>
            values.SingleOrDefault(v => v.IndicatorId == id && v.Period == Period.CalendarYear(year))?.Measure;
    }

    private static async Task Smolensk(AppDbContext db)
    {
        var codes = await Codes(db);
        (await db.Schools.CountAsync(Cancel)).ShouldBe(75);
        var printed = await Printed("smolensk-monitoring-2018.csv");
        printed.Count.ShouldBe(13);
        for (var n = 1; n <= printed.Count; n++)
        {
            var id = codes[$"smo-{n:00}"];
            var values = await db.IndicatorValues.AsNoTracking().Where(v => v.IndicatorId == id).ToListAsync(Cancel);
            var shown = values.Select(v => v.Measure.Rounded / (v.Measure.Ratio is null ? 1_000m : 100_000m)).ToList();
            foreach (var (figure, cell, decimals) in new[] { (shown.Average(), 1, 3), (shown.Max(), 2, 2), (shown.Min(), 3, 2) })
                if (printed[n - 1][^(5 - cell)] is { Length: > 0 } told)
                    Math.Round(figure, decimals, MidpointRounding.AwayFromZero)
                        .ShouldBe(decimal.Parse(told, CultureInfo.InvariantCulture), $"row {n}, column {cell}");
        }
    }

    private static Task<Dictionary<string, Guid>> Codes(AppDbContext db) => db.Indicators.ToDictionaryAsync(i => i.Code, i => i.Id, Cancel);

    private static long? Thousandths(string cell) => cell.Length == 0 ? null : RussianNumber.Parse(cell, 3).Scaled;

    // The names hold commas within quotes: the figures are counted from the end.
    private static async Task<List<string[]>> Printed(string file)
    {
        var lines = await File.ReadAllLinesAsync(SourceTree.At("infra/sample-data/" + file), Cancel);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))];
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
