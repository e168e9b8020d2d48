using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Opora.Domain;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Where a page ends: the key of its last row. Sent as an opaque cursor that is good for the same filters only.</summary>
internal sealed record ValuePosition(string Place, Guid Indicator, Period Period, string Breakdown)
{
    private const int Parts = 5;
    private const int HashBytes = 8;

    /// <summary>By place, then indicator, period and part: any order will do that never changes.</summary>
    public static readonly IComparer<ValuePosition> Order = Comparer<ValuePosition>.Create(
        (one, other) =>
            string.CompareOrdinal(one.Place, other.Place) is not 0 and var byPlace ? byPlace
            : one.Indicator.CompareTo(other.Indicator) is not 0 and var byIndicator ? byIndicator
            : string.CompareOrdinal(one.Period.ToString(), other.Period.ToString()) is not 0 and var byPeriod ? byPeriod
            : string.CompareOrdinal(one.Breakdown, other.Breakdown)
    );

    /// <summary>As a cursor.</summary>
    public string ToCursor(string filters) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{HashOf(filters)}|{Place}|{Indicator:N}|{Period}|{Breakdown}"));

    /// <summary>The position that a cursor tells; null when it is none, or one for other filters.</summary>
    public static ValuePosition? FromCursor(string cursor, string filters)
    {
        var parts = TextOf(cursor).Split('|', Parts);
        return
            parts.Length == Parts
            && parts[0] == HashOf(filters)
            && !parts[1].Contains('\0')
            && Guid.TryParseExact(parts[2], "N", out var indicator)
            && Period.TryParse(parts[3], out var period)
            ? new ValuePosition(parts[1], indicator, period, parts[4])
            : null;
    }

    private static string HashOf(string filters) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(filters)).AsSpan(0, HashBytes));

    private static string TextOf(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
