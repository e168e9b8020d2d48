using System.Linq.Expressions;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A request for a specialist as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Specialist">Whom the school asks for.</param>
/// <param name="School">The school.</param>
/// <param name="Children">For how many children.</param>
/// <param name="RequestedOn">The day of the request.</param>
/// <param name="NeededFromOn">From when.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Late">Whether it waits for an organisation although the day has come.</param>
/// <param name="Organisation">Who answers for it.</param>
/// <param name="Person">Who comes, by name; null when nobody is named, and for callers who see no people's names.</param>
/// <param name="NextOn">The day of the next planned session.</param>
/// <param name="Held">Sessions held.</param>
/// <param name="Reached">Different children examined and consulted.</param>
/// <param name="Version">Version, for If-Match.</param>
public record SpecialistRequestSummary(
    Guid Id,
    SpecialistKind Specialist,
    SupportedSchool School,
    int Children,
    DateOnly RequestedOn,
    DateOnly NeededFromOn,
    SpecialistRequestState State,
    bool Late,
    SupportingOrganisation? Organisation,
    SupportingPerson? Person,
    DateOnly? NextOn,
    int Held,
    int Reached,
    int Version
)
{
    /// <summary>The row of a request.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told.</param>
    /// <param name="today">The day in the region.</param>
    internal static Expression<Func<SpecialistRequest, SpecialistRequestSummary>> From(AppDbContext db, bool seesPeople, DateOnly today) =>
        r => new SpecialistRequestSummary(
            r.Id,
            r.Specialist,
            new SupportedSchool(
                r.SchoolId,
                db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Name).First(),
                r.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == r.MunicipalityCode).Select(m => m.Name).First()
            ),
            r.Children,
            r.RequestedOn,
            r.NeededFromOn,
            r.State,
            r.State == SpecialistRequestState.Requested && r.NeededFromOn <= today,
            r.OrganisationId == null
                ? null
                : new SupportingOrganisation(
                    r.OrganisationId.Value,
                    db.Organisations.Where(o => o.Id == r.OrganisationId).Select(o => o.ShortName ?? o.Name).First()
                ),
            r.StaffMemberId == null || !seesPeople
                ? null
                : new SupportingPerson(
                    r.StaffMemberId.Value,
                    db.StaffMembers.Where(p => p.Id == r.StaffMemberId).Select(p => p.Name).FirstOrDefault()
                ),
            r.Sessions.Where(s => !s.Held && s.On >= today).Min(s => (DateOnly?)s.On),
            r.Sessions.Count(s => s.Held),
            r.Sessions.Sum(s => s.Children - s.Returning),
            r.Version
        );
}

/// <summary>A school that is supported.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityCode">ОКТМО code of its municipality.</param>
/// <param name="Municipality">Name of its municipality.</param>
public sealed record SupportedSchool(Guid Id, string Name, string MunicipalityCode, string Municipality);

/// <summary>An organisation that supports.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Its name in lists.</param>
public sealed record SupportingOrganisation(Guid Id, string Name);

/// <summary>Somebody of an organisation's staff.</summary>
/// <param name="Id">Id on the staff.</param>
/// <param name="Name">Name; null when the person has left the staff.</param>
public sealed record SupportingPerson(Guid Id, string? Name);
