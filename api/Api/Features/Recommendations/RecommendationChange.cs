using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>What all changes of a recommendation have in common: the version before, the card after.</summary>
internal static class RecommendationChange
{
    /// <summary>The recommendation to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Recommendation> RecommendationToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var recommendation =
            await db.Recommendations.Include(r => r.Causes).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw Problems.NotFound("Рекомендация");
        db.Expect(recommendation, seen.Version);
        return recommendation;
    }

    /// <summary>Demands that whoever is to answer for it is somebody of the region.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustBeInRegion(this AppDbContext db, Guid? ownerId, string regionCode, CancellationToken cancellationToken)
    {
        if (ownerId is not { } id)
            return;
        var here = await db.Grants.AnyAsync(
            g => g.HolderId == id && g.RegionCode == regionCode && g.RevokedAt == null && db.Users.Any(p => p.Id == id),
            cancellationToken
        );
        if (!here)
            throw Problems.NotFound("Ответственный", "/ownerId", id.ToString());
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<RecommendationDetails>> Changed(
        this AppDbContext db,
        Recommendation recommendation,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await RecommendationDetails.Read(db, recommendation.Id, caller, cancellationToken);
    }
}
