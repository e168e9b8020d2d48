using Opora.Domain.Indicators;

namespace Opora.Domain.Tests.Indicators;

public sealed class EntryRulesTests
{
    private static readonly Period Year = Period.CalendarYear(2020);
    private static readonly IndicatorSet Set = new("RU-TA", "yel", new IndicatorSetFacts("Елабуга", null));

    [Fact]
    public void A_school_types_its_own_indicator_in_an_open_period() => Lock(Share()).ShouldBeNull();

    [Fact]
    public void Nobody_types_what_a_formula_computes() =>
        Lock(Share(m => m with { EnteredBy = IndicatorSource.Formula, Formula = "1" }), by: IndicatorSource.Operator)
            .ShouldBe("indicator-computed");

    [Theory]
    [InlineData(IndicatorSource.School, IndicatorSource.Municipality, "entered-by-other")]
    [InlineData(IndicatorSource.School, IndicatorSource.Operator, "entered-by-other")]
    [InlineData(IndicatorSource.Municipality, IndicatorSource.Operator, "entered-by-other")]
    [InlineData(IndicatorSource.Municipality, IndicatorSource.School, null)]
    [InlineData(IndicatorSource.Operator, IndicatorSource.School, null)]
    [InlineData(null, IndicatorSource.School, "read-only")]
    public void Who_stands_above_also_writes_for_those_below(IndicatorSource? by, IndicatorSource of, string? code) =>
        Lock(Share(m => m with { EnteredBy = of }), by: by).ShouldBe(code);

    [Fact]
    public void A_period_takes_values_while_it_is_open_and_nothing_is_submitted()
    {
        Lock(Share(), opened: false).ShouldBe("period-not-opened");
        Lock(Share(), closed: true, by: IndicatorSource.Operator).ShouldBe("period-closed");
        Lock(Share(), report: ReportState.Submitted, by: IndicatorSource.Operator).ShouldBe("report-submitted");
        Lock(Share(), report: ReportState.Accepted).ShouldBe("report-accepted");
        Lock(Share(), report: ReportState.Returned).ShouldBeNull();
        Lock(Share(), report: ReportState.Draft).ShouldBeNull();
    }

    [Fact]
    public void An_indicator_takes_values_of_the_periods_it_is_for()
    {
        var retired = Share();
        retired.Retire(new DateOnly(2020, 1, 1), lastUsed: null);
        Lock(retired).ShouldBe("indicator-retired");
        Lock(Share(from: new DateOnly(2021, 1, 1))).ShouldBe("definition-not-in-force");
        Lock(Share(m => m with { PeriodKind = IndicatorPeriodKind.SchoolYear })).ShouldBe("period-kind-other");
        Lock(Share(m => m with { Level = IndicatorLevel.Region, EnteredBy = IndicatorSource.Operator })).ShouldBe("level-other");
        Lock(Share(), part: "grade=5").ShouldBe("breakdown-unknown");
        Lock(Share(m => m with { Breakdown = BreakdownKind.Grade }), part: "grade=5").ShouldBeNull();
    }

    [Theory]
    [InlineData("2020", IndicatorPeriodKind.CalendarYear)]
    [InlineData("2019/2020", IndicatorPeriodKind.SchoolYear)]
    [InlineData("2019/2020-H1", IndicatorPeriodKind.HalfYear)]
    [InlineData("2020-H2", IndicatorPeriodKind.HalfYear)]
    [InlineData("2020-Q4", IndicatorPeriodKind.Quarter)]
    [InlineData("2019/2020-Q1", IndicatorPeriodKind.Quarter)]
    public void A_period_is_of_one_kind(string period, IndicatorPeriodKind kind) =>
        Enum.GetValues<IndicatorPeriodKind>().Where(k => EntryRules.Fits(k, Period.Parse(period))).ShouldBe([kind]);

    private static string? Lock(
        Indicator indicator,
        IndicatorSource? by = IndicatorSource.School,
        bool opened = true,
        bool closed = false,
        ReportState? report = null,
        string part = Breakdown.Whole
    )
    {
        var column = opened ? new IndicatorPeriod(Set, Year, null) : null;
        if (closed)
            column!.Close(DateTime.UnixEpoch);
        return EntryRules.Locked(indicator, part, new EntryPlace(IndicatorLevel.School, Year, column, report, by))?.Code;
    }

    private static Indicator Share(Func<IndicatorMeaning, IndicatorMeaning>? with = null, DateOnly? from = null)
    {
        var meaning = new IndicatorMeaning(
            IndicatorUnit.Share,
            IndicatorDirection.LowerIsBetter,
            IndicatorLevel.School,
            IndicatorPeriodKind.CalendarYear,
            IndicatorSource.School,
            IndicatorAggregation.RatioOfSums
        );
        return new Indicator(
            Set,
            "yel-01",
            1,
            from ?? new DateOnly(2015, 1, 1),
            new IndicatorWording("Доля", "Качество", null, 1, 40),
            with?.Invoke(meaning) ?? meaning
        );
    }
}
