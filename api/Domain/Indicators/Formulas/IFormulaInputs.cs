using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>A result as a formula reads it.</summary>
/// <param name="ResultId">Id of the result, so that the way down to it stays open.</param>
public sealed record FormulaRow(
    Guid ResultId,
    Guid SchoolId,
    int Year,
    string Subject,
    int Grade,
    int? EffectiveMeanThousandths,
    ResultValues Values
);

/// <summary>What a register counts at a place.</summary>
/// <param name="Count">The sum over those that are known.</param>
/// <param name="Unknown">How many schools of the place have not told.</param>
public readonly record struct RegisterCount(long Count, int Unknown);

/// <summary>A school's value of an indicator.</summary>
public readonly record struct SchoolMeasure(Guid SchoolId, Measure Measure);

/// <summary>
/// What the formulas of one place and period are computed from. Whoever brings it decides where the figures come from and which
/// schools belong to the place.
/// </summary>
public interface IFormulaInputs
{
    /// <summary>Whose value is computed.</summary>
    IndicatorLevel Level { get; }

    /// <summary>The period.</summary>
    Period Period { get; }

    /// <summary>Schools of the place that are on the list of the period's year; null when there is no list of it.</summary>
    IReadOnlySet<Guid>? Listed { get; }

    /// <summary>Results of the place's schools in a year, every one for which <see cref="ResultsRef.Holds"/> is true.</summary>
    IReadOnlyCollection<FormulaRow> Results(ResultsRef results, int year);

    /// <summary>What a register counts at the place, or null when it does not know.</summary>
    RegisterCount? Count(FormulaRegister register);

    /// <summary>The value of another indicator of the place, or null when there is none.</summary>
    Measure? Value(string code, Period period);

    /// <summary>The values of an indicator of the place's schools in the period; schools without a value are absent.</summary>
    IReadOnlyCollection<SchoolMeasure> SchoolValues(string code);
}
