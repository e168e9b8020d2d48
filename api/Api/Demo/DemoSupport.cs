using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Demo;

/// <summary>
/// Education centres of the municipalities of a region and what their specialists did at schools, all in one transaction: where a request
/// is there already, so is the rest.
/// </summary>
internal sealed class DemoSupport(AppDbContext db)
{
    private static readonly CentreFunction[] Functions =
    [
        CentreFunction.Analytical,
        CentreFunction.Coordinating,
        CentreFunction.Informational,
    ];

    /// <summary>Makes it, unless it is there.</summary>
    public async Task Make(DemoRegisterFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.SpecialistRequests.AnyAsync(r => r.RegionCode == demo.Region, cancellationToken))
            return;
        var schools = await db
            .Schools.Where(s => s.RegionCode == demo.Region)
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        var centres = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        foreach (var place in await db.Municipalities.Where(m => m.RegionCode == demo.Region).ToListAsync(cancellationToken))
            centres[place.Code] = new Organisation(
                demo.Region,
                place.Code,
                new OrganisationFacts(
                    $"Муниципальный образовательный центр, {place.Name}",
                    "МОЦ",
                    OrganisationKind.EducationCentre,
                    Functions,
                    null,
                    null
                )
            );
        db.AddRange(centres.Values);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
            db.Add(Request(cells, schools[cells[0]], centres));
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    // school;specialist;reason;children;requested;sessions;outcome – sessions parted by slashes, as
    // day|children|returning|examined|consulted|teachers|parents.
    private static SpecialistRequest Request(string[] cells, School school, Dictionary<string, Organisation> centres)
    {
        var asked = Day(cells[4]);
        var facts = new SpecialistRequestFacts(Enum.Parse<SpecialistKind>(cells[1]), cells[2], Whole(cells[3]), asked, asked);
        var request = new SpecialistRequest(school, facts, asked, Guid.Empty);
        request.Assign(centres[school.MunicipalityCode], null, asked.AddDays(3));
        var last = asked;
        foreach (var session in cells[5].Split('/').Select(s => s.Split('|')))
        {
            last = Day(session[0]);
            int[] counts = [.. session.Skip(1).Select(Whole)];
            request.AddSession(
                new SessionFacts(last, new SessionCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]), null, null),
                last
            );
        }
        if (cells[6].Length > 0)
            request.Finish(cells[6], last);
        return request;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
