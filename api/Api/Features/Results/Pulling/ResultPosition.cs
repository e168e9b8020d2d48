using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>Where a page ends: the key of its last row. Sent as an opaque cursor that is good for the same filters only.</summary>
internal sealed record ResultPosition(Guid SchoolId, int Year, Assessment Assessment, string Subject, int Grade, string Sitting)
{
    private const char PlaceMark = '@';

    private const int Parts = 7;
    private const int HashBytes = 8;

    /// <summary>The position of a row.</summary>
    public static ResultPosition Of(ResultLine line) =>
        new(line.SchoolId, line.Year, line.Assessment, line.Subject, line.Grade, line.Sitting) { PlaceCode = line.PlaceCode };

    /// <summary>The place whose published result the row is; null of a school's.</summary>
    public string? PlaceCode { get; private init; }

    /// <summary>As a cursor.</summary>
    public string ToCursor(string filters) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{HashOf(filters)}|{Owner}|{Year}|{Assessment}|{Subject}|{Grade}|{Sitting}")
            )
        );

    /// <summary>The position that a cursor tells; null when it is none, or one for other filters.</summary>
    public static ResultPosition? FromCursor(string cursor, string filters)
    {
        var parts = TextOf(cursor).Split('|', Parts);
        return
            parts.Length == Parts
            && parts[0] == HashOf(filters)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && Http.WireEnum<Assessment>.TryParse(parts[3], null, out var assessment)
            && Domain.Results.Subject.OfCode(parts[4]) is { Code: var subject }
            && int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var grade)
            && OwnerOf(parts[1]) is ({ } school, var place)
            && !parts[6].Contains('\0')
            ? new ResultPosition(school, year, assessment.Value, subject, grade, parts[6]) { PlaceCode = place }
            : null;
    }

    private string Owner => PlaceCode is null ? SchoolId.ToString("N") : PlaceMark + PlaceCode;

    private static (Guid? School, string? Place) OwnerOf(string text) =>
        text.StartsWith(PlaceMark) ? (Guid.Empty, text[1..])
        : Guid.TryParseExact(text, "N", out var school) ? (school, null)
        : (null, null);

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
