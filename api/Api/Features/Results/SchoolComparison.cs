using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>What stands beside a school's result.</summary>
internal sealed record PlaceFigures(
    PlaceMean? Municipality,
    PlaceMean? Region,
    PublishedMean? PublishedMunicipality,
    PublishedMean? PublishedRegion
);

/// <summary>
/// Means of a school's municipality and region, for every work the school has a result in. Computed ones come from the rollups;
/// callers who do not reach the place as a whole see them only over enough pupils and schools.
/// </summary>
internal sealed class SchoolComparison
{
    private readonly ILookup<Work, ComputedMean> _computed;
    private readonly Dictionary<(string, Work), PublishedRow> _published;
    private readonly Dictionary<string, string> _names;
    private readonly IReadOnlyList<SchoolPlacement> _placements;
    private readonly PlaceName _region;
    private readonly Reach _reach;

    private SchoolComparison(
        Reach reach,
        PlaceName region,
        IReadOnlyList<SchoolPlacement> placements,
        IEnumerable<ComputedMean> computed,
        IEnumerable<PublishedRow> published,
        Dictionary<string, string> names
    )
    {
        (_reach, _region, _placements, _names) = (reach, region, placements, names);
        _computed = computed.ToLookup(c => c.Work);
        _published = published.ToDictionary(p => (p.PlaceCode, p.Work));
    }

    /// <summary>Reads them with three statements.</summary>
    public static async Task<SchoolComparison> Read(
        AppDbContext db,
        Reach reach,
        PlaceName region,
        IReadOnlyList<SchoolPlacement> placements,
        IQueryable<ExamResult> results,
        CancellationToken cancellationToken
    )
    {
        var own = placements.Select(p => p.MunicipalityCode).Distinct().ToList();
        var places = own.Append(region.Code).ToList();
        var computed = await Rollups(db, region.Code, results, reach.Disclosure.Outward)
            .GroupBy(r => new
            {
                r.Year,
                r.Assessment,
                r.Subject,
                r.Grade,
                r.Sitting,
                Own = own.Contains(r.MunicipalityCode) ? r.MunicipalityCode : "",
            })
            .Select(g => new ComputedMean(
                new Work(g.Key.Year, g.Key.Assessment, g.Key.Subject, g.Key.Grade, g.Key.Sitting),
                g.Key.Own,
                g.Sum(r => r.WeightedThousandths),
                g.Sum(r => r.WeightedParticipants),
                g.Sum(r => r.WeightedSchools)
            ))
            .ToListAsync(cancellationToken);
        var published = await db
            .ReferenceResults.Where(r => places.Contains(r.PlaceCode) && r.EffectiveMeanThousandths != null)
            .Select(r => new PublishedRow(
                r.PlaceCode,
                new Work(r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting),
                r.EffectiveMeanThousandths!.Value,
                r.Participants
            ))
            .ToListAsync(cancellationToken);
        var names = await db
            .Municipalities.Where(m => own.Contains(m.Code))
            .ToDictionaryAsync(m => m.Code, m => m.Name, StringComparer.Ordinal, cancellationToken);
        return new SchoolComparison(reach, region, placements, computed, published, names);
    }

    /// <summary>What stands beside this result.</summary>
    public PlaceFigures Of(ExamResult result)
    {
        var work = new Work(result.Year, result.Assessment, result.Subject, result.Grade, result.Sitting);
        var municipality = SchoolPlacement.MunicipalityOn(_placements, Standings.DayOf(result.Year));
        var name = _names[municipality];
        var wholeRegion = _reach.Regions.Contains(_region.Code, StringComparer.Ordinal);
        return new PlaceFigures(
            Shown(result, name, _computed[work].Where(c => c.Own == municipality), _reach.Holds(_region.Code, municipality)),
            Shown(result, _region.Name, _computed[work], wholeRegion),
            Published(result, municipality, name, work),
            Published(result, _region.Code, _region.Name, work)
        );
    }

    // The school's own works only: each is one range of the rollups' key.
    private static IQueryable<ResultRollup> Rollups(AppDbContext db, string region, IQueryable<ExamResult> results, bool outward)
    {
        var rollups =
            from result in results
            join rollup in db.ResultRollups
                on new
                {
                    result.RegionCode,
                    result.Year,
                    result.Assessment,
                    result.Subject,
                    result.Grade,
                    result.Sitting,
                } equals new
                {
                    rollup.RegionCode,
                    rollup.Year,
                    rollup.Assessment,
                    rollup.Subject,
                    rollup.Grade,
                    rollup.Sitting,
                }
            where rollup.RegionCode == region && rollup.Category == ResultRollup.AllSchools
            select rollup;
        return outward ? rollups.Where(r => !r.Small) : rollups;
    }

    private PlaceMean? Shown(ExamResult result, string name, IEnumerable<ComputedMean> parts, bool reachedAsWhole)
    {
        var (weighted, participants, schools) = (0L, 0L, 0);
        foreach (var part in parts)
            (weighted, participants, schools) = (weighted + part.Weighted, participants + part.Participants, schools + part.Schools);
        if (participants == 0 || !reachedAsWhole && !_reach.Disclosure.Small.MayBeCompared(participants, schools))
            return null;
        var mean = new SchoolMean(weighted, participants, participants);
        return FitsBeside(result, mean.Thousandths)
            ? new PlaceMean(name, Thousandths.Shown(mean.Thousandths), participants, schools)
            : null;
    }

    // Points beside marks would only mislead.
    private static bool FitsBeside(ExamResult result, int mean) =>
        result.EffectiveMeanThousandths is not { } own || MeanScales.AreSame(result.Assessment, own, mean);

    private PublishedMean? Published(ExamResult result, string place, string name, Work work) =>
        _published.TryGetValue((place, work), out var row) && FitsBeside(result, row.Mean)
            ? new PublishedMean(name, Thousandths.Shown(row.Mean), row.Participants)
            : null;

    private readonly record struct Work(int Year, Assessment Assessment, string Subject, int Grade, string Sitting);

    private sealed record ComputedMean(Work Work, string Own, long Weighted, long Participants, int Schools);

    private sealed record PublishedRow(string PlaceCode, Work Work, int Mean, int? Participants);
}
