using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>An event as a row of a list. Totals are told to everybody who reads it; whose people they were, to their own places only.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">For whom.</param>
/// <param name="Title">The theme.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="StartsAt">When it begins on the first day, by the clocks of the region.</param>
/// <param name="EndsAt">When it ends on the last day.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Address on the net.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reason">Why it was called off.</param>
/// <param name="Municipality">Whose it is; null for the whole region.</param>
/// <param name="School">Whose it is; null for anything larger.</param>
/// <param name="Organiser">Who holds it.</param>
/// <param name="Association">Whose meeting it is.</param>
/// <param name="Total">Everybody who took part.</param>
/// <param name="Own">Those of the caller's schools, or of the school that the list is of.</param>
/// <param name="Version">Version, for If-Match.</param>
public record EventSummary(
    Guid Id,
    EventKind Kind,
    EventLevel Level,
    string Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    TimeOnly? StartsAt,
    TimeOnly? EndsAt,
    string? Place,
    string? Link,
    EventState State,
    string? Reason,
    EventMunicipality? Municipality,
    EventSchool? School,
    ToldOrganiser? Organiser,
    EventAssociation? Association,
    EventCounts Total,
    EventCounts Own,
    int Version
)
{
    /// <summary>The row of an event.</summary>
    /// <param name="db">The database.</param>
    /// <param name="school">Whose people are counted as own; null for all that the caller reaches.</param>
    internal static Expression<Func<Event, EventSummary>> From(AppDbContext db, Guid? school = null) =>
        e => new EventSummary(
            e.Id,
            e.Kind,
            e.Level,
            e.Title,
            e.StartsOn,
            e.EndsOn,
            e.StartsAt,
            e.EndsAt,
            e.Place,
            e.Link,
            e.State,
            e.Reason,
            e.MunicipalityCode == null
                ? null
                : new EventMunicipality(
                    e.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == e.MunicipalityCode).Select(m => m.Name).First()
                ),
            e.SchoolId == null
                ? null
                : new EventSchool(e.SchoolId.Value, db.ToldSchools.Where(s => s.Id == e.SchoolId).Select(s => s.Name).First()),
            e.OrganiserId != null
                    ? new ToldOrganiser(
                        e.OrganiserId,
                        null,
                        db.Organisations.Where(o => o.Id == e.OrganiserId).Select(o => o.ShortName ?? o.Name).First()
                    )
                : e.OrganiserSchoolId != null
                    ? new ToldOrganiser(
                        null,
                        e.OrganiserSchoolId,
                        db.ToldSchools.Where(s => s.Id == e.OrganiserSchoolId).Select(s => s.Name).First()
                    )
                : e.Organiser != null ? new ToldOrganiser(null, null, e.Organiser)
                : null,
            e.AssociationId == null
                ? null
                : new EventAssociation(
                    e.AssociationId.Value,
                    db.Associations.Where(a => a.Id == e.AssociationId).Select(a => a.Name).FirstOrDefault() ?? ""
                ),
            new EventCounts(e.NamedCount, e.UnnamedCount, e.SchoolCount),
            new EventCounts(
                db.EventTurnouts.Where(t => t.EventId == e.Id && (school == null || t.SchoolId == school)).Sum(t => t.Named),
                db.EventTurnouts.Where(t => t.EventId == e.Id && (school == null || t.SchoolId == school)).Sum(t => t.Unnamed),
                db.EventTurnouts.Count(t => t.EventId == e.Id && (school == null || t.SchoolId == school))
            ),
            e.Version
        );
}

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record EventMunicipality(string Code, string Name);

/// <summary>A school by id and name.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its official name.</param>
public sealed record EventSchool(Guid Id, string Name);

/// <summary>Who holds an event.</summary>
/// <param name="OrganisationId">Id of the organisation, when it is one.</param>
/// <param name="SchoolId">Id of the school, when it is one.</param>
/// <param name="Name">The name.</param>
public sealed record ToldOrganiser(Guid? OrganisationId, Guid? SchoolId, string Name);

/// <summary>Whose meeting it is.</summary>
/// <param name="Id">Id of the association.</param>
/// <param name="Name">Its name.</param>
public sealed record EventAssociation(Guid Id, string Name);

/// <summary>How many took part.</summary>
/// <param name="Named">People known by name, each once.</param>
/// <param name="Unnamed">People known by number only.</param>
/// <param name="Schools">Schools of which anybody took part.</param>
public sealed record EventCounts(int Named, int Unnamed, int Schools);
