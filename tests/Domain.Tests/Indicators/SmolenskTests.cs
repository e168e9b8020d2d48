using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

/// <summary>Rows of Smolensk's monitoring of 2018, told again from values of 75 schools that a fixed seed makes to fit them.</summary>
public sealed class SmolenskTests
{
    const int Schools = 75;
    const int Seed = 2018;

    [Theory]
    [InlineData("с «4» и «5»", 37_900, 74_000, 7_000, Schools)]
    [InlineData("аттестаты особого образца", 1_300, 13_000, 0, null)]
    [InlineData("не получили аттестаты", 4_500, 66_000, 0, 18)]
    [InlineData("порог ЕГЭ по русскому языку", 800, 33_000, 0, 2)]
    [InlineData("порог ЕГЭ по математике", 19_200, 44_000, 0, null)]
    [InlineData("курсовая подготовка", 73_000, 100_000, 20_000, Schools)]
    public void Mean_greatest_and_least_of_the_schools(string row, long mean, long greatest, long least, int? aboveZero)
    {
        var shares = Fitting(mean, greatest, least, aboveZero);
        var aggregate = IndicatorAggregate.Of(
            IndicatorDirection.HigherIsBetter,
            shares.Select(s => ((Measure?)Measure.BarePercent(s), (long?)null))
        );

        aggregate.Tally.Schools.ShouldBe(Schools, row);
        aggregate.Tally.MeanThousandths.ShouldBe(mean, row);
        (aggregate.Tally.Greatest, aggregate.Tally.Least).ShouldBe((greatest, least), row);
        (aggregate.Spread!.Greatest, aggregate.Spread.Least).ShouldBe((greatest, least), row);
        aggregate.Tally.Value(IndicatorAggregation.MeanOfSchools, IndicatorUnit.Share)!.Value.Kind.ShouldBe(AggregateKind.MeanOfSchools);
        if (aboveZero is { } schools)
            aggregate.Tally.AboveZero.ShouldBe(schools, row);
    }

    [Fact]
    public void The_mean_number_of_events_of_which_53_schools_held_none_or_one()
    {
        // 132 events in 75 schools: 30 none, 23 one, 22 the rest.
        var counts = Enumerable.Repeat(0, 30).Concat(Enumerable.Repeat(1, 23)).Concat(Enumerable.Repeat(5, 21)).Append(4);
        var aggregate = IndicatorAggregate.Of(
            IndicatorDirection.HigherIsBetter,
            counts.Select(c => ((Measure?)Measure.Count(c), (long?)null))
        );
        aggregate.Tally.MeanThousandths.ShouldBe(1_760);
        aggregate.Tally.Value(IndicatorAggregation.Sum, IndicatorUnit.Count)!.Value.Measure.ShouldBe(Measure.Count(132));
        (aggregate.Tally.Schools, aggregate.Tally.AboveZero).ShouldBe((75, 45));
    }

    [Fact]
    public void Twelve_schools_have_a_psychologist()
    {
        var aggregate = IndicatorAggregate.Of(
            IndicatorDirection.HigherIsBetter,
            Enumerable.Range(0, Schools).Select(i => ((Measure?)Measure.YesNo(i < 12), (long?)null))
        );
        aggregate.Tally.Value(IndicatorAggregation.Sum, IndicatorUnit.YesNo)!.Value.Measure.ShouldBe(Measure.Count(12));
    }

    /// <summary>Values within the bounds that touch both, of which so many are above zero, and whose mean is exact.</summary>
    static long[] Fitting(long mean, long greatest, long least, int? aboveZero)
    {
        var random = new Random(Seed);
        var free = aboveZero ?? Schools - 1;
        var values = new long[Schools];
        Array.Fill(values, least);
        for (var i = 0; i < free; i++)
            values[i] = i == 0 ? greatest : least + 1 + random.Next((int)((greatest - least - 1) / 4));
        if (aboveZero == Schools)
            values[^1] = least;
        var last = aboveZero == Schools ? Schools - 1 : free;
        // What is still missing is spread over those between the bounds, a step at a time.
        for (var (rest, at) = (mean * Schools - values.Sum(), 1); rest != 0; at = at + 1 < last ? at + 1 : 1)
        {
            var step = Math.Sign(rest) * Math.Min(Math.Abs(rest), 100);
            var next = Math.Clamp(values[at] + step, least + 1, greatest);
            rest -= next - values[at];
            values[at] = next;
        }
        return values;
    }
}
