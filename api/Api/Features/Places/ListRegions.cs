using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>Lists the regions in which the caller reaches anything.</summary>
public static class ListRegions
{
    public sealed record Query : IRequest<Ok<List<RegionSummary>>>;

    /// <summary>A region by code and name.</summary>
    /// <param name="Code">ISO 3166-2 code.</param>
    /// <param name="Name">Full Russian name.</param>
    public sealed record RegionSummary(string Code, string Name);

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<List<RegionSummary>>>
    {
        public async Task<Ok<List<RegionSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var regions = await db.Regions.Select(r => new RegionSummary(r.Code, r.Name)).ToListAsync(cancellationToken);
            return TypedResults.Ok(regions.OrderBy(r => SortText.Key(r.Name), StringComparer.Ordinal).ToList());
        }
    }
}
