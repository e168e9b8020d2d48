using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;

namespace Opora.Persistence.Training;

/// <summary>Whom the events of a group reached.</summary>
/// <param name="Key">The school, the municipality or the kind; empty of all together.</param>
/// <param name="Events">Events to which anybody of the group came.</param>
/// <param name="People">People known by name, each once however many events they came to.</param>
/// <param name="Unnamed">People known by number only, added up: who came twice counts twice.</param>
public sealed record EventReachCount(string Key, int Events, int People, int Unnamed);

/// <summary>What a turnout is counted by.</summary>
public sealed class TurnoutRow
{
    public Guid TurnoutId { get; init; }
    public Guid EventId { get; init; }
    public Guid SchoolId { get; init; }
    public string MunicipalityCode { get; init; } = "";
    public EventKind Kind { get; init; }
    public int Unnamed { get; init; }
    public Guid TeacherId { get; init; }
}

/// <summary>Whom events reached at the caller's schools, counted by the database.</summary>
public static class EventReach
{
    /// <summary>The records of schools of these events at which anybody was.</summary>
    public static IQueryable<TurnoutRow> TurnoutsOf(this AppDbContext db, IQueryable<Event> events) =>
        from t in db.EventTurnouts
        join e in events on t.EventId equals e.Id
        where t.Named + t.Unnamed > 0
        select new TurnoutRow
        {
            TurnoutId = t.Id,
            EventId = t.EventId,
            SchoolId = t.SchoolId,
            MunicipalityCode = t.MunicipalityCode,
            Kind = e.Kind,
            Unnamed = t.Unnamed,
        };

    /// <summary>All together; its key is empty.</summary>
    public static async Task<EventReachCount> Reach(
        this AppDbContext db,
        IQueryable<TurnoutRow> turnouts,
        CancellationToken cancellationToken
    ) => (await db.ReachBy(turnouts, _ => 1, cancellationToken)).SingleOrDefault() is { } all ? all with { Key = "" } : new("", 0, 0, 0);

    /// <summary>By school, municipality or kind.</summary>
    public static async Task<List<EventReachCount>> ReachBy<TKey>(
        this AppDbContext db,
        IQueryable<TurnoutRow> turnouts,
        Expression<Func<TurnoutRow, TKey>> by,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        // Many rows of a turnout are one event, and many turnouts of a person one person: each is counted by its own statement.
        var events = await turnouts
            .GroupBy(by)
            .Select(g => new
            {
                g.Key,
                Events = g.Select(t => t.EventId).Distinct().Count(),
                Unnamed = g.Sum(t => t.Unnamed),
            })
            .ToListAsync(cancellationToken);
        var people = await turnouts
            .Join(
                db.EventAttendees,
                t => t.TurnoutId,
                a => a.TurnoutId,
                (t, a) =>
                    new TurnoutRow
                    {
                        TurnoutId = t.TurnoutId,
                        EventId = t.EventId,
                        SchoolId = t.SchoolId,
                        MunicipalityCode = t.MunicipalityCode,
                        Kind = t.Kind,
                        TeacherId = a.TeacherId,
                    }
            )
            .GroupBy(by)
            .Select(g => new { g.Key, People = g.Select(x => x.TeacherId).Distinct().Count() })
            .ToDictionaryAsync(c => c.Key, c => c.People, cancellationToken);
        return [.. events.Select(e => new EventReachCount($"{e.Key}", e.Events, people.GetValueOrDefault(e.Key), e.Unnamed))];
    }
}
