using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Partnerships;

namespace Opora.Persistence.Indicators;

/// <summary>An agreement of a school, or a teacher of it who was helped: counted once in a place, at however many schools it is found.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Register">Which register counts it.</param>
/// <param name="Id">The agreement or the teacher.</param>
internal sealed record HelpFact(Guid SchoolId, FormulaRegister Register, Guid Id)
{
    /// <summary>How many of these a register counts.</summary>
    public static long Of(IEnumerable<HelpFact> facts, FormulaRegister register) =>
        facts.Where(f => f.Register == register).Select(f => f.Id).Distinct().Count();
}

/// <summary>Who was helped by others within a period: agreements in force on any of its days, mentors, internships completed in it.</summary>
internal static class HelpFacts
{
    /// <param name="db">The context.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="schools">The schools; null for all of the region.</param>
    /// <param name="period">The period.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ILookup<Guid, HelpFact>> Read(
        AppDbContext db,
        string regionCode,
        Guid[]? schools,
        Period period,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (period.StartOn, period.EndOn);
        // An agreement ended on its first day was never in force: the day on which it ends is the first on which it does not hold.
        var agreements = db.Partnerships.Where(p =>
            p.RegionCode == regionCode
            && p.SignedOn != null
            && (p.StartsOn ?? p.SignedOn) <= to
            && (p.EndsOn == null || p.EndsOn >= from)
            && (p.TerminatedOn == null || p.TerminatedOn > from && p.TerminatedOn > (p.StartsOn ?? p.SignedOn))
        );
        var supported = db.PartnershipParties.Where(p => p.Role == PartyRole.Supported && p.SchoolId != null);
        var pairs = db.Mentorings.Where(m =>
            m.RegionCode == regionCode
            && m.Kind == MentoringKind.Teachers
            && m.StartsOn <= to
            && (m.EndsOn == null || m.EndsOn >= from)
            && (m.TerminatedOn == null || m.TerminatedOn > from && m.TerminatedOn > m.StartsOn)
        );
        var learners = db.MentoringParties.Where(p => p.Role == MentoringRole.Supported && p.SchoolId != null && p.TeacherId != null);
        var internships = db.Internships.Where(i =>
            i.RegionCode == regionCode && i.Result == InternshipResult.Completed && i.EndsOn >= from && i.EndsOn <= to
        );
        if (schools is not null)
        {
            supported = supported.Where(p => EF.Parameter(schools).Contains(p.SchoolId!.Value));
            learners = learners.Where(p => EF.Parameter(schools).Contains(p.SchoolId!.Value));
            internships = internships.Where(i => EF.Parameter(schools).Contains(i.SchoolId));
        }
        var signed = await supported
            .Join(
                agreements,
                s => s.PartnershipId,
                p => p.Id,
                (s, p) =>
                    new
                    {
                        School = s.SchoolId!.Value,
                        p.Id,
                        Outside = p.Parties.Any(x =>
                            x.Role == PartyRole.Partner && (x.MunicipalityCode == null || x.MunicipalityCode != s.MunicipalityCode)
                        ),
                    }
            )
            .ToListAsync(cancellationToken);
        var mentored = await learners
            .Join(pairs, l => l.MentoringId, m => m.Id, (l, m) => new { School = l.SchoolId!.Value, Teacher = l.TeacherId!.Value })
            .Distinct()
            .ToListAsync(cancellationToken);
        var interned = await internships
            .Select(i => new { School = i.SchoolId, Teacher = i.TeacherId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return signed
            .Select(s => new HelpFact(s.School, FormulaRegister.Partnerships, s.Id))
            .Concat(signed.Where(s => s.Outside).Select(s => new HelpFact(s.School, FormulaRegister.PartnershipsOutside, s.Id)))
            .Concat(mentored.Select(m => new HelpFact(m.School, FormulaRegister.Mentored, m.Teacher)))
            .Concat(interned.Select(i => new HelpFact(i.School, FormulaRegister.Interned, i.Teacher)))
            .ToLookup(f => f.SchoolId);
    }
}
