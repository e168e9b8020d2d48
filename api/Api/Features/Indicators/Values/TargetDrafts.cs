using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>What lint of targets needs to know besides the target itself.</summary>
internal static class TargetDrafts
{
    /// <summary>The target of an indicator in a period, with what is known of its base and of the year before.</summary>
    public static TargetDraft DraftOf(this PlaceSheet sheet, Guid indicatorId, Period period, long? target, long? baseline) =>
        new(target, baseline, sheet.People(indicatorId), sheet.YearBefore(indicatorId, period, Breakdown.Whole)?.Rounded);

    /// <summary>What is doubtful about a target that is set.</summary>
    public static IReadOnlyList<CellFault> DoubtsOf(this PlaceSheet sheet, IndicatorVersion version, IndicatorTarget target) =>
        [
            .. TargetLint
                .Look(
                    version.Meaning,
                    sheet.DraftOf(target.IndicatorId, target.Period, target.TargetThousandths, target.BaselineThousandths)
                )
                .Select(Told),
        ];

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
