namespace Opora.Domain.Partnerships;

/// <summary>Who helps whom.</summary>
public enum MentoringKind
{
    /// <summary>A mentor helps one or more teachers.</summary>
    Teachers,

    /// <summary>The director of one school helps that of another.</summary>
    Directors,

    /// <summary>A tutor helps the team of a school.</summary>
    SchoolTeam,
}

/// <summary>Where a pairing stands on a day.</summary>
public enum MentoringState
{
    /// <summary>Its term has not begun.</summary>
    Planned,

    /// <summary>Goes on.</summary>
    Active,

    /// <summary>Goes on, and ends within <see cref="Mentoring.EndingDays"/> days.</summary>
    Ending,

    /// <summary>Its term has ended.</summary>
    Ended,

    /// <summary>Ended before its term, with a reason.</summary>
    Terminated,
}

/// <summary>Whether the aim was reached.</summary>
public enum MentoringReached
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>No.</summary>
    No,
}

/// <summary>What a pairing is about.</summary>
/// <param name="Kind">Who helps whom.</param>
/// <param name="Aim">What it is to bring.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; null when it has none.</param>
/// <param name="Basis">The order by which it was made, in words.</param>
/// <param name="PartnershipId">The agreement under which it was made.</param>
public sealed record MentoringFacts(
    MentoringKind Kind,
    string Aim,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string? Basis = null,
    Guid? PartnershipId = null
);
