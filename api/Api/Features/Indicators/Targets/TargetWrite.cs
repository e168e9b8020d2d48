using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>One target to set, revise or take away.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Target">What is meant to be reached; null takes the target away.</param>
/// <param name="Version">The version of the target that was seen; 0 when there was none.</param>
/// <param name="Baseline">Where it starts; nothing leaves what is said, «–» takes it away.</param>
/// <param name="BaselinePeriod">The period of the start; nothing leaves what is said.</param>
/// <param name="Note">Why so; nothing leaves what is said, empty text takes it away.</param>
public sealed record TargetWrite(
    Guid IndicatorId,
    Period Period,
    CellInput? Target,
    int Version,
    CellInput? Baseline = null,
    Period? BaselinePeriod = null,
    string? Note = null
);

/// <summary>What became of one target.</summary>
/// <param name="Index">Number of the target in the request, from 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Faults">Why it was not written, or what is doubtful about it.</param>
/// <param name="Target">The target as it stands now; null when there is none.</param>
public sealed record TargetResult(int Index, CellOutcome Outcome, IReadOnlyList<CellFault> Faults, CellTarget? Target);

/// <summary>What became of all targets.</summary>
/// <param name="Written">How many were written, doubtful ones among them.</param>
/// <param name="Unchanged">How many said that already.</param>
/// <param name="Refused">How many were not written.</param>
/// <param name="Targets">Each target, in the order of the request.</param>
public sealed record TargetResults(int Written, int Unchanged, int Refused, IReadOnlyList<TargetResult> Targets)
{
    internal static TargetResults Of(IReadOnlyList<TargetResult> targets)
    {
        var written = targets.Count(c => c.Outcome is CellOutcome.Saved or CellOutcome.SavedWithWarning);
        var unchanged = targets.Count(c => c.Outcome == CellOutcome.Unchanged);
        return new TargetResults(written, unchanged, targets.Count - written - unchanged, targets);
    }
}

/// <summary>What lint of targets needs to know besides the target itself.</summary>
internal static class TargetDrafts
{
    /// <summary>The target of an indicator in a period, with what is known of its base and of the year before.</summary>
    public static TargetDraft DraftOf(this PlaceSheet sheet, Guid indicatorId, Period period, long? target, long? baseline)
    {
        // The newest base stands for the number of people there are.
        var people = sheet
            .Values.Where(v => v.IndicatorId == indicatorId && v.Breakdown.Length == 0 && v.Denominator is not null)
            .OrderByDescending(v => v.Period)
            .FirstOrDefault()
            ?.Denominator;
        return new TargetDraft(target, baseline, people, sheet.YearBefore(indicatorId, period, Breakdown.Whole)?.Rounded);
    }

    /// <summary>A doubt as a fault of a cell.</summary>
    public static CellFault Told(this TargetFault fault) => new(CodeOf(fault.Finding), fault.Message, fault.Proposal);

    private static string CodeOf(TargetFinding finding) =>
        finding switch
        {
            TargetFinding.TargetMissing => "target-missing",
            TargetFinding.BaselineMissing => "baseline-missing",
            TargetFinding.OutOfRange => "target-out-of-range",
            TargetFinding.WrongDirection => "target-wrong-direction",
            TargetFinding.ImpossibleStep => "target-impossible-step",
            _ => "target-jump",
        };
}
