using Opora.Domain.Places;

namespace Opora.Domain.Support;

/// <summary>A session of a specialist at a school: planned, or held with counts of whom it reached. Nobody stands here by name.</summary>
public sealed class SupportSession : IPlaced, IHistoried
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 2_000;

    /// <summary>Most people that one session is believed to have reached.</summary>
    public const int MostPeople = 2_000;

    private SupportSession() { }

    internal SupportSession(SpecialistRequest request, SessionFacts facts)
    {
        RequestId = request.Id;
        (RegionCode, MunicipalityCode, SchoolId) = (request.RegionCode, request.MunicipalityCode, request.SchoolId);
        OrganisationId = request.OrganisationId!.Value;
        Revise(request, facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The request that it answers.</summary>
    public Guid RequestId { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The municipality of the school.</summary>
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>Whose session it is.</summary>
    public SpecialistKind Specialist { get; private set; }

    /// <summary>Who answered for the request then.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Who held it; the name stands with the organisation's staff only and may be gone.</summary>
    public Guid? StaffMemberId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Whether it took place.</summary>
    public bool Held { get; private set; }

    /// <summary>Different children in this session.</summary>
    public int Children { get; private set; }

    /// <summary>How many of them had been in an earlier session of the request.</summary>
    public int Returning { get; private set; }

    /// <summary>Children examined.</summary>
    public int Examined { get; private set; }

    /// <summary>Children consulted.</summary>
    public int Consulted { get; private set; }

    /// <summary>Teachers consulted.</summary>
    public int Teachers { get; private set; }

    /// <summary>Parents consulted.</summary>
    public int Parents { get; private set; }

    /// <summary>What was done.</summary>
    public string? Note { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => RequestId;

    // Free text about children is nothing for a history that outlives it.
    IReadOnlyCollection<string> IHistoried.PersonalFields => [nameof(Note)];

    internal void Revise(SpecialistRequest request, SessionFacts facts)
    {
        Specialist = request.Specialist;
        (On, StaffMemberId, Note, Held) = (facts.On, facts.StaffMemberId, facts.Note, facts.Counts is not null);
        (Children, Returning, Examined, Consulted, Teachers, Parents) = facts.Counts ?? SessionCounts.None;
    }

    internal void For(SpecialistKind specialist) => Specialist = specialist;
}
