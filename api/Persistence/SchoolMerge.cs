using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Persistence;

/// <summary>
/// What goes on at a school that became part of another one goes on there: its staff with what they learn, agreements, pairings,
/// internships. What had ended stays where it was: figures of past periods speak of it.
/// </summary>
public static class SchoolMerge
{
    /// <summary>
    /// Moves the staff and everything that is in force, in the transaction that merges the schools; the caller saves. Nothing is moved
    /// when something stands in the way.
    /// </summary>
    /// <exception cref="BrokenRule"><c>merge-partners</c>, <c>merge-same-number</c></exception>
    public static async Task MoveOn(
        this AppDbContext db,
        School from,
        School into,
        DateOnly on,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        await db.MustNotStandInTheWay(from, into, on, cancellationToken);
        await db.MoveStaff(from, into, on, today, cancellationToken);
        await db.MoveAgreements(from, into, on, cancellationToken);
        await db.MovePairings(from, into, on, cancellationToken);
        await db.MoveInternships(from, into, on, cancellationToken);
        await db.MovePartner(from, into, cancellationToken);
        // What was moved by statements leaves no notes of its own.
        db.FormulaNotes.Add(
            new FormulaNote
            {
                Id = Guid.CreateVersion7(),
                RegionCode = into.RegionCode,
                SchoolId = into.Id,
            }
        );
    }

    private static IQueryable<Partnership> Lasting(this AppDbContext db, DateOnly on) =>
        db.Partnerships.Where(p => (p.TerminatedOn == null || p.TerminatedOn > on) && (p.EndsOn == null || p.EndsOn >= on));

    private static IQueryable<Mentoring> LastingPairs(this AppDbContext db, DateOnly on) =>
        db.Mentorings.Where(m => (m.TerminatedOn == null || m.TerminatedOn > on) && (m.EndsOn == null || m.EndsOn >= on));

    private static async Task MustNotStandInTheWay(
        this AppDbContext db,
        School from,
        School into,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var both = await db.Lasting(on)
            .Where(p => p.Parties.Any(s => s.SchoolId == from.Id) && p.Parties.Any(s => s.SchoolId == into.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Number ?? p.Subject)
            .FirstOrDefaultAsync(cancellationToken);
        if (both is not null)
            throw new BrokenRule(
                "merge-partners",
                $"Обе школы – стороны договора «{both}». Расторгните его или измените стороны, потом присоединяйте."
            );
        var pairs = await db.LastingPairs(on)
            .CountAsync(
                m =>
                    m.Kind != MentoringKind.Teachers
                    && m.Parties.Any(s => s.SchoolId == from.Id)
                    && m.Parties.Any(s => s.SchoolId == into.Id),
                cancellationToken
            );
        if (pairs > 0)
            throw new BrokenRule(
                "merge-partners",
                $"Школы помогают друг другу: пар директоров и тьюторов – {pairs}. Прекратите их, потом присоединяйте."
            );
        var number = await db.Lasting(on)
            .Where(p => p.SchoolId == from.Id && p.NumberKey != null)
            .Where(p => db.Partnerships.Any(x => x.SchoolId == into.Id && x.NumberKey == p.NumberKey))
            .OrderBy(p => p.Id)
            .Select(p => p.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (number is not null)
            throw new BrokenRule(
                "merge-same-number",
                $"У обеих школ есть договор № {number}. Исправьте номер одного из них, потом присоединяйте."
            );
    }

    private static async Task MoveStaff(
        this AppDbContext db,
        School from,
        School into,
        DateOnly on,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var staff = await db
            .Teachers.Include(t => t.Posts)
            .Where(t => t.LeftOn == null && (t.SchoolId == from.Id || t.Posts.Any(p => p.SchoolId == from.Id && p.UntilOn == null)))
            .ToListAsync(cancellationToken);
        foreach (var teacher in staff)
        {
            db.Expect(teacher, teacher.Version);
            var before = teacher.Posts.ToHashSet();
            teacher.FollowMerger(from, into, on, today);
            db.AddRange(teacher.Posts.Where(p => !before.Contains(p)));
        }
        var moved = staff.Where(t => t.SchoolId == into.Id).Select(t => t.Id).ToList();
        await db
            .Enrolments.Where(e => moved.Contains(e.TeacherId) && e.SchoolId == from.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(e => e.SchoolId, into.Id).SetProperty(e => e.MunicipalityCode, into.MunicipalityCode),
                cancellationToken
            );
    }

    private static async Task MoveAgreements(
        this AppDbContext db,
        School from,
        School into,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var lasting = db.Lasting(on).Select(p => p.Id);
        var key = into.Id.ToString("N");
        Guid? id = into.Id;
        string? municipality = into.MunicipalityCode;
        await db
            .PartnershipParties.Where(s => s.SchoolId == from.Id && lasting.Contains(s.PartnershipId))
            .ExecuteUpdateAsync(
                u => u.SetProperty(s => s.SchoolId, id).SetProperty(s => s.MunicipalityCode, municipality),
                cancellationToken
            );
        await db.Lasting(on)
            .Where(p => p.SchoolId == from.Id)
            .ExecuteUpdateAsync(
                u =>
                    u.SetProperty(p => p.SchoolId, id).SetProperty(p => p.MunicipalityCode, municipality).SetProperty(p => p.OwnerKey, key),
                cancellationToken
            );
    }

    private static async Task MovePairings(this AppDbContext db, School from, School into, DateOnly on, CancellationToken cancellationToken)
    {
        var lasting = db.LastingPairs(on).Select(m => m.Id);
        Guid? id = into.Id;
        string? municipality = into.MunicipalityCode;
        await db
            .MentoringParties.Where(s => s.SchoolId == from.Id && lasting.Contains(s.MentoringId))
            .ExecuteUpdateAsync(
                u => u.SetProperty(s => s.SchoolId, id).SetProperty(s => s.MunicipalityCode, municipality),
                cancellationToken
            );
        await db.LastingPairs(on)
            .Where(m => m.SchoolId == from.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(m => m.SchoolId, id).SetProperty(m => m.MunicipalityCode, municipality),
                cancellationToken
            );
    }

    private static async Task MoveInternships(
        this AppDbContext db,
        School from,
        School into,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var lasting = db.Internships.Where(i => i.Result == null || i.EndsOn >= on);
        var ids = lasting.Select(i => i.Id);
        Guid? id = into.Id;
        string? municipality = into.MunicipalityCode;
        await db
            .InternshipParties.Where(s => s.SchoolId == from.Id && ids.Contains(s.InternshipId))
            .ExecuteUpdateAsync(
                u => u.SetProperty(s => s.SchoolId, id).SetProperty(s => s.MunicipalityCode, municipality),
                cancellationToken
            );
        await lasting
            .Where(i => i.SchoolId == from.Id)
            .ExecuteUpdateAsync(
                u => u.SetProperty(i => i.SchoolId, into.Id).SetProperty(i => i.MunicipalityCode, municipality),
                cancellationToken
            );
        await db
            .InternshipSites.Where(s => s.SchoolId == from.Id && s.ClosedOn == null)
            .ExecuteUpdateAsync(
                u => u.SetProperty(s => s.SchoolId, id).SetProperty(s => s.MunicipalityCode, municipality),
                cancellationToken
            );
    }

    /// <summary>A school helps others once: where both did, the one that stays goes on by its own word.</summary>
    private static async Task MovePartner(this AppDbContext db, School from, School into, CancellationToken cancellationToken)
    {
        var partners = await db.Partners.Where(p => p.SchoolId == from.Id || p.SchoolId == into.Id).ToListAsync(cancellationToken);
        if (partners.Find(p => p.SchoolId == from.Id) is not { } former)
            return;
        if (!partners.Exists(p => p.SchoolId == into.Id))
            db.Add(new Partner(into, new PartnerFacts(former.Capacity, former.Subjects, former.Note)));
        db.Remove(former);
    }
}
