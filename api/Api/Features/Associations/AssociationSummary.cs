using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>An association as a row of a list. Totals are told to everybody who reads it; people to their own places only.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">How wide it is.</param>
/// <param name="Subject">Code of the subject.</param>
/// <param name="Municipality">Whose it is; null for the whole region.</param>
/// <param name="School">Whose it is; null for anything larger.</param>
/// <param name="Leader">Who leads it; null when nobody does or the caller does not see the person.</param>
/// <param name="ClosedOn">Since when it works no more.</param>
/// <param name="Members">Teachers in it now, of whatever school.</param>
/// <param name="OwnMembers">Those of the caller's schools, or of the school that the list is of.</param>
/// <param name="Meetings">Meetings held.</param>
/// <param name="LastMeetingOn">Day of the last one held.</param>
/// <param name="NextMeetingOn">Day of the next one planned.</param>
/// <param name="Version">Version, for If-Match.</param>
public record AssociationSummary(
    Guid Id,
    string Name,
    AssociationLevel Level,
    string? Subject,
    AssociationMunicipality? Municipality,
    AssociationSchool? School,
    AssociationPerson? Leader,
    DateOnly? ClosedOn,
    int Members,
    int OwnMembers,
    int Meetings,
    DateOnly? LastMeetingOn,
    DateOnly? NextMeetingOn,
    int Version
)
{
    /// <summary>The row of an association.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told.</param>
    /// <param name="school">Whose members are counted as own; null for all that the caller reaches.</param>
    internal static Expression<Func<Association, AssociationSummary>> From(AppDbContext db, bool seesPeople, Guid? school = null) =>
        a => new AssociationSummary(
            a.Id,
            a.Name,
            a.Level,
            a.Subject,
            a.MunicipalityCode == null
                ? null
                : new AssociationMunicipality(
                    a.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == a.MunicipalityCode).Select(m => m.Name).First()
                ),
            a.SchoolId == null
                ? null
                : new AssociationSchool(a.SchoolId.Value, db.ToldSchools.Where(s => s.Id == a.SchoolId).Select(s => s.Name).First()),
            !seesPeople || a.LeaderId == null || !db.Teachers.Any(t => t.Id == a.LeaderId)
                ? null
                : new AssociationPerson(a.LeaderId.Value, db.Teachers.Where(t => t.Id == a.LeaderId).Select(t => t.Name).FirstOrDefault()),
            a.ClosedOn,
            a.MemberCount,
            db.AssociationMembers.Count(m => m.AssociationId == a.Id && m.UntilOn == null && (school == null || m.SchoolId == school)),
            db.Events.Count(e => e.AssociationId == a.Id && e.State == EventState.Held),
            db.Events.Where(e => e.AssociationId == a.Id && e.State == EventState.Held).Max(e => (DateOnly?)e.StartsOn),
            db.Events.Where(e => e.AssociationId == a.Id && e.State == EventState.Planned).Min(e => (DateOnly?)e.StartsOn),
            a.Version
        );
}

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record AssociationMunicipality(string Code, string Name);

/// <summary>A school by id and name.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its official name.</param>
public sealed record AssociationSchool(Guid Id, string Name);

/// <summary>A teacher.</summary>
/// <param name="Id">Id of the teacher.</param>
/// <param name="Name">Full name; null once anonymised.</param>
public sealed record AssociationPerson(Guid Id, string? Name);
