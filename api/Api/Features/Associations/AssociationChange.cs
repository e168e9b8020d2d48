using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>What changes of associations have in common: the version before, the card after.</summary>
internal static class AssociationChange
{
    /// <summary>The association to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Association> AssociationToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var found = await db.Associations.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (found is null || !db.Current.Scope.Reaches(found))
            throw Problems.NotFound("Методическое объединение");
        db.Expect(found, seen.Version);
        return found;
    }

    /// <summary>Refuses a leader whom the caller does not know.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustKnowLeader(
        this AppDbContext db,
        Guid? leader,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        if (leader is { } id && !await db.Teachers.AnyAsync(t => t.Id == id && t.RegionCode == region && t.Name != null, cancellationToken))
            throw Problems.NotFound("Педагог", pointer, id.ToString());
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<AssociationDetails>> Changed(
        this AppDbContext db,
        Association changed,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await AssociationDetails.Read(db, changed.Id, caller, cancellationToken);
    }
}
