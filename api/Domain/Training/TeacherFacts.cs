namespace Opora.Domain.Training;

/// <summary>Qualification category of a teacher.</summary>
public enum TeacherCategory
{
    /// <summary>Без категории.</summary>
    None,

    /// <summary>Соответствие занимаемой должности.</summary>
    Conformity,

    /// <summary>Первая.</summary>
    First,

    /// <summary>Высшая.</summary>
    Highest,
}

/// <summary>What a teacher achieved.</summary>
public enum TeacherAchievementKind
{
    /// <summary>A higher category.</summary>
    CategoryRaised,

    /// <summary>A contest, with its result.</summary>
    Contest,

    /// <summary>A publication.</summary>
    Publication,

    /// <summary>An open lesson.</summary>
    OpenLesson,

    /// <summary>A practice that others take over.</summary>
    Practice,
}

/// <summary>How far an achievement is known.</summary>
public enum TeacherAchievementLevel
{
    School,
    Municipality,
    Region,
    Country,
    International,
}

/// <summary>What is known of a teacher.</summary>
/// <param name="Name">Full name, family name first.</param>
/// <param name="Subjects">Codes of <see cref="Results.Subject"/>.</param>
/// <param name="Position">Position at the school.</param>
/// <param name="Category">Qualification category.</param>
/// <param name="CategoryOn">Since when.</param>
/// <param name="ExperienceSince">Year in which the person began to teach.</param>
/// <param name="StaffSinceOn">First day at the school.</param>
/// <param name="Plan">The individual development plan.</param>
/// <param name="Portfolio">The portfolio.</param>
public sealed record TeacherFacts(
    string Name,
    IReadOnlyList<string> Subjects,
    string? Position = null,
    TeacherCategory Category = TeacherCategory.None,
    DateOnly? CategoryOn = null,
    int? ExperienceSince = null,
    DateOnly? StaffSinceOn = null,
    TeacherPaper? Plan = null,
    TeacherPaper? Portfolio = null
);

/// <summary>Something that a teacher keeps: since when it exists and when it was brought up to date.</summary>
/// <param name="MadeOn">Since when it exists.</param>
/// <param name="UpdatedOn">When it was last brought up to date; null when never since.</param>
public sealed record TeacherPaper(DateOnly MadeOn, DateOnly? UpdatedOn = null);

/// <summary>What a teacher achieved.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="On">The day.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Level">How far it is known; null when that is not said.</param>
/// <param name="Result">What came of it: a place, a diploma.</param>
public sealed record AchievementFacts(
    TeacherAchievementKind Kind,
    DateOnly On,
    string Title,
    TeacherAchievementLevel? Level,
    string? Result
);
