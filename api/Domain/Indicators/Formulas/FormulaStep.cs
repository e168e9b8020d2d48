using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>A part of a formula with what it came to: «как посчитано».</summary>
/// <param name="Text">The part as written.</param>
/// <param name="Words">The part in Russian.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Note">What its reader must know, in Russian; or null.</param>
/// <param name="Parts">What it was computed from.</param>
/// <param name="Rows">Results that it was computed from, and those that it left out.</param>
/// <param name="Schools">Schools that it counted, and those that it left out.</param>
/// <param name="IndicatorCode">The indicator whose values it takes, whose own explanation goes on from here; or null.</param>
/// <param name="Period">The period of those values; null when there is none.</param>
public sealed record FormulaStep(
    string Text,
    string Words,
    FormulaType Type,
    FormulaValue Value,
    string? Note,
    IReadOnlyList<FormulaStep> Parts,
    IReadOnlyList<FormulaStepRow> Rows,
    IReadOnlyList<FormulaStepSchool> Schools,
    string? IndicatorCode,
    Period? Period
)
{
    /// <summary>The value as texts have it; null when there is none.</summary>
    public string? ValueText => Value.Text;

    /// <summary>What would be stored.</summary>
    public FormulaOutcome Outcome => FormulaOutcome.Of(Value);

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Reason => (Value as FormulaValue.Missing)?.Reason;
}

/// <summary>A result in an explanation.</summary>
/// <param name="LeftOut">Why it does not count; null when it does.</param>
public sealed record FormulaStepRow(FormulaRow Row, string? LeftOut);

/// <summary>A school in an explanation.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Value">Its value, where values of schools are counted.</param>
/// <param name="Dynamics">How it did, where directions are counted.</param>
/// <param name="LeftOut">Why it does not count; null when it does.</param>
public sealed record FormulaStepSchool(Guid SchoolId, FormulaValue? Value, SchoolDynamics? Dynamics, string? LeftOut);
