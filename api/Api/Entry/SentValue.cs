using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;

namespace Opora.Api.Entry;

/// <summary>A value as a batch or a file brings it, read but not judged.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="IndicatorCode">Code of the indicator.</param>
/// <param name="PlaceCode">Code of the place.</param>
/// <param name="Period">The period.</param>
/// <param name="Breakdown">The part, or the whole.</param>
/// <param name="Share">Numerator and denominator of a share.</param>
/// <param name="Percent">Per cent of a share, in thousandths.</param>
/// <param name="Value">Anything else, in thousandths.</param>
internal sealed record SentValue(
    int Index,
    string IndicatorCode,
    string PlaceCode,
    Period Period,
    string Breakdown,
    (long Numerator, long Denominator)? Share,
    long? Percent,
    long? Value
);

/// <summary>A value with what it is about found.</summary>
internal sealed record FoundValue(SentValue Sent, Indicator Indicator, Place Place)
{
    /// <summary>What it says. The units are told apart by the definition; a denominator of 0 is told with the other faults.</summary>
    public Measure Measure { get; } =
        Sent.Share is { } share ? new Measure(share.Numerator, share.Denominator, null) : Measure.Number(Sent.Percent ?? Sent.Value ?? 0);

    /// <summary>What tells it from all others.</summary>
    public ValueKey Key { get; } = new(IndicatorValue.KeyOf(Place), Indicator.Id, Sent.Period, Sent.Breakdown);

    /// <summary>The value to be written.</summary>
    public ImportedValue ToImported(string? comment = null, int? row = null) =>
        new(Place, Indicator.Id, Sent.Period, Sent.Breakdown, Measure, comment, row);
}
