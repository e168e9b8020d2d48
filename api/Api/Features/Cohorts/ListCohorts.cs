using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>The lists of supported schools, newest first.</summary>
public static class ListCohorts
{
    /// <param name="Empty">Only lists without schools that one sees, or only those with some.</param>
    public sealed record Query(bool? Empty = null) : IRequest<Ok<IReadOnlyList<CohortSummary>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<CohortSummary>>>
    {
        public async Task<Ok<IReadOnlyList<CohortSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok<IReadOnlyList<CohortSummary>>(
                await db
                    .Cohorts.AsNoTracking()
                    .Where(c => request.Empty == null || db.CohortMembers.Any(m => m.CohortId == c.Id) != request.Empty)
                    .OrderByDescending(c => c.ResultsYear)
                    .ThenBy(c => c.RegionCode)
                    .Select(CohortSummary.From(db))
                    .ToListAsync(cancellationToken)
            );
    }
}
