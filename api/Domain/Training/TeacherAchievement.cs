namespace Opora.Domain.Training;

/// <summary>What a teacher achieved. Title and result may tell who it was: they go when the teacher is anonymised, kind and day stay.</summary>
public sealed class TeacherAchievement
{
    /// <summary>Longest title.</summary>
    public const int TitleLength = 300;

    /// <summary>Longest result.</summary>
    public const int ResultLength = 200;

    private TeacherAchievement() { }

    internal TeacherAchievement(Teacher teacher, AchievementFacts facts)
    {
        TeacherId = teacher.Id;
        (Kind, On, Title, Level, Result) = facts;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who achieved it.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>Kind.</summary>
    public TeacherAchievementKind Kind { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it was called; null once its teacher is anonymised.</summary>
    public string? Title { get; private set; }

    /// <summary>How far it is known.</summary>
    public TeacherAchievementLevel? Level { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; private set; }

    internal void Forget() => (Title, Result) = (null, null);
}
