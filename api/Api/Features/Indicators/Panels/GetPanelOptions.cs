using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>What a panel can be asked for.</summary>
public static class GetPanelOptions
{
    public sealed record Query : IRequest<Ok<IReadOnlyList<PanelOption>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IReadOnlyList<PanelOption>>>
    {
        public async Task<Ok<IReadOnlyList<PanelOption>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sets = await db.IndicatorSets.OrderBy(s => s.Code).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
            var periods = (await db.IndicatorPeriods.Select(p => new { p.SetId, p.Period }).ToListAsync(cancellationToken)).ToLookup(
                p => p.SetId,
                p => p.Period
            );
            return TypedResults.Ok<IReadOnlyList<PanelOption>>([
                .. sets.Select(s => new PanelOption(s.Id, s.Name, [.. periods[s.Id].OrderDescending()])),
            ]);
        }
    }
}

/// <summary>A set and its periods.</summary>
/// <param name="Id">Id of the set.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Periods">Its opened periods, newest first.</param>
public sealed record PanelOption(Guid Id, string Name, IReadOnlyList<Period> Periods);
