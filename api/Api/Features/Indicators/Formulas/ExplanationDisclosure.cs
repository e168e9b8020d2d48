using Opora.Api.Auth;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>
/// What of an explanation a caller may be told. Third parties get no rows and no schools at all, and no figure that has a small or
/// unknown group anywhere behind it: from the parts of a sum the withheld one could be told.
/// </summary>
internal sealed class ExplanationDisclosure(Caller caller)
{
    /// <summary>Whether the explanation leaves the programme.</summary>
    public bool Outward => caller.IsThirdParty;

    /// <summary>Whether nothing of a value may be told.</summary>
    public bool Withholds(FormulaStep? step) => Outward && step is not null && HasSmall(step);

    /// <summary>Whether a stored value may not be told.</summary>
    public bool Withholds(Measure measure, IndicatorUnit unit) =>
        Outward && unit == IndicatorUnit.Share && !caller.SmallGroups.MayGoOutward(measure.Ratio?.Denominator);

    /// <summary>Whether a part is over few pupils.</summary>
    public bool IsSmall(FormulaStep step) =>
        step.Rows.Count > 0
        && step.Schools.Count == 0
        && caller.SmallGroups.IsSmall(step.Rows.Where(r => r.LeftOut is null).Sum(r => (long?)r.Row.Values.Pupils ?? 0))
        && step.Rows.Any(r => r.LeftOut is null);

    private bool HasSmall(FormulaStep step) =>
        step.Rows.Any(r => r.LeftOut is null && !caller.SmallGroups.MayGoOutward(r.Row.Values.Pupils))
        || step.Schools.Any(s =>
            s.LeftOut is null && s.Value is FormulaValue.Share of && !caller.SmallGroups.MayGoOutward(of.Ratio.Denominator)
        )
        || (step.Value is FormulaValue.Share share && step.Schools.Count == 0 && !caller.SmallGroups.MayGoOutward(share.Ratio.Denominator))
        || step.Value is FormulaValue.BarePercent
        || step.Parts.Any(HasSmall);
}
