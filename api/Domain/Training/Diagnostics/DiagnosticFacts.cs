namespace Opora.Domain.Training.Diagnostics;

/// <summary>What kind of skill is lacking.</summary>
public enum DeficitKind
{
    /// <summary>Предметный.</summary>
    Subject,

    /// <summary>Методический.</summary>
    Methodical,

    /// <summary>Психолого-педагогический.</summary>
    PsychologicalPedagogical,
}

/// <summary>Who finds deficits out.</summary>
public enum DiagnosticForm
{
    /// <summary>Teachers themselves.</summary>
    SelfDiagnosis,

    /// <summary>Somebody else.</summary>
    External,
}

/// <summary>How well a teacher does on the whole.</summary>
public enum DiagnosticLevel
{
    /// <summary>Низкий.</summary>
    Low,

    /// <summary>Средний.</summary>
    Middle,

    /// <summary>Высокий.</summary>
    High,
}

/// <summary>What is known of a deficit.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What kind of skill is lacking.</param>
/// <param name="Subject">Code of the subject; null when it is of none.</param>
public sealed record DeficitFacts(string Name, DeficitKind Kind, string? Subject);

/// <summary>What is known of a campaign.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">What kind of deficits it looks for.</param>
/// <param name="Subject">Code of the subject; null when it is of none.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day.</param>
/// <param name="Form">Who finds deficits out.</param>
/// <param name="ProviderId">The organisation that carries it out; null when none of the register does.</param>
public sealed record CampaignFacts(
    string Title,
    DeficitKind Kind,
    string? Subject,
    DateOnly FromOn,
    DateOnly UntilOn,
    DiagnosticForm Form,
    Guid? ProviderId
);

/// <summary>A deficit that a campaign looks for.</summary>
/// <param name="DeficitId">Which.</param>
/// <param name="Maximum">Highest score, thousandths of a point; null when it is only told whether there is a deficit.</param>
/// <param name="Threshold">Score below which there is a deficit, thousandths of a point; null likewise.</param>
public sealed record MeasureFacts(Guid DeficitId, int? Maximum, int? Threshold);

/// <summary>What came out for one teacher.</summary>
/// <param name="On">The day.</param>
/// <param name="Level">How well the teacher does on the whole; null when that is not said.</param>
/// <param name="Readings">What was read, in the order of the campaign's measures.</param>
public sealed record ResultFacts(DateOnly On, DiagnosticLevel? Level, IReadOnlyList<Reading> Readings);
