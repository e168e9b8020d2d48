using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Features.Places;

/// <summary>Lists the municipalities of the regions in which the caller reaches anything.</summary>
public static class ListMunicipalities
{
    public sealed record Query : IRequest<Ok<List<MunicipalitySummary>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<List<MunicipalitySummary>>>
    {
        public async Task<Ok<List<MunicipalitySummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db
                    .Municipalities.OrderBy(m => m.SortName)
                    .ThenBy(m => m.Code)
                    .Select(MunicipalitySummary.From(db))
                    .ToListAsync(cancellationToken)
            );
    }
}
