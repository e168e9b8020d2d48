namespace Opora.Domain.Indicators.Formulas;

/// <summary>Figures that formulas take from the values of an indicator over the schools of a place.</summary>
static class SchoolFigures
{
    public static FormulaValue Of(SchoolsPart part, IFormulaInputs inputs)
    {
        if (part.OfListed && inputs.Listed is null)
            return new FormulaValue.Missing($"нет перечня школ на {inputs.Period.ResultsYear} год");
        var values = Values(part, inputs);
        if (values.Count == 0)
            return new FormulaValue.Missing($"ни у одной школы нет значения показателя «{part.Indicator.Name}» за {inputs.Period}");
        return part.Function switch
        {
            SchoolsFunction.CountKnown => FormulaValue.Whole(values.Count),
            SchoolsFunction.CountYes => FormulaValue.Whole(values.Count(value => value.Measure.Rounded != 0)),
            _ when part.Type == FormulaType.Share => SumOfShares(values),
            _ => new FormulaValue.Number(
                values.Aggregate(Fraction.Of(0), (sum, value) => sum + Fraction.OfThousandths(value.Measure.Rounded))
            ),
        };
    }

    /// <summary>The values that may count.</summary>
    public static IReadOnlyList<SchoolMeasure> Values(SchoolsPart part, IFormulaInputs inputs) =>
        [
            .. inputs
                .SchoolValues(part.Indicator.Code)
                .Where(value => !part.OfListed || inputs.Listed!.Contains(value.SchoolId))
                .OrderBy(value => value.SchoolId),
        ];

    /// <summary>Why a value does not count, in Russian; null when it does.</summary>
    public static string? LeftOut(SchoolsPart part, Measure measure) =>
        part is { Function: SchoolsFunction.Sum, Type: FormulaType.Share } && measure.Ratio is null ? "база процента неизвестна" : null;

    static FormulaValue SumOfShares(IReadOnlyList<SchoolMeasure> values)
    {
        Int128 numerator = 0,
            denominator = 0;
        foreach (var value in values)
            if (value.Measure.Ratio is { } ratio)
                (numerator, denominator) = (numerator + ratio.Numerator, denominator + ratio.Denominator);
        return FormulaValue.ShareOf(numerator, denominator, "база процента неизвестна у всех школ");
    }
}
