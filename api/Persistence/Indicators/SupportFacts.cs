using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators.Formulas;

namespace Opora.Persistence.Indicators;

/// <summary>What was done at a school within a period.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Examined">Children examined and consulted, counted once per request.</param>
/// <param name="Visits">Visits to it.</param>
/// <param name="Consulted">Teachers, parents and heads in sessions and in consultations; whoever came twice counts twice.</param>
internal sealed record SupportFact(Guid SchoolId, long Examined, long Visits, long Consulted)
{
    /// <summary>What this register counts.</summary>
    public long Of(FormulaRegister register) =>
        register == FormulaRegister.Examined ? Examined
        : register == FormulaRegister.Visits ? Visits
        : Consulted;
}

/// <summary>What specialists and visitors did at schools within a period: one statement per register, summed by the database.</summary>
internal static class SupportFacts
{
    /// <param name="db">The context.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="schools">The schools; null for all of the region.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ILookup<Guid, SupportFact>> Read(
        AppDbContext db,
        string regionCode,
        Guid[]? schools,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (period.StartOn, period.EndOn);
        var sessions = db.SupportSessions.Where(s => s.RegionCode == regionCode && s.Held && s.On >= from && s.On <= to);
        var visits = db.SupportVisits.Where(v => v.RegionCode == regionCode && v.On >= from && v.On <= to);
        var consultations = db.Consultations.Where(c => c.RegionCode == regionCode && c.On >= from && c.On <= to);
        if (schools is not null)
        {
            sessions = sessions.Where(s => EF.Parameter(schools).Contains(s.SchoolId));
            visits = visits.Where(v => EF.Parameter(schools).Contains(v.SchoolId));
            consultations = consultations.Where(c => EF.Parameter(schools).Contains(c.SchoolId));
        }
        List<SupportFact> found =
        [
            .. await sessions
                .GroupBy(s => s.SchoolId)
                .Select(g => new SupportFact(g.Key, g.Sum(s => s.Children - s.Returning), 0, g.Sum(s => s.Teachers + s.Parents)))
                .ToListAsync(cancellationToken),
            .. await visits.GroupBy(v => v.SchoolId).Select(g => new SupportFact(g.Key, 0, g.Count(), 0)).ToListAsync(cancellationToken),
            .. await consultations
                .GroupBy(c => c.SchoolId)
                .Select(g => new SupportFact(g.Key, 0, 0, g.Sum(c => c.People)))
                .ToListAsync(cancellationToken),
        ];
        return found.ToLookup(f => f.SchoolId);
    }
}
