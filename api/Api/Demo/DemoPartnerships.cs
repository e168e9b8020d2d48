using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Demo;

/// <summary>Partners of a region and the agreements of a table, all in one transaction: where one is there already, so is the rest.</summary>
internal sealed class DemoPartnerships(AppDbContext db)
{
    private const string Institute = "ИРО";
    private const string University = "КФУ";

    /// <summary>Makes them, unless they are there.</summary>
    public async Task Make(DemoPartnershipFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.Partnerships.AnyAsync(p => p.RegionCode == demo.Region, cancellationToken))
            return;
        var schools = await db
            .Schools.Where(s => s.RegionCode == demo.Region)
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        var organisations = Organisations(demo.Region).ToDictionary(o => o.ShortName!, StringComparer.Ordinal);
        db.AddRange(organisations.Values);
        db.AddRange(
            schools
                .Values.Where(s => s.Kind is SchoolKind.Gymnasium or SchoolKind.Lyceum)
                .OrderBy(s => s.Code, StringComparer.Ordinal)
                .Select(
                    (s, i) => new Partner(s, new PartnerFacts(10 + i * 10, i % 2 == 0 ? [Subject.Mathematics] : [Subject.Russian], null))
                )
        );
        foreach (var cohort in await db.Cohorts.Where(c => c.RegionCode == demo.Region).ToListAsync(cancellationToken))
            cohort.RequirePartnerships(least: 2, leastOutside: 1);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
            db.Add(Agreement(cells, schools, organisations));
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    private static Organisation[] Organisations(string region) =>
        [
            new(
                region,
                null,
                new OrganisationFacts(
                    "Институт развития образования Республики Татарстан",
                    Institute,
                    OrganisationKind.Institute,
                    [],
                    null,
                    null
                )
            ),
            new(
                region,
                null,
                new OrganisationFacts(
                    "Елабужский институт Казанского федерального университета",
                    University,
                    OrganisationKind.University,
                    [],
                    null,
                    null
                )
            ),
        ];

    // school;partner;number;signed;ends;subject;actions – actions as text|due|done, parted by slashes.
    private static Partnership Agreement(string[] cells, Dictionary<string, School> schools, Dictionary<string, Organisation> organisations)
    {
        var school = schools[cells[0]];
        PartySide[] sides =
        [
            new(PartyRole.Supported, school.RegionCode, school.MunicipalityCode, school.Id, null),
            organisations.TryGetValue(cells[1], out var organisation)
                ? new(PartyRole.Partner, organisation.RegionCode, organisation.MunicipalityCode, null, organisation.Id)
                : new(PartyRole.Partner, school.RegionCode, schools[cells[1]].MunicipalityCode, schools[cells[1]].Id, null),
        ];
        var agreement = new Partnership(
            new PartnershipFacts(cells[5], cells[2].Length == 0 ? null : cells[2], Day(cells[3]), null, Day(cells[4])),
            sides
        );
        foreach (var action in cells[6].Split('/').Select(a => a.Split('|')))
            agreement.Plan(new ActionFacts(action[0], Day(action[1]), Day(action[2]), null));
        return agreement;
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
