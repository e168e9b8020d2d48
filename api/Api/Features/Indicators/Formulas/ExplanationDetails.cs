using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>How a value comes about.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the definition of the period.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Period">The period.</param>
/// <param name="Formula">The formula in force; null when values are entered.</param>
/// <param name="Words">What it computes, in Russian.</param>
/// <param name="Method">The method text of the definition.</param>
/// <param name="Value">The stored value as texts have it; null when there is none, or when it is withheld.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="ChangedAt">When it was stored.</param>
/// <param name="ImportId">The import or batch that brought it; null when a person or a formula did.</param>
/// <param name="Row">Row of the imported file; null when there is no file.</param>
/// <param name="IsStale">Whether the formula gives another value now: something has changed and was not taken in yet, or the period is closed.</param>
/// <param name="IsWithheld">Whether figures over few pupils are behind it, which are not told to third parties.</param>
/// <param name="IsOfOtherLevel">Whether the indicator has no value of its own here, because its values are those of schools or of other places.</param>
/// <param name="Step">The formula with what its parts come to; null when values are entered, or when it is withheld.</param>
public sealed record ExplanationDetails(
    Guid IndicatorId,
    string Code,
    string Name,
    string Place,
    Period Period,
    string? Formula,
    string? Words,
    string? Method,
    string? Value,
    ValueOrigin? Origin,
    DateTime? ChangedAt,
    Guid? ImportId,
    int? Row,
    bool IsStale,
    bool IsWithheld,
    bool IsOfOtherLevel,
    ExplainedStep? Step
)
{
    internal static ExplanationDetails Of(
        Indicator indicator,
        IndicatorVersion version,
        Period period,
        IndicatorPlace place,
        IndicatorValue? stored,
        FormulaStep? step,
        ExplainedStep? shown,
        ExplanationDisclosure disclosure
    )
    {
        var withheld = disclosure.Withholds(step) || (stored is not null && disclosure.Withholds(stored.Measure, version.Unit));
        return new(
            indicator.Id,
            indicator.Code,
            version.Name,
            place.Name,
            period,
            version.Formula,
            step?.Words,
            version.Method,
            withheld ? null : stored?.Measure.Text(version.Unit, version.Decimals),
            stored?.Origin,
            stored?.ChangedAt,
            stored?.ImportId,
            stored?.SourceRow,
            step is not null && step.Outcome.Measure != stored?.Measure,
            withheld,
            version.Level != place.Level,
            withheld ? null : shown
        );
    }
}

/// <summary>A part of a formula and what it came to.</summary>
/// <param name="Text">The part as written.</param>
/// <param name="Words">The part in Russian.</param>
/// <param name="Value">What it came to, as texts have it; null when there is no value.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Note">What its reader must know.</param>
/// <param name="IsSmall">Whether it is over few pupils.</param>
/// <param name="IndicatorId">The indicator whose values it takes, to go on from here.</param>
/// <param name="Period">The period of those values.</param>
/// <param name="Parts">What it was computed from.</param>
/// <param name="Rows">Results that it was computed from and those left out; at most 200 of those in reach.</param>
/// <param name="RowsTotal">How many there are.</param>
/// <param name="Schools">Schools that it counted and those left out; at most 200 of those in reach.</param>
/// <param name="SchoolsTotal">How many there are.</param>
public sealed record ExplainedStep(
    string Text,
    string Words,
    string? Value,
    string? Reason,
    string? Note,
    bool IsSmall,
    Guid? IndicatorId,
    Period? Period,
    IReadOnlyList<ExplainedStep> Parts,
    IReadOnlyList<ExplainedRow> Rows,
    int RowsTotal,
    IReadOnlyList<ExplainedSchool> Schools,
    int SchoolsTotal
);

/// <summary>A result in an explanation.</summary>
/// <param name="ResultId">Id of the result: its history tells where it came from.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="School">Name of the school.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Subject">Name of the subject.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Participants">Pupils behind it; null when unknown.</param>
/// <param name="Mean">The mean that is compared.</param>
/// <param name="BelowThreshold">Pupils below the threshold.</param>
/// <param name="Marks">Pupils by mark.</param>
/// <param name="MarksDerived">Whether the marks came as percentages and the pupils were derived.</param>
/// <param name="LeftOut">Why it does not count; null when it does.</param>
public sealed record ExplainedRow(
    Guid ResultId,
    Guid SchoolId,
    string School,
    int Year,
    string Subject,
    int Grade,
    int? Participants,
    decimal? Mean,
    int? BelowThreshold,
    ExplainedMarks? Marks,
    bool MarksDerived,
    string? LeftOut
);

/// <summary>Pupils by mark.</summary>
public sealed record ExplainedMarks(int Two, int Three, int Four, int Five);

/// <summary>A school in an explanation.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="School">Its name.</param>
/// <param name="Value">Its value, or which way it went.</param>
/// <param name="LeftOut">Why it does not count; null when it does.</param>
public sealed record ExplainedSchool(Guid SchoolId, string School, string? Value, string? LeftOut);
