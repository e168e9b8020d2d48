namespace Opora.Domain.Places;

/// <summary>What an operator sets for the whole region.</summary>
/// <param name="Name">Full Russian name.</param>
/// <param name="TimeZone">IANA time zone in which «today» is told.</param>
/// <param name="LowResultsLabel">What the region calls schools with low results.</param>
/// <param name="AdverseConditionsLabel">What the region calls schools in adverse social conditions.</param>
/// <param name="SchoolYear">The school year that people work in; null for the one of today's date.</param>
/// <param name="LeastPupils">Least pupils whose figures are not small.</param>
/// <param name="LeastSchools">Least schools whose common figure may be shown to somebody who knows one of them.</param>
/// <param name="RequiresSecondFactor">Whether its operators must sign in with a second factor.</param>
/// <param name="MailSenderName">Whose name letters bear; null for the region's own.</param>
/// <param name="MailReplyTo">Where answers to letters go; null for nowhere.</param>
public sealed record RegionSettings(
    string Name,
    string TimeZone,
    string LowResultsLabel,
    string AdverseConditionsLabel,
    Period? SchoolYear,
    int LeastPupils,
    int LeastSchools,
    bool RequiresSecondFactor,
    string? MailSenderName,
    string? MailReplyTo
);

/// <summary>A subject of the federation: the boundary of one operator's work. Keyed by its ISO 3166-2 code.</summary>
public sealed class Region : IVersioned, IOffered, IHistoried
{
    /// <summary>Longest name of a category.</summary>
    public const int LabelLength = 30;

    /// <summary>Figures over fewer pupils are always small: rule 7 of the domain description.</summary>
    public const int FewestPupils = 5;

    /// <summary>A common figure of fewer schools always tells too much of each.</summary>
    public const int FewestSchools = 3;

    /// <summary>Longest e-mail address (RFC 5321).</summary>
    public const int MailLength = 254;

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
        Version = 1;
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

    /// <summary>The school year that people work in; null for the one of today's date.</summary>
    public Period? SchoolYear { get; private set; }

    /// <summary>Least pupils whose figures are not small.</summary>
    public int LeastPupils { get; private set; } = FewestPupils;

    /// <summary>Least schools whose common figure may be shown to somebody who knows one of them.</summary>
    public int LeastSchools { get; private set; } = FewestSchools;

    /// <summary>Whose name letters bear.</summary>
    public string? MailSenderName { get; private set; }

    /// <summary>Where answers to letters go.</summary>
    public string? MailReplyTo { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>All that can be set.</summary>
    public RegionSettings Settings =>
        new(
            Name,
            TimeZone,
            LowResultsLabel,
            AdverseConditionsLabel,
            SchoolYear,
            LeastPupils,
            LeastSchools,
            RequiresSecondFactor,
            MailSenderName,
            MailReplyTo
        );

    string IOffered.RegionCode => Code;

    object IHistoried.HistoryKey => Code;

    /// <summary>Sets everything anew.</summary>
    /// <exception cref="BrokenRule"><c>school-year-expected</c>, <c>small-groups-too-open</c></exception>
    public void Set(RegionSettings settings)
    {
        if (settings.SchoolYear is { } year && (year.Kind != YearKind.School || !year.IsWholeYear))
            throw new BrokenRule("school-year-expected", "Учебный год записывают как 2019/2020.");
        if (settings.LeastPupils < FewestPupils || settings.LeastSchools < FewestSchools)
            throw new BrokenRule(
                "small-groups-too-open",
                $"Порог можно только поднять: не меньше {FewestPupils} обучающихся и {FewestSchools} школ."
            );
        (
            Name,
            TimeZone,
            LowResultsLabel,
            AdverseConditionsLabel,
            SchoolYear,
            LeastPupils,
            LeastSchools,
            RequiresSecondFactor,
            MailSenderName,
            MailReplyTo
        ) = settings;
    }

    /// <summary>The school year of the region at this UTC instant.</summary>
    public Period SchoolYearAt(DateTime utc) => SchoolYear ?? Period.SchoolYearOf(DayAt(utc));

    /// <summary>The day that the region's clocks show at this UTC instant.</summary>
    public DateOnly DayAt(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));

    /// <summary>The UTC instant at which this day begins on the region's clocks; where midnight is skipped, the first instant after it.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var (zone, local) = (TimeZoneInfo.FindSystemTimeZoneById(TimeZone), day.ToDateTime(TimeOnly.MinValue));
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
