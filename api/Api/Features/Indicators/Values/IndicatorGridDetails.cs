using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Results;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>The values and targets of a place in a set: indicators down, periods across.</summary>
/// <param name="SetId">The set.</param>
/// <param name="SetName">What people call it.</param>
/// <param name="RegionCode">Region of the set.</param>
/// <param name="MunicipalityCode">Municipality of the place; null for the region.</param>
/// <param name="SchoolId">The school; null for anything larger.</param>
/// <param name="Level">What the place is.</param>
/// <param name="PlaceName">What people call the place.</param>
/// <param name="MayWrite">Whether the caller may enter values here at all.</param>
/// <param name="MaySetTargets">Whether the caller may set targets here.</param>
/// <param name="MayDecide">Whether the caller may accept or send back what this place submits.</param>
/// <param name="Columns">The periods, oldest first.</param>
/// <param name="Rows">The indicators of this level, in the order of the set.</param>
public sealed record IndicatorGrid(
    Guid SetId,
    string SetName,
    string RegionCode,
    string? MunicipalityCode,
    Guid? SchoolId,
    IndicatorLevel Level,
    string PlaceName,
    bool MayWrite,
    bool MaySetTargets,
    bool MayDecide,
    IReadOnlyList<GridColumn> Columns,
    IReadOnlyList<GridRow> Rows
);

/// <summary>A period that the operator has opened, and how far the place's submission of it has come.</summary>
/// <param name="Id">Id of the period.</param>
/// <param name="Period">The period.</param>
/// <param name="DueOn">Last day for submitting; null when none was set.</param>
/// <param name="Closed">Whether nothing in it changes any more.</param>
/// <param name="ReportId">Id of the submission; null while it has not begun.</param>
/// <param name="ReportState">How far the submission has come; null while it has not begun.</param>
/// <param name="ReportVersion">Version of the submission, for If-Match.</param>
/// <param name="ReturnReason">Why it was sent back.</param>
public sealed record GridColumn(
    Guid Id,
    Period Period,
    DateOnly? DueOn,
    bool Closed,
    Guid? ReportId,
    ReportState? ReportState,
    int? ReportVersion,
    string? ReturnReason
);

/// <summary>An indicator and its cells.</summary>
/// <param name="Indicator">The indicator by its definition for the newest of the periods that it has one for.</param>
/// <param name="Parts">The whole first, then the parts into which its values are told.</param>
public sealed record GridRow(GridIndicator Indicator, IReadOnlyList<GridPart> Parts);

/// <summary>An indicator as it is defined.</summary>
/// <param name="Id">Id of the indicator.</param>
/// <param name="Code">Name for programs and formulas.</param>
/// <param name="Number">Place in the set.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Group">Heading under which it stands.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Direction">Where the better values lie.</param>
/// <param name="PeriodKind">Which periods its values are for.</param>
/// <param name="EnteredBy">Who brings the values.</param>
/// <param name="Aggregation">How schools make larger places.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Minimum">Least value; null when there is none.</param>
/// <param name="Maximum">Greatest value; null when there is none.</param>
/// <param name="Range">The allowed values in words.</param>
/// <param name="Method">How the value is obtained, in words.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="WarnChangePercent">A change against the year before by more than so many per cent is asked about.</param>
/// <param name="VersionNo">Number of the definition.</param>
/// <param name="RetiredFromOn">Periods that begin on this day or later have no values.</param>
public sealed record GridIndicator(
    Guid Id,
    string Code,
    int Number,
    string Name,
    string Group,
    IndicatorUnit Unit,
    IndicatorDirection Direction,
    IndicatorPeriodKind PeriodKind,
    IndicatorSource EnteredBy,
    IndicatorAggregation Aggregation,
    int Decimals,
    decimal? Minimum,
    decimal? Maximum,
    string Range,
    string? Method,
    string? Formula,
    int? WarnChangePercent,
    int VersionNo,
    DateOnly? RetiredFromOn
)
{
    internal static GridIndicator Of(Indicator indicator, IndicatorVersion version) =>
        new(
            indicator.Id,
            indicator.Code,
            indicator.Number,
            version.Name,
            version.Group,
            version.Unit,
            version.Direction,
            version.PeriodKind,
            version.EnteredBy,
            version.Aggregation,
            version.Decimals,
            Scaled.OrNull(IndicatorRules.Least(version.Meaning)),
            Scaled.OrNull(IndicatorRules.Greatest(version.Meaning)),
            IndicatorRules.RangeText(version.Meaning),
            version.Method,
            version.Formula,
            version.WarnChangePercent,
            version.No,
            indicator.RetiredFromOn
        );
}

/// <summary>One line of cells.</summary>
/// <param name="Breakdown">The part, <c>grade=5</c>; empty for the whole.</param>
/// <param name="Name">The part in words; empty for the whole.</param>
/// <param name="Cells">One cell a column, in their order.</param>
public sealed record GridPart(string Breakdown, string Name, IReadOnlyList<GridCell> Cells);

/// <summary>One cell: what was reached and what was meant to be.</summary>
/// <param name="ValueId">Id of the value, for its history; null when the cell is empty.</param>
/// <param name="Version">What has to be sent back as seen; 0 when the cell is empty.</param>
/// <param name="Numerator">Of a share with a known base.</param>
/// <param name="Denominator">Of a share with a known base.</param>
/// <param name="Number">The value in its unit, of a share its per cent, exact to a thousandth; yes is 1, no is 0.</param>
/// <param name="Text">The value as shown: «12 из 43 (27,9 %)».</param>
/// <param name="Input">The value as somebody would type it: «12/43».</param>
/// <param name="Small">Whether it is a share of fewer than five.</param>
/// <param name="Suppressed">Whether it is withheld for that reason; only from third parties.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="ChangedAt">UTC instant of the last change.</param>
/// <param name="Comment">What is said of it.</param>
/// <param name="Warning">What is worth a second look.</param>
/// <param name="YearBefore">The number of the same cell a year before.</param>
/// <param name="Target">What was meant to be reached; only of the whole.</param>
/// <param name="Achievement">Whether it was reached.</param>
/// <param name="Lock">Why the caller cannot write it; null when it can be written.</param>
/// <param name="TargetLock">Why the caller cannot set its target; null when it can be set.</param>
public sealed record GridCell(
    Guid? ValueId,
    int Version,
    long? Numerator,
    long? Denominator,
    decimal? Number,
    string? Text,
    string? Input,
    bool Small,
    bool Suppressed,
    ValueOrigin? Origin,
    DateTime? ChangedAt,
    string? Comment,
    CellFault? Warning,
    decimal? YearBefore,
    CellTarget? Target,
    Achievement Achievement,
    CellFault? Lock,
    CellFault? TargetLock
);

/// <summary>A target beside a value.</summary>
/// <param name="Id">Id of the target.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="Number">The target in the unit of the indicator.</param>
/// <param name="Text">The target as shown.</param>
/// <param name="Baseline">Where it starts; null when nobody said.</param>
/// <param name="BaselineText">The start as shown.</param>
/// <param name="BaselinePeriod">The period of the start.</param>
/// <param name="Note">Why so.</param>
/// <param name="Doubts">What is doubtful about it, the gravest first; told in grids to those who may set it.</param>
public sealed record CellTarget(
    Guid Id,
    int Version,
    decimal Number,
    string Text,
    decimal? Baseline,
    string? BaselineText,
    Period? BaselinePeriod,
    string? Note,
    IReadOnlyList<CellFault> Doubts
)
{
    internal static CellTarget Of(IndicatorTarget target, IndicatorUnit unit, int decimals, IReadOnlyList<CellFault> doubts) =>
        new(
            target.Id,
            target.Version,
            Scaled.Of(target.TargetThousandths),
            Scaled.Text(target.TargetThousandths, unit, decimals),
            Scaled.OrNull(target.BaselineThousandths),
            target.BaselineThousandths is { } start ? Scaled.Text(start, unit, decimals) : null,
            target.BaselinePeriod,
            target.Note,
            doubts
        );

    /// <summary>
    /// As third parties may see it: a start is what a school once had, over nobody knows how many, and notes are for those within.
    /// </summary>
    internal CellTarget Outward(IndicatorUnit unit, SmallGroups small) =>
        OutwardValues.Withholds(unit, Measure.BarePercent(0), small)
            ? this with
            {
                Baseline = null,
                BaselineText = null,
                BaselinePeriod = null,
                Note = null,
            }
            : this with
            {
                Note = null,
            };
}

/// <summary>Something that is wrong with a cell, worth a second look, or in the way of writing it.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Message">Russian sentence.</param>
/// <param name="Allowed">What would be right, when it can be said.</param>
public sealed record CellFault(string Code, string Message, string? Allowed)
{
    internal static CellFault? Of(ValueFault? fault) => fault is { } f ? Of(f) : null;

    internal static CellFault Of(ValueFault fault) => new(fault.Code, fault.Message, fault.Allowed);
}

/// <summary>Thousandths as decimals.</summary>
internal static class Scaled
{
    public static decimal Of(long thousandths) => thousandths / (decimal)Measure.Scale;

    public static decimal? OrNull(long? thousandths) => thousandths is { } t ? Of(t) : null;

    public static string Text(long thousandths, IndicatorUnit unit, int decimals) => Measure.Number(thousandths).Text(unit, decimals);
}
