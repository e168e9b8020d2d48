using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Places by their codes and folded names: what a list of people may name within the caller's scope.</summary>
internal sealed class InvitationPlaces
{
    private readonly Dictionary<string, School> _schoolsByCode;
    private readonly ILookup<string, School> _schoolsByName;
    private readonly List<Municipality> _municipalities;
    private readonly Dictionary<string, string> _municipalityNames;
    private readonly List<Region> _regions;

    private InvitationPlaces(List<School> schools, List<Municipality> municipalities, List<Region> regions)
    {
        _schoolsByCode = schools.ToDictionary(s => s.Code, StringComparer.OrdinalIgnoreCase);
        _schoolsByName = schools.ToLookup(s => SearchText.Fold(s.Name), StringComparer.Ordinal);
        _municipalities = municipalities;
        _municipalityNames = municipalities.ToDictionary(m => m.Code, m => m.Name, StringComparer.Ordinal);
        _regions = regions;
    }

    /// <summary>Reads all places of the scope at once.</summary>
    public static async Task<InvitationPlaces> Read(AppDbContext db, CancellationToken cancellationToken) =>
        new(
            await db.Schools.AsNoTracking().Where(s => s.State == SchoolState.Open).ToListAsync(cancellationToken),
            await db.Municipalities.AsNoTracking().ToListAsync(cancellationToken),
            await db.Regions.AsNoTracking().ToListAsync(cancellationToken)
        );

    /// <summary>The places that a text may mean for a role.</summary>
    public List<InvitationPlace> Find(Role role, string text) =>
        role switch
        {
            Role.School => [.. Schools(text).Select(Of)],
            Role.Coordinator => [.. Municipalities(text).Select(Of)],
            _ => [.. Regions(text).Select(r => Of(role, r))],
        };

    /// <summary>Whether a text means a school.</summary>
    public bool IsSchool(string text) => Schools(text).Any();

    private IEnumerable<School> Schools(string text) =>
        _schoolsByCode.TryGetValue(text, out var school) ? [school] : _schoolsByName[SearchText.Fold(text)];

    private IEnumerable<Municipality> Municipalities(string text)
    {
        var folded = SearchText.Fold(text);
        return _municipalities.Where(m =>
            string.Equals(m.Code, text, StringComparison.Ordinal)
            || string.Equals(SearchText.Fold(m.Name), folded, StringComparison.Ordinal)
        );
    }

    // Whoever works in one region need not name it.
    private IEnumerable<Region> Regions(string text)
    {
        var folded = SearchText.Fold(text);
        return text.Length == 0
            ? _regions
            : _regions.Where(r =>
                string.Equals(r.Code, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(SearchText.Fold(r.Name), folded, StringComparison.Ordinal)
            );
    }

    private InvitationPlace Of(School school) =>
        new(
            new GrantPlace(
                new AccessPlace(
                    PlaceKind.School,
                    school.Code,
                    school.Name,
                    school.Id,
                    _municipalityNames.GetValueOrDefault(school.MunicipalityCode)
                ),
                school.RegionCode,
                school.MunicipalityCode
            ),
            id => Grant.InSchool(id, Role.School, school)
        );

    private static InvitationPlace Of(Municipality municipality) =>
        new(
            new GrantPlace(
                new AccessPlace(PlaceKind.Municipality, municipality.Code, municipality.Name),
                municipality.RegionCode,
                municipality.Code
            ),
            id => Grant.InMunicipality(id, Role.Coordinator, municipality)
        );

    private static InvitationPlace Of(Role role, Region region) =>
        new(
            new GrantPlace(new AccessPlace(PlaceKind.Region, region.Code, region.Name), region.Code, null),
            id => Grant.InRegion(id, role, region.Code)
        );
}

/// <summary>A place that a row of a list names.</summary>
/// <param name="Place">The place.</param>
/// <param name="GrantTo">Gives a person the row's role there.</param>
internal sealed record InvitationPlace(GrantPlace Place, Func<Guid, Grant> GrantTo);
