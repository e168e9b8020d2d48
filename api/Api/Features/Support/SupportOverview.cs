using Opora.Domain.Support;

namespace Opora.Api.Features.Support;

/// <summary>What support adds up to in a stretch of time, in the caller's places.</summary>
/// <param name="From">First day, null when there is no bound.</param>
/// <param name="To">Last day, null when there is no bound.</param>
/// <param name="Total">All together.</param>
/// <param name="Specialists">By whose sessions; all four kinds.</param>
/// <param name="Municipalities">By municipality, those with anything, by name.</param>
/// <param name="Organisations">By who answers, those with anything, by name; requests that nobody answers for are in no row.</param>
/// <param name="Visits">Visits to schools.</param>
/// <param name="Lessons">Lessons attended at them.</param>
/// <param name="VisitedTeachers">Teachers reached at them; whoever was reached twice counts twice.</param>
/// <param name="Consultations">Consultations besides the sessions.</param>
/// <param name="ConsultedTeachers">Teachers in them.</param>
/// <param name="ConsultedParents">Parents in them.</param>
/// <param name="ConsultedHeads">People of the schools' heads in them.</param>
public sealed record SupportOverview(
    DateOnly? From,
    DateOnly? To,
    SupportLoad Total,
    IReadOnlyList<SpecialistLoad> Specialists,
    IReadOnlyList<MunicipalityLoad> Municipalities,
    IReadOnlyList<OrganisationLoad> Organisations,
    int Visits,
    int Lessons,
    int VisitedTeachers,
    int Consultations,
    int ConsultedTeachers,
    int ConsultedParents,
    int ConsultedHeads
);

/// <summary>How much there is to do and how much was done.</summary>
/// <param name="Waiting">Requests that wait for an organisation, whenever they were made.</param>
/// <param name="Active">Requests that are assigned or in work, whenever they were made.</param>
/// <param name="Requested">Requests made in the time.</param>
/// <param name="Planned">Sessions planned in the time and not held yet.</param>
/// <param name="Held">Sessions held in the time.</param>
/// <param name="Children">Children examined and consulted in the time, counted once per request.</param>
/// <param name="Examined">Examinations of children in the time.</param>
/// <param name="Consulted">Consultations of children in the time.</param>
/// <param name="Teachers">Teachers consulted in sessions.</param>
/// <param name="Parents">Parents consulted in sessions.</param>
public sealed record SupportLoad(
    int Waiting,
    int Active,
    int Requested,
    int Planned,
    int Held,
    int Children,
    int Examined,
    int Consulted,
    int Teachers,
    int Parents
)
{
    internal static SupportLoad Of(IEnumerable<RequestGroup> requests, IEnumerable<SessionGroup> sessions)
    {
        var (asked, met) = (requests.ToList(), sessions.ToList());
        return new SupportLoad(
            asked.Where(r => r.State == SpecialistRequestState.Requested).Sum(r => r.Count),
            asked.Where(r => r.State is SpecialistRequestState.Assigned or SpecialistRequestState.InWork).Sum(r => r.Count),
            asked.Sum(r => r.InTime),
            met.Where(s => !s.Held).Sum(s => s.Count),
            met.Where(s => s.Held).Sum(s => s.Count),
            met.Sum(s => s.Children),
            met.Sum(s => s.Examined),
            met.Sum(s => s.Consulted),
            met.Sum(s => s.Teachers),
            met.Sum(s => s.Parents)
        );
    }
}

/// <summary>The load of one kind of specialists.</summary>
/// <param name="Specialist">The kind.</param>
/// <param name="Load">The load.</param>
public sealed record SpecialistLoad(SpecialistKind Specialist, SupportLoad Load);

/// <summary>The load of one municipality.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Name.</param>
/// <param name="Load">The load.</param>
public sealed record MunicipalityLoad(string Code, string Name, SupportLoad Load);

/// <summary>The load of one organisation.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Name in lists.</param>
/// <param name="Municipality">Name of its municipality; null for one of the whole region.</param>
/// <param name="Load">The load.</param>
public sealed record OrganisationLoad(Guid Id, string Name, string? Municipality, SupportLoad Load);

/// <summary>Requests of one kind, place, organisation and state.</summary>
internal sealed record RequestGroup(
    SpecialistKind Specialist,
    string MunicipalityCode,
    Guid? OrganisationId,
    SpecialistRequestState State,
    int Count,
    int InTime
);

/// <summary>Sessions of one kind, place and organisation.</summary>
internal sealed record SessionGroup(
    SpecialistKind Specialist,
    string MunicipalityCode,
    Guid OrganisationId,
    bool Held,
    int Count,
    int Children,
    int Examined,
    int Consulted,
    int Teachers,
    int Parents
);
