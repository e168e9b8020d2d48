using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>How many schools stand in a municipality.</summary>
internal readonly record struct SchoolCount(string MunicipalityCode, int Schools);

/// <summary>Where the figures of a panel come from: kept-ready rollups, and values for lists of other years.</summary>
internal sealed class PanelSource(AppDbContext db, Reach reach, Period period, SupportCategory? category, Guid? cohort)
{
    private static readonly string[] Everybody = [IndicatorRollup.AllSchools];

    private ListName? _list;

    /// <summary>Whether schools outside the list are left out.</summary>
    private bool ListedOnly => category is not null || cohort is not null;

    /// <summary>Whether the figures are of a list of another year, of which nothing is kept ready.</summary>
    private bool IsOther => _list is { } list && list.ResultsYear != period.ResultsYear;

    /// <summary>Finds the list that is asked for.</summary>
    /// <exception cref="Problem">404</exception>
    public async Task Prepare(CancellationToken ct)
    {
        if (cohort is not { } id)
            return;
        _list =
            await db
                .Cohorts.Where(c => c.Id == id)
                .Select(c => new ListName(c.Id, c.RegionCode, c.ResultsYear, c.Name))
                .SingleOrDefaultAsync(ct)
            ?? throw Problems.NotFound("Список школ");
    }

    /// <summary>Figures by municipality; one statement, two more for a list of another year.</summary>
    public async Task<ILookup<Guid, IndicatorRollup>> Figures(IReadOnlyList<Watched> watched, CancellationToken ct)
    {
        var ids = watched.Select(w => w.Id).ToList();
        if (IsOther)
            return (await OfValues(watched, ids, ct)).ToLookup(r => r.IndicatorId);
        var categories = ListedOnly
            ? [.. Enum.GetValues<SupportCategory>().Where(c => category.Takes(c)).Select(c => c.ToString())]
            : Everybody;
        var rollups = await Reached(db.IndicatorRollups.AsNoTracking())
            .Where(r => r.Period == period && ids.Contains(r.IndicatorId) && categories.Contains(r.Category))
            .ToListAsync(ct);
        return rollups.ToLookup(r => r.IndicatorId);
    }

    /// <summary>How many schools are meant, by the municipality in which they count; one statement.</summary>
    public Task<List<SchoolCount>> Schools(CancellationToken ct)
    {
        var places = Placements();
        if (!ListedOnly)
        {
            var from = period.StartOn;
            places = places.Where(p => !db.Schools.Any(s => s.Id == p.SchoolId && s.ClosedOn <= from));
        }
        else
        {
            var members = Members();
            places = places.Where(p => members.Any(m => m.SchoolId == p.SchoolId));
        }
        return places
            .Where(p => reach.Regions.Contains(p.RegionCode) || reach.Municipalities.Contains(p.MunicipalityCode))
            .GroupBy(p => p.MunicipalityCode)
            .Select(g => new SchoolCount(g.Key, g.Count()))
            .ToListAsync(ct);
    }

    private IQueryable<SchoolPlacement> Placements() =>
        db.PlacementsOn(period.StandingDay()).Where(p => reach.Visible.Contains(p.RegionCode));

    private IQueryable<CohortMember> Members()
    {
        var year = period.ResultsYear;
        var categories = Enum.GetValues<SupportCategory>().Where(c => category.Takes(c)).ToList();
        var members = db.CohortMembers.Where(m => categories.Contains(m.Category));
        return cohort is { } id
            ? members.Where(m => m.CohortId == id)
            : members.Where(m => db.Cohorts.Any(c => c.Id == m.CohortId && c.ResultsYear == year));
    }

    private IQueryable<IndicatorRollup> Reached(IQueryable<IndicatorRollup> rollups) =>
        rollups.Where(r => reach.Regions.Contains(r.RegionCode) || reach.Municipalities.Contains(r.MunicipalityCode));

    private async Task<IEnumerable<IndicatorRollup>> OfValues(IReadOnlyList<Watched> watched, List<Guid> ids, CancellationToken ct)
    {
        var members = Members();
        var standings = await (
            from place in Placements()
            where members.Any(m => m.SchoolId == place.SchoolId)
            select new SchoolStanding(place.SchoolId, place.MunicipalityCode, IndicatorRollup.AllSchools)
        ).ToListAsync(ct);
        var known = standings.Select(s => s.SchoolId).ToHashSet();
        var told = await Told.Read(
            db.IndicatorValues.Where(v => ids.Contains(v.IndicatorId) && v.Period == period && members.Any(m => m.SchoolId == v.SchoolId)),
            db.IndicatorTargets.Where(t => ids.Contains(t.IndicatorId) && t.Period == period && members.Any(m => m.SchoolId == t.SchoolId)),
            ct
        );
        var valuesOf = told
            .Values.Where(v => known.Contains(v.Key.School))
            .ToLookup(v => v.Key.Indicator, v => new SchoolValue(v.Key.School, v.Value));
        var targetsOf = told
            .Targets.Where(t => known.Contains(t.Key.School))
            .ToLookup(t => t.Key.Indicator, t => new SchoolTarget(t.Key.School, t.Value));
        return watched
            .SelectMany(w =>
                IndicatorRollupCalculation.Calculate(
                    new IndicatorGroup(w.RegionCode, w.Id, period),
                    w.Definition.Meaning,
                    [.. valuesOf[w.Id]],
                    [.. targetsOf[w.Id]],
                    standings,
                    reach.Disclosure.Small
                )
            )
            .Where(r => reach.Holds(r.RegionCode, r.MunicipalityCode));
    }
}

/// <summary>Where schools stood on a day.</summary>
internal static class PlacementReading
{
    /// <summary>
    /// One placement a school, as <see cref="SchoolPlacement.MunicipalityOn"/> finds it: before its first a school counts where it was
    /// first known.
    /// </summary>
    public static IQueryable<SchoolPlacement> PlacementsOn(this AppDbContext db, DateOnly day) =>
        db.Set<SchoolPlacement>()
            .AsNoTracking()
            .Where(p =>
                (p.ToOn == null || p.ToOn > day)
                && (p.FromOn <= day || !db.Set<SchoolPlacement>().Any(q => q.SchoolId == p.SchoolId && q.FromOn < p.FromOn))
            );
}
