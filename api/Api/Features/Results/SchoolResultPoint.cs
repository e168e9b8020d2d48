using System.Text.Json.Serialization;
using Opora.Api.Figures;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results;

/// <summary>The result of one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Participants">Pupils who took part, null when unknown.</param>
/// <param name="Mean">Mean of points or marks.</param>
/// <param name="MeanDerived">Whether no mean was sent and it was computed from the marks.</param>
/// <param name="BelowThreshold">Pupils below the minimum.</param>
/// <param name="Marks">Distribution of marks.</param>
/// <param name="Quality">«Качество»: share of «4» and «5».</param>
/// <param name="Success">«Успеваемость»: share of «3», «4» and «5».</param>
/// <param name="Change">Mean less that of the year before; null without one.</param>
/// <param name="Direction">Where the mean went; null without comparison.</param>
/// <param name="Small">Whether the figures are over fewer than five pupils.</param>
/// <param name="Withheld">Whether the figures are left out because fewer than five pupils, or nobody knows how many, stand behind them; only for third parties.</param>
/// <param name="Municipality">Mean over the loaded schools of the municipality; null when too few to be shown.</param>
/// <param name="Region">Mean over the loaded schools of the region; null when too few to be shown.</param>
/// <param name="PublishedMunicipality">What the municipality published.</param>
/// <param name="PublishedRegion">What the region published.</param>
/// <param name="Source">Where the figures came from.</param>
public sealed record SchoolResultPoint(
    int Year,
    int? Participants,
    decimal? Mean,
    bool MeanDerived,
    int? BelowThreshold,
    MarksDetails? Marks,
    MarkShareDetails? Quality,
    MarkShareDetails? Success,
    decimal? Change,
    Direction? Direction,
    bool Small,
    bool Withheld,
    PlaceMean? Municipality,
    PlaceMean? Region,
    PublishedMean? PublishedMunicipality,
    PublishedMean? PublishedRegion,
    ResultSource Source
)
{
    /// <summary>The point of a result, compared with the year before and with its places.</summary>
    internal static SchoolResultPoint Of(ExamResult result, ExamResult? before, PlaceFigures places, Disclosure disclosure)
    {
        var small = disclosure.Small.IsSmall(result.Values.Pupils);
        var direction =
            before?.EffectiveMeanThousandths is { } was
            && result.EffectiveMeanThousandths is { } now
            && MeanScales.AreSame(result.Assessment, was, now)
                ? Dynamics.Compare(was, now)
                : Domain.Results.Direction.None;
        var marks = MarkDistribution.Of(result.Values);
        var point = new SchoolResultPoint(
            result.Year,
            result.Participants,
            Thousandths.Shown(result.EffectiveMeanThousandths),
            result is { MeanThousandths: null, EffectiveMeanThousandths: not null },
            result.BelowThreshold,
            MarksDetails.Of(marks),
            MarkShareDetails.Of(marks?.Quality),
            MarkShareDetails.Of(marks?.Success),
            direction == Domain.Results.Direction.None
                ? null
                : Thousandths.Shown(result.EffectiveMeanThousandths - before!.EffectiveMeanThousandths),
            direction == Domain.Results.Direction.None ? null : direction,
            small,
            Withheld: false,
            places.Municipality,
            places.Region,
            places.PublishedMunicipality,
            places.PublishedRegion,
            new ResultSource(result.ImportId, result.SourceRow)
        );
        if (disclosure.Withholds(result.Values.Pupils))
            return point.WithoutFigures();
        // A change against a small figure would give that figure away.
        return before is not null && disclosure.Withholds(before.Values.Pupils) ? point with { Change = null, Direction = null } : point;
    }

    private SchoolResultPoint WithoutFigures() =>
        this with
        {
            Participants = null,
            Mean = null,
            MeanDerived = false,
            BelowThreshold = null,
            Marks = null,
            Quality = null,
            Success = null,
            Change = null,
            Direction = null,
            Withheld = true,
        };
}

/// <summary>Marks as they were sent, and the other form derived from them.</summary>
/// <param name="Form">The form that was sent.</param>
/// <param name="Counts">Pupils by mark; null when percentages came without the participants.</param>
/// <param name="Percent">Per cent by mark, at most two decimals.</param>
public sealed record MarksDetails(MarksForm Form, MarkCountsDetails? Counts, MarkPercentDetails Percent)
{
    internal static MarksDetails? Of(MarkDistribution? marks) =>
        marks is not { } m
            ? null
            : new MarksDetails(
                m.Form,
                m.Counts is { } c ? new MarkCountsDetails(c.Two, c.Three, c.Four, c.Five) : null,
                new MarkPercentDetails(
                    Hundredths.Shown(m.Percents.Two),
                    Hundredths.Shown(m.Percents.Three),
                    Hundredths.Shown(m.Percents.Four),
                    Hundredths.Shown(m.Percents.Five)
                )
            );
}

/// <summary>Pupils by mark.</summary>
/// <param name="Two">Pupils with «2».</param>
/// <param name="Three">Pupils with «3».</param>
/// <param name="Four">Pupils with «4».</param>
/// <param name="Five">Pupils with «5».</param>
public sealed record MarkCountsDetails(
    [property: JsonPropertyName("2")] int Two,
    [property: JsonPropertyName("3")] int Three,
    [property: JsonPropertyName("4")] int Four,
    [property: JsonPropertyName("5")] int Five
);

/// <summary>Per cent of the participants by mark.</summary>
/// <param name="Two">Per cent of «2».</param>
/// <param name="Three">Per cent of «3».</param>
/// <param name="Four">Per cent of «4».</param>
/// <param name="Five">Per cent of «5».</param>
public sealed record MarkPercentDetails(
    [property: JsonPropertyName("2")] decimal Two,
    [property: JsonPropertyName("3")] decimal Three,
    [property: JsonPropertyName("4")] decimal Four,
    [property: JsonPropertyName("5")] decimal Five
);

/// <summary>A share of pupils by their marks.</summary>
/// <param name="Percent">Per cent from the form that was sent, at most two decimals.</param>
/// <param name="Numerator">Pupils; null when only percentages are known.</param>
/// <param name="Denominator">Pupils it is taken of; null when only percentages are known.</param>
public sealed record MarkShareDetails(decimal Percent, long? Numerator, long? Denominator)
{
    internal static MarkShareDetails? Of(MarkShare? share) =>
        share is not { } s ? null : new MarkShareDetails(Hundredths.Shown(s.PercentHundredths), s.Pupils?.Numerator, s.Pupils?.Denominator);
}

/// <summary>Mean over the loaded schools of a place, weighted by pupils.</summary>
/// <param name="Name">Name of the place.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Participants">Pupils behind it.</param>
/// <param name="Schools">Schools behind it.</param>
public sealed record PlaceMean(string Name, decimal Mean, long Participants, int Schools);

/// <summary>What a place published about itself; never mixed with what is computed from its schools.</summary>
/// <param name="Name">Name of the place.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Participants">Pupils behind it, null when unknown.</param>
public sealed record PublishedMean(string Name, decimal Mean, int? Participants);

/// <summary>Where figures came from.</summary>
/// <param name="ImportId">The import or batch.</param>
/// <param name="Row">Row of the file, null when there was none.</param>
public sealed record ResultSource(Guid ImportId, int? Row);
