using Microsoft.EntityFrameworkCore;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>One school with what it has of an indicator in a period.</summary>
internal sealed record SchoolRow(Guid Id, string Code, string Name, string RegionCode, PlaceName Municipality)
{
    /// <summary>Its value; null when there is none, or when it is withheld.</summary>
    public Measure? Value { get; set; }

    /// <summary>Its target in thousandths; null when there is none.</summary>
    public long? Target { get; set; }

    /// <summary>Its category on the list in question; null when it is on none.</summary>
    public SupportCategory? Category { get; set; }

    /// <summary>Whether the value is left out because it is, or may be, over few pupils.</summary>
    public bool Withheld { get; set; }

    /// <summary>Whether the value is known to be over few pupils.</summary>
    public bool Small { get; set; }
}

/// <summary>A school on a list.</summary>
internal readonly record struct ListedSchool(ListName List, Guid SchoolId, SupportCategory Category);

/// <summary>
/// The schools of one indicator in one period, read within the caller's scope: a school that has since moved away is counted in the
/// panel of its former municipality, and not shown to those who no longer reach it.
/// </summary>
internal sealed class SchoolsOfIndicator(AppDbContext db, Reach reach, Watched watched, Period period)
{
    /// <summary>Every school that stood in the places reached and was open, or has a value all the same; two statements.</summary>
    public async Task<List<SchoolRow>> Read(CancellationToken ct)
    {
        var (id, from, region) = (watched.Id, period.StartOn, watched.RegionCode);
        var told = await Told.Read(
            db.IndicatorValues.Where(v => v.IndicatorId == id && v.Period == period),
            db.IndicatorTargets.Where(t => t.IndicatorId == id && t.Period == period),
            ct
        );
        var schools = await (
            from school in db.Schools
            join place in db.PlacementsOn(period.StandingDay()) on school.Id equals place.SchoolId
            join municipality in db.Municipalities on place.MunicipalityCode equals municipality.Code
            where
                school.RegionCode == region
                && (reach.Regions.Contains(place.RegionCode) || reach.Municipalities.Contains(place.MunicipalityCode))
            select new
            {
                school.Id,
                school.Code,
                school.Name,
                school.RegionCode,
                school.ClosedOn,
                Municipality = municipality.Code,
                MunicipalityName = municipality.Name,
            }
        ).ToListAsync(ct);
        return
        [
            .. schools
                .Where(s => s.ClosedOn is not { } closed || closed > from || told.Value(s.Id, id) is not null)
                .Select(s =>
                    With(
                        new SchoolRow(s.Id, s.Code, s.Name, s.RegionCode, new PlaceName(s.Municipality, s.MunicipalityName)),
                        told.Value(s.Id, id),
                        told.Target(s.Id, id)
                    )
                ),
        ];
    }

    /// <summary>Every school of every list of the region; one statement. A list has few schools, and a region few lists.</summary>
    public Task<List<ListedSchool>> Listed(CancellationToken ct)
    {
        var region = watched.RegionCode;
        return (
            from member in db.CohortMembers
            join cohort in db.Cohorts on member.CohortId equals cohort.Id
            where cohort.RegionCode == region
            select new ListedSchool(
                new ListName(cohort.Id, cohort.RegionCode, cohort.ResultsYear, cohort.Name),
                member.SchoolId,
                member.Category
            )
        ).ToListAsync(ct);
    }

    /// <summary>
    /// Tells the categories of a list (without one, of the list of the period's year) and leaves the schools that are asked for.
    /// </summary>
    public List<SchoolRow> Narrow(List<SchoolRow> rows, List<ListedSchool> listed, Guid? cohort, SupportCategory? category)
    {
        var categories = listed
            .Where(l => cohort is { } id ? l.List.Id == id : l.List.ResultsYear == period.ResultsYear)
            .ToDictionary(l => l.SchoolId, l => l.Category);
        foreach (var row in rows)
            row.Category = categories.TryGetValue(row.Id, out var found) ? found : null;
        return cohort is null && category is null ? rows : [.. rows.Where(r => r.Category is { } c && category.Takes(c))];
    }

    /// <summary>The figures and the spread of schools; outward of those only that are shown.</summary>
    public (IndicatorFigures Figures, IndicatorSpread? Spread) Sum(IReadOnlyCollection<SchoolRow> rows)
    {
        var aggregate = IndicatorAggregate.Of(watched.Definition.Direction, rows.Where(r => !r.Withheld).Select(r => (r.Value, r.Target)));
        return (IndicatorFigures.Of(watched.Definition, aggregate, rows.Count(r => r.Withheld)), aggregate.Spread);
    }

    private SchoolRow With(SchoolRow row, Measure? value, long? target)
    {
        var (disclosure, unit) = (reach.Disclosure, watched.Definition.Unit);
        row.Target = target;
        row.Small = value is { } known && disclosure.Small.IsSmall(unit, known);
        row.Withheld = disclosure.Outward && value is { } measured && !disclosure.Small.MayGoOutward(unit, measured);
        row.Value = row.Withheld ? null : value;
        return row;
    }
}
