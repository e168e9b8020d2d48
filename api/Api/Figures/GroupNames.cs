using Microsoft.EntityFrameworkCore;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Figures;

/// <summary>Russian names of groups, in the order in which tables list them.</summary>
internal sealed class GroupNames(AppDbContext db)
{
    /// <summary>These regions, by code.</summary>
    public Task<List<KeyValuePair<string, string>>> Regions(IReadOnlyList<string> codes, CancellationToken cancellationToken) =>
        db
            .Regions.Where(r => codes.Contains(r.Code))
            .OrderBy(r => r.Code)
            .Select(r => new KeyValuePair<string, string>(r.Code, r.Name))
            .ToListAsync(cancellationToken);

    /// <summary>These municipalities, by name.</summary>
    public async Task<List<KeyValuePair<string, string>>> Municipalities(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        // All of the regions rather than a list of codes: there are a few dozen.
        var known = await db
            .Municipalities.OrderBy(m => m.SortName)
            .Select(m => new KeyValuePair<string, string>(m.Code, m.Name))
            .ToListAsync(cancellationToken);
        return [.. known.Where(m => wanted.Contains(m.Key))];
    }

    /// <summary>Categories in the region's own words.</summary>
    public async Task<List<(SupportCategory Category, string Name)>> Categories(CancellationToken cancellationToken)
    {
        var region = await db
            .Regions.OrderBy(r => r.Code)
            .Select(r => new { r.LowResultsLabel, r.AdverseConditionsLabel })
            .FirstAsync(cancellationToken);
        return
        [
            (SupportCategory.LowResults, region.LowResultsLabel),
            (SupportCategory.AdverseConditions, region.AdverseConditionsLabel),
            (SupportCategory.Both, $"{region.LowResultsLabel} и {region.AdverseConditionsLabel}"),
        ];
    }
}
