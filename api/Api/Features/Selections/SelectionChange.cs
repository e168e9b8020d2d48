using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>What all changes of a selection have in common.</summary>
internal static class SelectionChange
{
    /// <summary>The selection to change with its criteria and experts, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not hold it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Selection> SelectionToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var selection = await db
            .Selections.Include(s => s.Criteria)
            .Include(s => s.Experts)
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (selection is null || !db.Current.Scope.Reaches(selection))
            throw Problems.NotFound("Отбор");
        db.Expect(selection, seen.Version);
        return selection;
    }

    /// <summary>Ids of experts who have given marks.</summary>
    public static Task<List<Guid>> Judges(this AppDbContext db, Selection selection, CancellationToken cancellationToken)
    {
        var criteria = selection.Criteria.Select(c => c.Id).ToList();
        return db
            .SelectionMarks.Where(m => criteria.Contains(m.CriterionId))
            .Select(m => m.ExpertId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<SelectionDetails>> Saved(
        this AppDbContext db,
        Selection selection,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await SelectionDetails.Read(db, selection.Id, caller, cancellationToken);
    }
}
