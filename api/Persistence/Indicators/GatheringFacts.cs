using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Training;

namespace Opora.Persistence.Indicators;

/// <summary>Who of a school came to an event or to a meeting of an association: one teacher, or a number of others.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="EventId">To what.</param>
/// <param name="Meeting">Whether it was a meeting of an association.</param>
/// <param name="Level">For whom it was.</param>
/// <param name="TeacherId">Who; null for those without a name.</param>
/// <param name="Unnamed">How many without a name.</param>
internal sealed record GatheringFact(Guid SchoolId, Guid EventId, bool Meeting, EventLevel Level, Guid? TeacherId, int Unnamed);

/// <summary>Who came to what was held within a period.</summary>
internal static class GatheringFacts
{
    public static readonly ILookup<Guid, GatheringFact> None = Array.Empty<GatheringFact>().ToLookup(f => f.SchoolId);

    /// <param name="db">The context.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="schools">The schools; null for all of the region.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ILookup<Guid, GatheringFact>> Read(
        AppDbContext db,
        string regionCode,
        Guid[]? schools,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (period.StartOn, period.EndOn);
        var held = db.Events.Where(e => e.RegionCode == regionCode && e.State == EventState.Held && e.StartsOn >= from && e.StartsOn <= to);
        var turnouts = db.EventTurnouts.Where(t => t.RegionCode == regionCode);
        if (schools is not null)
            turnouts = turnouts.Where(t => EF.Parameter(schools).Contains(t.SchoolId));
        // Two statements: a union of different shapes is not every engine's.
        var bare = await turnouts
            .Join(held, t => t.EventId, e => e.Id, (t, e) => new { Turnout = t, Event = e })
            .Where(x => x.Turnout.Unnamed > 0)
            .Select(x => new GatheringFact(
                x.Turnout.SchoolId,
                x.Event.Id,
                x.Event.AssociationId != null,
                x.Event.Level,
                null,
                x.Turnout.Unnamed
            ))
            .ToListAsync(cancellationToken);
        var named = await turnouts
            .Join(held, t => t.EventId, e => e.Id, (t, e) => new { Turnout = t, Event = e })
            .Join(
                db.EventAttendees,
                x => x.Turnout.Id,
                a => a.TurnoutId,
                (x, a) =>
                    new
                    {
                        x.Turnout,
                        x.Event,
                        a.TeacherId,
                    }
            )
            .Select(x => new GatheringFact(x.Turnout.SchoolId, x.Event.Id, x.Event.AssociationId != null, x.Event.Level, x.TeacherId, 0))
            .ToListAsync(cancellationToken);
        return bare.Concat(named).ToLookup(f => f.SchoolId);
    }

    /// <summary>What this register counts: events once, people known by name once, and for events those without a name as well.</summary>
    public static long Count(this IEnumerable<GatheringFact> facts, FormulaRegister register)
    {
        if (register == FormulaRegister.Events)
            return facts.Where(f => !f.Meeting).Select(f => f.EventId).Distinct().Count();
        if (register == FormulaRegister.Reached)
        {
            var events = facts.Where(f => !f.Meeting).ToList();
            return People(events) + events.Sum(f => (long)f.Unnamed);
        }
        return People(facts.Where(f => f.Meeting && IsOf(f.Level, register)));
    }

    private static long People(IEnumerable<GatheringFact> facts) => facts.Select(f => f.TeacherId).OfType<Guid>().Distinct().Count();

    private static bool IsOf(EventLevel level, FormulaRegister register) =>
        register == FormulaRegister.MetSchool ? level == EventLevel.School
        : register == FormulaRegister.MetMunicipal ? level == EventLevel.Municipal
        : level is EventLevel.InterMunicipal or EventLevel.Regional;
}
