using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Results;

namespace Opora.Api.Features.Results.Batches;

/// <summary>Finds whose results the items are. What is unknown and what lies outside the caller's places is one and the same.</summary>
internal sealed class BatchPlaces(AppDbContext db, ExamResultStore store)
{
    private Dictionary<string, SchoolPlace> _schools = [];
    private Dictionary<string, PublishedPlace> _published = [];

    /// <summary>Looks up all codes of a batch, each once.</summary>
    public async Task Find(IReadOnlyList<ReadItem> items, CancellationToken cancellationToken)
    {
        var schools = Codes(items, i => i.SchoolCode, School.CodeLength);
        if (schools.Count > 0)
            _schools = await store.FindSchools(schools, cancellationToken);
        var places = Codes(items, i => i.PlaceCode, Municipality.CodeLength);
        if (places.Count > 0)
            _published = await FindPublished(places, cancellationToken);
    }

    /// <summary>The school with this code, or null.</summary>
    public SchoolPlace? SchoolOf(string code) => _schools.GetValueOrDefault(code);

    /// <summary>The region or municipality with this code, or null.</summary>
    public PublishedPlace? PlaceOf(string code) => _published.GetValueOrDefault(code);

    private async Task<Dictionary<string, PublishedPlace>> FindPublished(HashSet<string> codes, CancellationToken cancellationToken)
    {
        var scope = db.Current.Scope;
        var found = new Dictionary<string, PublishedPlace>(StringComparer.Ordinal);
        foreach (var region in scope.Regions)
            found[region] = new PublishedPlace(region, null);
        var wanted = codes.ToArray();
        var municipalities = db.Municipalities.AsNoTracking().Where(m => EF.Parameter(wanted).Contains(m.Code));
        await foreach (var municipality in municipalities.AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (scope.ReachesRegion(municipality.RegionCode) || scope.Municipalities.Contains(municipality.Code, StringComparer.Ordinal))
                found[municipality.Code] = new PublishedPlace(municipality.RegionCode, municipality.Code);
        return found;
    }

    private static HashSet<string> Codes(IReadOnlyList<ReadItem> items, Func<ReadItem, string?> codeOf, int longest)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
            if (codeOf(item) is { Length: > 0 } code && code.Length <= longest)
                codes.Add(code);
        return codes;
    }
}
