using System.Globalization;
using System.Text;

namespace Opora.Domain.Calendars;

/// <summary>
/// Writes calendars as RFC 5545 has them: lines end with CRLF, none is longer than 75 octets of UTF-8, commas and line ends of texts are
/// escaped. Instants are in UTC; whole days are dates whose end is the day after the last.
/// </summary>
public static class ICalendarText
{
    /// <summary>Longest line in octets, its end not counted.</summary>
    public const int LineOctets = 75;

    private const string Product = "-//Opora//Calendar//RU";

    /// <summary>The text of a calendar.</summary>
    /// <param name="name">How programs call it.</param>
    /// <param name="entries">What it holds.</param>
    /// <param name="writtenAt">UTC instant of writing.</param>
    public static string Of(string name, IEnumerable<ICalendarEntry> entries, DateTime writtenAt)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", Product);
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "X-WR-CALNAME", Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        foreach (var entry in entries)
            Write(text, entry, writtenAt);
        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Write(StringBuilder text, ICalendarEntry entry, DateTime writtenAt)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escaped(entry.Uid));
        Line(text, "DTSTAMP", Instant(writtenAt));
        if (entry.StartsAt is { } start)
        {
            Line(text, "DTSTART", Instant(start));
            if (entry.EndsAt is { } end && end > start)
                Line(text, "DTEND", Instant(end));
        }
        else
        {
            Line(text, "DTSTART;VALUE=DATE", Day(entry.StartsOn));
            Line(text, "DTEND;VALUE=DATE", Day(entry.EndsOn.AddDays(1)));
        }
        Line(text, "SUMMARY", Escaped(entry.Summary));
        if (entry.Description is { Length: > 0 } description)
            Line(text, "DESCRIPTION", Escaped(description));
        if (entry.Location is { Length: > 0 } location)
            Line(text, "LOCATION", Escaped(location));
        // An address is no text and knows no escapes: what is none is left out.
        if (Uri.TryCreate(entry.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            Line(text, "URL", url.AbsoluteUri);
        Line(text, "STATUS", entry.Cancelled ? "CANCELLED" : "CONFIRMED");
        Line(text, "TRANSP", entry.StartsAt is null || entry.Cancelled ? "TRANSPARENT" : "OPAQUE");
        Line(text, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "END", "VEVENT");
    }

    /// <summary>A text with its special characters escaped; control characters, which no calendar may hold, are left out.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(c),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>A content line, folded between characters so that no part is too long; the space that a part begins with counts.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        // Half of a pair of surrogates becomes a mark of its own: the whole stays good UTF-8.
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
