using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>The periods of a set, oldest first.</summary>
public static class ListIndicatorPeriods
{
    /// <param name="Set">Id of the set.</param>
    public sealed record Query(Guid Set) : IRequest<Ok<IReadOnlyList<IndicatorPeriodDetails>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<IndicatorPeriodDetails>>>
    {
        public async Task<Ok<IReadOnlyList<IndicatorPeriodDetails>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var periods = await db.IndicatorPeriods.AsNoTracking().Where(p => p.SetId == request.Set).ToListAsync(cancellationToken);
            if (periods.Count == 0 && !await db.IndicatorSets.AnyAsync(s => s.Id == request.Set, cancellationToken))
                throw Problems.NotFound("Набор показателей");
            return TypedResults.Ok<IReadOnlyList<IndicatorPeriodDetails>>([
                .. periods.OrderBy(p => p.Period).Select(IndicatorPeriodDetails.Of),
            ]);
        }
    }
}
