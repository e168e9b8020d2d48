namespace Opora.Domain.Partnerships;

/// <summary>In which form the two met.</summary>
public enum MentoringForm
{
    /// <summary>A lesson attended.</summary>
    Lesson,

    /// <summary>A lesson prepared or given together.</summary>
    JointLesson,

    /// <summary>A consultation.</summary>
    Consultation,

    /// <summary>A seminar or workshop for several.</summary>
    Workshop,

    /// <summary>A meeting on the net.</summary>
    Online,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A meeting.</summary>
/// <param name="On">The day.</param>
/// <param name="Form">In which form.</param>
/// <param name="Text">What was done.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record MentoringVisitFacts(DateOnly On, MentoringForm Form, string Text, int Hours);

/// <summary>A meeting of a pairing.</summary>
public sealed class MentoringVisit
{
    private MentoringVisit() { }

    internal MentoringVisit(Mentoring mentoring, MentoringVisitFacts facts)
    {
        MentoringId = mentoring.Id;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The pairing.</summary>
    public Guid MentoringId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>In which form.</summary>
    public MentoringForm Form { get; private set; }

    /// <summary>What was done.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }

    /// <summary>What is known of it.</summary>
    public MentoringVisitFacts Facts => new(On, Form, Text, Hours);

    internal void Revise(MentoringVisitFacts facts) => (On, Form, Text, Hours) = facts;
}
