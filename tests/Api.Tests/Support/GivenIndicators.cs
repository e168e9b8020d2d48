using Opora.Domain.Indicators;

namespace Opora.Api.Tests.Support;

/// <summary>Indicators that tests start from.</summary>
public static class GivenIndicators
{
    private static readonly DateOnly Long = new(2015, 1, 1);

    /// <summary>A share that schools type for calendar years; lower is better.</summary>
    public static Indicator Share(
        IndicatorSet set,
        string code,
        int number = 1,
        Func<IndicatorMeaning, IndicatorMeaning>? meaning = null,
        DateOnly? from = null
    )
    {
        var usual = new IndicatorMeaning(
            IndicatorUnit.Share,
            IndicatorDirection.LowerIsBetter,
            IndicatorLevel.School,
            IndicatorPeriodKind.CalendarYear,
            IndicatorSource.School,
            IndicatorAggregation.RatioOfSums
        );
        return new Indicator(
            set,
            code,
            number,
            from ?? Long,
            new IndicatorWording($"Доля обучающихся с отметкой ниже средней ({code})", "Качество", "ВПР: «2» и «3» из написавших", 1, 40),
            meaning?.Invoke(usual) ?? usual
        );
    }
}
