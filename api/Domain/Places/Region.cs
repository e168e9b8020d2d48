namespace Opora.Domain.Places;

/// <summary>A subject of the federation: the boundary of one operator's work. Keyed by its ISO 3166-2 code.</summary>
public sealed class Region
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 8;

    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    private Region() { }

    /// <summary>Creates a region.</summary>
    /// <param name="code">ISO 3166-2 code, <c>RU-TA</c>.</param>
    /// <param name="name">Full Russian name.</param>
    /// <param name="timeZone">IANA time zone in which «today» is told.</param>
    public Region(string code, string name, string timeZone = "Europe/Moscow")
    {
        Code = code;
        Name = name;
        TimeZone = timeZone;
    }

    /// <summary>ISO 3166-2 code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Full Russian name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>What the region calls schools with low results (ШНОР, ШНРО, ШНО).</summary>
    public string LowResultsLabel { get; private set; } = "ШНОР";

    /// <summary>What the region calls schools in adverse social conditions (ШНСУ, ШФНСУ).</summary>
    public string AdverseConditionsLabel { get; private set; } = "ШНСУ";

    /// <summary>Whether its operators must sign in with a second factor.</summary>
    public bool RequiresSecondFactor { get; private set; }

    /// <summary>Says whether operators must sign in with a second factor.</summary>
    public void RequireSecondFactor(bool required) => RequiresSecondFactor = required;

    /// <summary>Says what the region calls the two categories.</summary>
    public void Label(string lowResults, string adverseConditions) =>
        (LowResultsLabel, AdverseConditionsLabel) = (lowResults, adverseConditions);

    /// <summary>The day that the region's clocks show at this UTC instant.</summary>
    public DateOnly DayAt(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));
}
