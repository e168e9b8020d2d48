using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Persistence;
using Opora.Persistence.Results;
using static Opora.Api.Features.Imports.Tables.ExamResultField;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Whose result a row is: a school's, or the published one of a place. The number is its own within an import.</summary>
internal sealed record ResultPlace(int Number, SchoolPlace? School, PublishedPlace? Published);

/// <summary>
/// The schools and places that the asker reaches, by code and by name. A school that is unknown and one that lies outside are the same
/// to the sender.
/// </summary>
internal sealed class ResultPlaces
{
    private readonly Dictionary<string, ResultPlace> _schools = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string Code, string Name)>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResultPlace> _published = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads them in the scope of the unit of work.</summary>
    public static async Task<ResultPlaces> Read(AppDbContext db, CancellationToken cancellationToken)
    {
        var places = new ResultPlaces();
        var number = 0;
        var schools = db
            .Schools.AsNoTracking()
            .Select(s => new
            {
                s.Id,
                s.Code,
                s.Name,
                s.RegionCode,
                s.MunicipalityCode,
            });
        await foreach (var school in schools.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            places._schools[school.Code] = new ResultPlace(
                number++,
                new SchoolPlace(school.Id, school.RegionCode, school.MunicipalityCode),
                null
            );
            var name = SearchText.Fold(school.Name);
            if (!places._byName.TryGetValue(name, out var named))
                places._byName.Add(name, named = []);
            named.Add((school.Code, school.Name));
        }
        var scope = db.Current.Scope;
        foreach (var region in scope.Regions)
            places._published[region] = new ResultPlace(number++, null, new PublishedPlace(region, null));
        foreach (var municipality in await db.Municipalities.AsNoTracking().ToListAsync(cancellationToken))
            if (scope.ReachesRegion(municipality.RegionCode) || scope.Municipalities.Contains(municipality.Code, StringComparer.Ordinal))
                places._published[municipality.Code] = new ResultPlace(
                    number++,
                    null,
                    new PublishedPlace(municipality.RegionCode, municipality.Code)
                );
        return places;
    }

    /// <summary>Whose result the item is; null when that cannot be told (then it is said why).</summary>
    public ResultPlace? Find(MappedItem item, ItemFaults faults)
    {
        var (code, name, place) = (item[SchoolCode], item[SchoolName], item[PlaceCode]);
        if (place is not null && code is not null)
        {
            faults.Add(PlaceCode, "place-ambiguous", "Указаны и школа, и территория: в одной строке может быть только одно из двух.");
            return null;
        }
        if (code is not null)
            return _schools.GetValueOrDefault(code) ?? Unknown(SchoolCode, $"Школа с кодом «{code}»", faults);
        if (place is not null)
        {
            if (_published.TryGetValue(place, out var published))
                return published;
            faults.Add(
                PlaceCode,
                "place-unknown",
                $"Территория с кодом «{place}» не найдена или не ваша. Укажите код своего региона или ОКТМО своего муниципалитета."
            );
            return null;
        }
        if (name is not null)
            return Named(name, faults);
        faults.Required(item.Source(SchoolName) is not null && item.Source(SchoolCode) is null ? SchoolName : SchoolCode);
        return null;
    }

    private ResultPlace? Named(string name, ItemFaults faults)
    {
        if (!_byName.TryGetValue(SearchText.Fold(name), out var named))
            return Unknown(SchoolName, $"Школа «{name}»", faults);
        if (named.Count == 1)
            return _schools[named[0].Code];
        faults.Add(
            SchoolName,
            "school-ambiguous",
            $"Таких школ {named.Count}: укажите код школы.",
            string.Join("; ", named.Select(n => $"{n.Code} {n.Name}"))
        );
        return null;
    }

    private static ResultPlace? Unknown(int field, string which, ItemFaults faults)
    {
        faults.Add(field, "school-unknown", $"{which} не найдена среди ваших школ. Проверьте по реестру школ.");
        return null;
    }
}
