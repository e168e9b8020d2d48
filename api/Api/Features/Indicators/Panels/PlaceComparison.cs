using Opora.Api.Figures;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>
/// Figures of a place for whoever may know them: those who reach it as a whole, and others over enough pupils and schools. Third
/// parties are told of the cells that may be published only.
/// </summary>
internal static class PlaceComparison
{
    /// <summary>The tally of rollups as the caller may have it.</summary>
    public static IndicatorTally Shown(this Reach reach, IEnumerable<IndicatorRollup> rollups) =>
        IndicatorTally.Sum(rollups.Where(r => !reach.Disclosure.Outward || !r.Small).Select(r => r.Tally));

    /// <summary>The figure of a place; null without data, or when the caller may not be told.</summary>
    public static ComparedFigure? Compared(
        this Reach reach,
        IndicatorVersion definition,
        IEnumerable<IndicatorRollup> rollups,
        bool reachedAsWhole
    )
    {
        var tally = reach.Shown(rollups);
        return
            FigureDetails.Of(tally.Value(definition.Aggregation, definition.Unit)) is { } figure
            && (reachedAsWhole || reach.Disclosure.Small.MayBeCompared(definition.Unit, tally))
            ? new ComparedFigure(figure, tally.Schools)
            : null;
    }
}

/// <summary>The place of a trend: a school (with its placements), a municipality, or all that is reached.</summary>
internal sealed record TrendPlace(Reach Reach, string RegionCode, string? Name, string Key)
{
    /// <summary>Where the school stood; null when no school is asked about.</summary>
    public IReadOnlyList<SchoolPlacement>? Placements { get; init; }

    /// <summary>The municipality asked about.</summary>
    public string? Municipality { get; init; }

    /// <summary>One period of it.</summary>
    public TrendPoint Point(
        Period period,
        IndicatorVersion definition,
        IReadOnlyList<IndicatorRollup> rollups,
        Measure? told,
        IndicatorTarget? target
    )
    {
        var disclosure = Reach.Disclosure;
        var withheld = disclosure.Outward && told is { } value && !disclosure.Small.MayGoOutward(definition.Unit, value);
        var around = Placements is { } placements ? SchoolPlacement.MunicipalityOn(placements, period.StandingDay()) : Municipality;
        var ofPlace = rollups.Where(r => r.MunicipalityCode == around);
        var wholeRegion = Reach.Regions.Contains(RegionCode, StringComparer.Ordinal);
        var aggregate =
            Placements is null && told is null
                ? Reach
                    .Shown(Municipality is null ? rollups.Where(r => Reach.Holds(r.RegionCode, r.MunicipalityCode)) : ofPlace)
                    .Value(definition.Aggregation, definition.Unit)
                : null;
        var own = withheld ? null : told;
        // A start is what a school once had, over nobody knows how many.
        var hidesStart =
            disclosure.Outward && Placements is not null && !disclosure.Small.MayGoOutward(definition.Unit, Measure.BarePercent(0));
        var start = hidesStart ? null : target;
        return new TrendPoint(
            period,
            own is { } measure ? FigureDetails.Of(measure) : FigureDetails.Of(aggregate),
            Placements is null ? null : Reach.Compared(definition, ofPlace, Reach.Holds(RegionCode, around!)),
            Name is null && wholeRegion ? null : Reach.Compared(definition, rollups, wholeRegion),
            Thousandths.Shown(target?.TargetThousandths),
            Thousandths.Shown(start?.BaselineThousandths),
            start?.BaselinePeriod,
            Achievements.Of(definition.Direction, own ?? aggregate?.Measure, target?.TargetThousandths),
            withheld
        );
    }
}
