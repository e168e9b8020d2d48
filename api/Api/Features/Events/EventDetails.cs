using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>An event alone, with who took part of the caller's schools.</summary>
public sealed record EventDetails : EventSummary
{
    private EventDetails(EventSummary summary)
        : base(summary) { }

    /// <summary>What about, in more words.</summary>
    public required string? Description { get; init; }

    /// <summary>Who took part, by school of the caller.</summary>
    public required IReadOnlyList<EventTurnoutDetails> Turnouts { get; init; }

    /// <summary>Whether the caller may change the event itself.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an event that is announced to the caller.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<EventDetails>> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var events = db.Events.AsNoTracking().Where(e => e.Id == id);
        var found =
            await events.Select(e => new { e.RegionCode, e.Description }).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Мероприятие");
        var summary = await events.Select(EventSummary.From(db)).SingleAsync(cancellationToken);
        var turnouts = await (
            from t in db.EventTurnouts.AsNoTracking()
            join s in db.Schools on t.SchoolId equals s.Id
            where t.EventId == id
            orderby s.SortName, s.Id
            select new
            {
                t.Id,
                t.SchoolId,
                s.Name,
                Municipality = db.Municipalities.Where(m => m.Code == t.MunicipalityCode).Select(m => m.Name).First(),
                t.Named,
                t.Unnamed,
                t.Version,
            }
        ).ToListAsync(cancellationToken);
        var people = caller.SeesPeople ? await PeopleOf(db, id, cancellationToken) : [];
        var place = new Place(found.RegionCode, summary.Municipality?.Code, summary.School?.Id);
        var details = new EventDetails(summary)
        {
            Description = found.Description,
            Turnouts =
            [
                .. turnouts.Select(t => new EventTurnoutDetails(
                    new EventSchool(t.SchoolId, t.Name),
                    t.Municipality,
                    t.Named,
                    t.Unnamed,
                    caller.SeesPeople ? people.GetValueOrDefault(t.Id, []) : null,
                    t.Version
                )),
            ],
            Editable = caller.ScopeFor(Permission.EventsWrite).Reaches(place),
        };
        return new Versioned<EventDetails>(details, details.Version);
    }

    // Whoever has gone to a school out of the caller's reach is counted and not named.
    private static async Task<Dictionary<Guid, List<EventPerson>>> PeopleOf(AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var rows = await (
            from t in db.EventTurnouts
            from a in t.Attendees
            where t.EventId == id
            select new
            {
                t.Id,
                a.TeacherId,
                Name = db.Teachers.Where(p => p.Id == a.TeacherId).Select(p => p.Name).FirstOrDefault(),
                Sort = db.Teachers.Where(p => p.Id == a.TeacherId).Select(p => p.SortName).FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.Id)
            .ToDictionary(
                g => g.Key,
                g =>
                    g.OrderBy(r => r.Sort is null)
                        .ThenBy(r => r.Sort, StringComparer.Ordinal)
                        .ThenBy(r => r.TeacherId)
                        .Select(r => new EventPerson(r.TeacherId, r.Name))
                        .ToList()
            );
    }
}

/// <summary>Who of a school took part.</summary>
/// <param name="School">The school.</param>
/// <param name="Municipality">Name of its municipality.</param>
/// <param name="Named">People known by name.</param>
/// <param name="Unnamed">People known by number only.</param>
/// <param name="Teachers">Who; null for callers who see no people.</param>
/// <param name="Version">Version, for changes.</param>
public sealed record EventTurnoutDetails(
    EventSchool School,
    string Municipality,
    int Named,
    int Unnamed,
    IReadOnlyList<EventPerson>? Teachers,
    int Version
);

/// <summary>A teacher who took part.</summary>
/// <param name="Id">Id of the teacher.</param>
/// <param name="Name">Full name; null once anonymised, and of those who work out of the caller's reach now.</param>
public sealed record EventPerson(Guid Id, string? Name);
