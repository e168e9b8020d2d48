namespace Opora.Domain.Support;

/// <summary>Whom a school asks for.</summary>
public enum SpecialistKind
{
    /// <summary>Педагог-психолог.</summary>
    Psychologist,

    /// <summary>Социальный педагог.</summary>
    SocialPedagogue,

    /// <summary>Учитель-дефектолог.</summary>
    Defectologist,

    /// <summary>Учитель-логопед.</summary>
    SpeechTherapist,
}

/// <summary>How far a request has come.</summary>
public enum SpecialistRequestState
{
    /// <summary>Waits for somebody to be assigned.</summary>
    Requested,

    /// <summary>An organisation answers for it; nothing has been held yet.</summary>
    Assigned,

    /// <summary>Sessions have been held.</summary>
    InWork,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Refused, with the reason as its outcome.</summary>
    Declined,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,
}

/// <summary>What a school asks for.</summary>
/// <param name="Specialist">Whom.</param>
/// <param name="Reason">Why, in words without names of children.</param>
/// <param name="Children">For how many children.</param>
/// <param name="NeededFromOn">From when.</param>
/// <param name="RequestedOn">The day of the request; earlier than today when it was made on paper.</param>
public sealed record SpecialistRequestFacts(
    SpecialistKind Specialist,
    string Reason,
    int Children,
    DateOnly NeededFromOn,
    DateOnly RequestedOn
);

/// <summary>Who was reached in a session: counts only, never names.</summary>
/// <param name="Children">Different children in this session.</param>
/// <param name="Returning">How many of them had been in an earlier session of the request: they are counted once in sums.</param>
/// <param name="Examined">Children examined.</param>
/// <param name="Consulted">Children consulted; the same child may be examined and consulted.</param>
/// <param name="Teachers">Teachers consulted.</param>
/// <param name="Parents">Parents consulted.</param>
public sealed record SessionCounts(int Children, int Returning, int Examined, int Consulted, int Teachers, int Parents)
{
    /// <summary>Nobody: what a planned session has reached.</summary>
    public static readonly SessionCounts None = new(0, 0, 0, 0, 0, 0);
}

/// <summary>A session of a specialist, planned or held.</summary>
/// <param name="On">The day.</param>
/// <param name="Counts">Who was reached; null while it is planned.</param>
/// <param name="StaffMemberId">Who held it; null when nobody is named.</param>
/// <param name="Note">What was done, in words without names of children.</param>
public sealed record SessionFacts(DateOnly On, SessionCounts? Counts, Guid? StaffMemberId, string? Note);
