using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Lists the sets that come with the product, and where they were adopted.</summary>
public static class ListReadySets
{
    public sealed record Query : IRequest<Ok<List<ReadySetSummary>>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<List<ReadySetSummary>>>
    {
        public async Task<Ok<List<ReadySetSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var codes = ReadySets.All.Select(s => s.Code).ToList();
            var adopted = await db
                .IndicatorSets.AsNoTracking()
                .Where(s => codes.Contains(s.Code))
                .Select(s => new { s.Code, Set = new AdoptedSet(s.RegionCode, s.Id) })
                .ToListAsync(cancellationToken);
            return TypedResults.Ok(
                ReadySets.All.Select(s => ReadySetSummary.Of(s, [.. adopted.Where(a => a.Code == s.Code).Select(a => a.Set)])).ToList()
            );
        }
    }
}

/// <summary>A set that comes with the product.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">Where it comes from and what it is for.</param>
/// <param name="Indicators">How many indicators it has.</param>
/// <param name="Computed">How many of them are computed by formulas.</param>
/// <param name="Groups">Their headings, in order.</param>
/// <param name="Adopted">Regions of the caller that have it.</param>
public sealed record ReadySetSummary(
    string Code,
    string Name,
    string? Note,
    int Indicators,
    int Computed,
    IReadOnlyList<string> Groups,
    IReadOnlyList<AdoptedSet> Adopted
)
{
    internal static ReadySetSummary Of(ReadySet set, IReadOnlyList<AdoptedSet> adopted)
    {
        var items = set.Items.ToList();
        return new(
            set.Code,
            set.Name,
            set.Note,
            items.Count,
            items.Count(i => i.EnteredBy == IndicatorSource.Formula),
            [.. items.Select(i => i.Group).Distinct()],
            adopted
        );
    }
}

/// <summary>A ready-made set in a region.</summary>
/// <param name="RegionCode">The region.</param>
/// <param name="SetId">Id of the set there.</param>
public sealed record AdoptedSet(string RegionCode, Guid SetId);
