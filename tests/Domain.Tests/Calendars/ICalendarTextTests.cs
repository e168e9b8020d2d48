using System.Text;
using Opora.Domain.Calendars;

namespace Opora.Domain.Tests.Calendars;

public sealed class ICalendarTextTests
{
    private static readonly DateTime Now = new(2021, 9, 1, 8, 0, 5, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2021, 12, 31);

    [Fact]
    public void A_calendar_is_written_as_the_standard_has_it() =>
        ICalendarText
            .Of("Опора", [new ICalendarEntry("event-1@opora", "Семинар", Day, Day) { Sequence = 2 }], Now)
            .ShouldBe(
                string.Join(
                    "\r\n",
                    "BEGIN:VCALENDAR",
                    "VERSION:2.0",
                    "PRODID:-//Opora//Calendar//RU",
                    "CALSCALE:GREGORIAN",
                    "X-WR-CALNAME:Опора",
                    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
                    "BEGIN:VEVENT",
                    "UID:event-1@opora",
                    "DTSTAMP:20210901T080005Z",
                    "DTSTART;VALUE=DATE:20211231",
                    "DTEND;VALUE=DATE:20220101",
                    "SUMMARY:Семинар",
                    "STATUS:CONFIRMED",
                    "TRANSP:TRANSPARENT",
                    "SEQUENCE:2",
                    "END:VEVENT",
                    "END:VCALENDAR",
                    ""
                )
            );

    [Fact]
    public void Instants_are_of_UTC_and_an_end_that_is_not_known_is_left_out()
    {
        var start = new DateTime(2021, 12, 31, 7, 30, 0, DateTimeKind.Utc);
        var timed = Entry(e => e with { StartsAt = start, EndsAt = start.AddHours(2) });
        timed.ShouldContain("DTSTART:20211231T073000Z\r\nDTEND:20211231T093000Z\r\n");
        timed.ShouldContain("TRANSP:OPAQUE");
        var open = Entry(e => e with { StartsAt = start });
        open.ShouldContain("DTSTART:20211231T073000Z\r\nSUMMARY");
    }

    [Fact]
    public void What_was_called_off_stays_and_says_so() => Entry(e => e with { Cancelled = true }).ShouldContain("STATUS:CANCELLED\r\n");

    [Fact]
    public void Special_characters_are_escaped_and_control_characters_left_out()
    {
        var text = Entry(e => e with { Summary = "Чтение; счёт, \\ и\r\nписьмо\u0007", Location = "Дом 1, зал\n2" });
        text.ShouldContain("SUMMARY:Чтение\\; счёт\\, \\\\ и\\nписьмо\r\n");
        text.ShouldContain("LOCATION:Дом 1\\, зал\\n2\r\n");
        // A line of its own cannot be smuggled in.
        Entry(e => e with { Summary = "x\r\nATTENDEE:mailto:a@example.test" }).ShouldNotContain("\nATTENDEE");
    }

    [Theory]
    [InlineData("https://example.test/a,b?c=d", "URL:https://example.test/a,b?c=d\r\n")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("example.test", null)]
    [InlineData(null, null)]
    public void An_address_is_told_when_it_is_one(string? url, string? line)
    {
        var text = Entry(e => e with { Url = url });
        if (line is null)
            text.ShouldNotContain("URL");
        else
            text.ShouldContain(line);
    }

    [Theory]
    [InlineData("ж")]
    [InlineData("a")]
    [InlineData("€")]
    [InlineData("😀")]
    public void No_line_is_longer_than_75_octets_and_no_character_is_torn(string character)
    {
        foreach (var length in Enumerable.Range(1, 200))
        {
            var summary = string.Concat(Enumerable.Repeat(character, length));
            var text = Entry(e => e with { Summary = summary });
            var lines = text.Split("\r\n");
            lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= ICalendarText.LineOctets);
            text.ShouldNotContain("\uFFFD");
            text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"SUMMARY:{summary}\r\n");
        }
    }

    private static string Entry(Func<ICalendarEntry, ICalendarEntry> made) =>
        ICalendarText.Of("", [made(new ICalendarEntry("event-1@opora", "Семинар", Day, Day))], Now);
}
