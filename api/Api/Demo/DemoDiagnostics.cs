using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Demo;

/// <summary>Diagnostics of teachers of a region with what came out, all in one transaction: where one is there already, so is the rest.</summary>
internal sealed class DemoDiagnostics(AppDbContext db)
{
    private const string Title = "Диагностика методических дефицитов учителей школ с низкими результатами";
    private const int Maximum = 10_000;
    private const int Threshold = 6_000;
    private const int FirstDeficit = 3;

    /// <summary>Makes them, unless they are there.</summary>
    public async Task Make(DemoRegisterFile demo, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(DemoManifest.PathOf(demo.File), cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Two processes that start at once go through here one by one.
        await db.HoldResults(demo.Region, cancellationToken);
        if (await db.DiagnosticCampaigns.AnyAsync(c => c.RegionCode == demo.Region, cancellationToken))
            return;
        var teachers = await db
            .Teachers.Where(t => t.RegionCode == demo.Region)
            .Join(db.Schools, t => t.SchoolId, s => s.Id, (t, s) => new { Teacher = t, s.Code })
            .ToDictionaryAsync(t => (t.Code, t.Teacher.Name!), t => t.Teacher, cancellationToken);
        var today = await db.Today(demo.Region, cancellationToken);
        var rows = lines.Skip(1).Select(line => line.Split(';')).ToList();
        var deficits = lines[0].Split(';').Skip(FirstDeficit).Select(text => DeficitOf(demo.Region, text)).ToList();
        db.AddRange(deficits);
        var days = rows.Select(r => DateOnly.Parse(r[0], CultureInfo.InvariantCulture)).ToList();
        var campaign = new DiagnosticCampaign(
            demo.Region,
            teachers.Values.First().MunicipalityCode,
            new CampaignFacts(Title, DeficitKind.Methodical, null, days.Min(), days.Max(), DiagnosticForm.External, null),
            [.. deficits.Select(d => new MeasureFacts(d.Id, Maximum, Threshold))]
        );
        db.Add(campaign);
        foreach (var (i, cells) in rows.Index())
        {
            Reading[] readings = [.. campaign.Columns.Zip(cells.Skip(FirstDeficit), (column, cell) => column.Read(cell)!.Value)];
            db.Add(
                new DiagnosticResult(campaign, teachers[(cells[1], cells[2])], attempt: 1, new ResultFacts(days[i], null, readings), today)
            );
        }
        await db.SaveChangesAsync(cancellationToken);
        await write.Commit(cancellationToken);
    }

    // «ЧГ-1 Работа с текстом»: the code, then the name.
    private static Deficit DeficitOf(string region, string text)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        return new Deficit(region, text[..at], new DeficitFacts(text[(at + 1)..], DeficitKind.Methodical, null));
    }
}
