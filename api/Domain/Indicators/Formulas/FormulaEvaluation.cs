using System.Globalization;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>Computes the parts of a formula at one place and period.</summary>
sealed class FormulaEvaluation(IFormulaInputs inputs)
{
    static readonly FormulaValue TooLarge = new FormulaValue.Missing(FormulaOutcome.TooLarge);

    public FormulaValue Evaluate(FormulaPart part)
    {
        try
        {
            return part switch
            {
                ConstantPart constant => new FormulaValue.Number(constant.Value),
                NegationPart negation => Negated(Evaluate(negation.Inner)),
                OperationPart operation => Operated(operation),
                SharePart share => Shared(share),
                ResultsPart results => ResultFigures.Of(results, inputs),
                IndicatorPart indicator => Value(indicator),
                SchoolsPart schools => SchoolFigures.Of(schools, inputs),
                RegisterPart register => Count(register.Register),
                _ => throw new InvalidOperationException($"No rule computes {part.GetType().Name}"),
            };
        }
        catch (OverflowException)
        {
            return TooLarge;
        }
    }

    static FormulaValue Negated(FormulaValue inner) => inner is FormulaValue.Missing ? inner : new FormulaValue.Number(-inner.AsNumber());

    FormulaValue Operated(OperationPart operation)
    {
        var left = Evaluate(operation.Left);
        if (left is FormulaValue.Missing)
            return left;
        var right = Evaluate(operation.Right);
        if (right is FormulaValue.Missing)
            return right;
        return Operated(operation.Sign, left.AsNumber(), right.AsNumber());
    }

    /// <summary>One operation or comparison.</summary>
    /// <exception cref="OverflowException">The exact result passes 128 bits.</exception>
    public static FormulaValue Operated(string sign, Fraction left, Fraction right) =>
        sign switch
        {
            "+" => new FormulaValue.Number(left + right),
            "-" => new FormulaValue.Number(left - right),
            "*" => new FormulaValue.Number(left * right),
            "/" => right.IsZero ? new FormulaValue.Missing("деление на ноль") : new FormulaValue.Number(left / right),
            ">=" => new FormulaValue.YesNo(left >= right),
            "<=" => new FormulaValue.YesNo(left <= right),
            ">" => new FormulaValue.YesNo(left > right),
            "<" => new FormulaValue.YesNo(left < right),
            _ => new FormulaValue.YesNo(left == right),
        };

    FormulaValue Shared(SharePart share)
    {
        var numerator = Evaluate(share.Numerator);
        if (numerator is FormulaValue.Missing)
            return numerator;
        var denominator = Evaluate(share.Denominator);
        if (denominator is FormulaValue.Missing)
            return denominator;
        return (numerator.AsNumber(), denominator.AsNumber()) is ({ IsWhole: true } a, { IsWhole: true } b)
            ? FormulaValue.ShareOf(a.Numerator, b.Numerator, "знаменатель доли равен нулю")
            : new FormulaValue.Missing("доля берётся только из целых чисел");
    }

    FormulaValue Value(IndicatorPart part)
    {
        var period = part.Previous ? inputs.Period.Before : inputs.Period;
        return period is { } known && inputs.Value(part.Indicator.Code, known) is { } measure
            ? FormulaValue.Of(measure, part.Type)
            : new FormulaValue.Missing(
                string.Create(CultureInfo.InvariantCulture, $"нет значения показателя «{part.Indicator.Name}» за {period ?? inputs.Period}")
            );
    }

    FormulaValue Count(FormulaRegister register) =>
        inputs.Count(register) is { } count ? FormulaValue.Whole(count.Count) : new FormulaValue.Missing($"не указано: {register.Words}");
}
