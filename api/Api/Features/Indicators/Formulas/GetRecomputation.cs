using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Tells how far the formulas of a region have been computed.</summary>
public static class GetRecomputation
{
    /// <param name="Region">Code of the region; may be left out by those who reach one only.</param>
    public sealed record Query(string? Region = null) : IRequest<Ok<RecomputationDetails>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<RecomputationDetails>>
    {
        public async Task<Ok<RecomputationDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(await RecomputationDetails.Read(db, FormulaRegions.Of(db, request.Region), cancellationToken));
    }
}

/// <summary>How far the formulas of a region have been computed.</summary>
/// <param name="RegionCode">The region.</param>
/// <param name="Waits">Whether something changed that was not taken in yet.</param>
/// <param name="Runs">Whether they are being computed.</param>
/// <param name="Done">Schools and periods done by the present or last computation.</param>
/// <param name="Total">Those that it found to do.</param>
/// <param name="StartedAt">When it began; null before the first.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
public sealed record RecomputationDetails(
    string RegionCode,
    bool Waits,
    bool Runs,
    int Done,
    int Total,
    DateTime? StartedAt,
    DateTime? FinishedAt
)
{
    internal static async Task<RecomputationDetails> Read(AppDbContext db, string region, CancellationToken cancellationToken)
    {
        var waits = await db.FormulaNotes.AnyAsync(n => n.RegionCode == region, cancellationToken);
        return await db.FormulaProgress.AsNoTracking().SingleOrDefaultAsync(p => p.RegionCode == region, cancellationToken) is { } p
            ? new(region, waits, p is { StartedAt: not null, FinishedAt: null }, p.Done, p.Total, p.StartedAt, p.FinishedAt)
            : new(region, waits, false, 0, 0, null, null);
    }
}
