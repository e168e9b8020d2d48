using Opora.Domain.Indicators;
using Opora.Domain.Results;

namespace Opora.Domain.Tests.Indicators;

public sealed class IndicatorRollupCalculationTests
{
    static readonly IndicatorGroup Group = new("RU-TA", new Guid(9, 0, 0, new byte[8]), Period.SchoolYear(2019));

    static readonly IndicatorMeaning Meaning = new(
        IndicatorUnit.Share,
        IndicatorDirection.HigherIsBetter,
        IndicatorLevel.School,
        IndicatorPeriodKind.SchoolYear,
        IndicatorSource.School,
        IndicatorAggregation.RatioOfSums
    );

    static readonly SchoolStanding[] Standings =
    [
        At(1, "A", "LowResults"),
        At(2, "A"),
        At(3, "B", "LowResults"),
        At(4, "B", "Both"),
        At(5, "B", "Both"),
        At(6, "C"),
    ];

    static readonly SchoolValue[] Values =
    [
        Value(1, Measure.Share(10, 20)),
        Value(2, Measure.Share(0, 30)),
        Value(3, Measure.Share(2, 4)),
        Value(4, Measure.BarePercent(40_000)),
    ];

    static readonly SchoolTarget[] Targets = [new(School(1), 50_000), new(School(3), 60_000), new(School(5), 10_000)];

    static Guid School(int number) => new(number, 0, 0, new byte[8]);

    static SchoolStanding At(int school, string municipality, string category = "") => new(School(school), municipality, category);

    static SchoolValue Value(int school, Measure measure) => new(School(school), measure);

    static IReadOnlyList<IndicatorRollup> Calculate(IndicatorMeaning? meaning = null) =>
        IndicatorRollupCalculation.Calculate(Group, meaning ?? Meaning, Values, Targets, Standings, SmallGroups.Standard);

    [Fact]
    public void Counts_by_municipality_category_and_size_of_the_base() =>
        Calculate()
            .Select(r => (r.MunicipalityCode, r.Category, r.Small, r.Schools, r.WithBase, r.Numerators, r.Denominators))
            .ShouldBe([
                ("A", "", false, 2, 2, 10, 50),
                ("A", "LowResults", false, 1, 1, 10, 20),
                ("B", "", false, 0, 0, 0, 0),
                ("B", "", true, 2, 1, 2, 4),
                ("B", "Both", false, 0, 0, 0, 0),
                ("B", "Both", true, 1, 0, 0, 0),
                ("B", "LowResults", true, 1, 1, 2, 4),
            ]);

    [Fact]
    public void A_target_without_a_value_is_no_miss()
    {
        var all = IndicatorTally.Sum(Calculate().Where(r => r.Category == "").Select(r => r.Tally));
        (all.Targets, all.Achieved, all.Missed).ShouldBe((3, 1, 1));
        (all.Least, all.Greatest).ShouldBe((0, 50_000));
    }

    [Fact]
    public void A_row_without_values_has_no_least_value() =>
        Calculate().Single(r => r is { MunicipalityCode: "B", Category: "", Small: false }).Tally.Least.ShouldBeNull();

    [Fact]
    public void Only_shares_are_small() =>
        IndicatorRollupCalculation
            .Calculate(
                Group,
                Meaning with
                {
                    Unit = IndicatorUnit.Count,
                    Aggregation = IndicatorAggregation.Sum,
                },
                [Value(1, Measure.Count(2))],
                [],
                Standings,
                SmallGroups.Standard
            )
            .ShouldAllBe(r => !r.Small && r.Thousandths == 2_000);

    [Fact]
    public void What_nobody_told_leaves_no_row() =>
        IndicatorRollupCalculation.Calculate(Group, Meaning, [], [], Standings, SmallGroups.Standard).ShouldBeEmpty();

    [Fact]
    public void A_school_without_a_standing_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            IndicatorRollupCalculation.Calculate(Group, Meaning, [Value(7, Measure.Count(1))], [], Standings, SmallGroups.Standard)
        );
}
