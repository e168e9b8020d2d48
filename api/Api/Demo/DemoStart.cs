using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Imports.Jobs;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Demo;

/// <summary>
/// The demo start: regions, tables through the real import, indicators, people. It is made where nobody exists yet, and only there; broken off
/// half-way, or begun by two processes at once, it is simply gone through again, since an import of the same file changes nothing.
/// </summary>
public static class DemoStart
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes the demo on an empty database.</summary>
    /// <returns>Path of the file with the sign-ins; null when another process has made them meanwhile.</returns>
    public static async Task<string?> PrepareDemo(this WebApplication app, CancellationToken cancellationToken)
    {
        var manifest = await DemoManifest.Read(cancellationToken);
        foreach (var region in manifest.Regions)
            await In(app, region.Code, services => Make(services, region, cancellationToken));
        foreach (var file in manifest.Files)
            await In(app, file.Region, services => Import(services, file, cancellationToken));
        foreach (var set in manifest.Indicators)
            await In(app, set.Region, services => ActivatorUtilities.CreateInstance<DemoIndicators>(services).Make(set, cancellationToken));
        foreach (var file in manifest.Partnerships)
            await In(
                app,
                file.Region,
                services => ActivatorUtilities.CreateInstance<DemoPartnerships>(services).Make(file, cancellationToken)
            );
        foreach (var file in manifest.Training)
            await In(app, file.Region, services => ActivatorUtilities.CreateInstance<DemoTraining>(services).Make(file, cancellationToken));
        foreach (var file in manifest.Tutors)
            await In(app, file.Region, services => ActivatorUtilities.CreateInstance<DemoTutors>(services).Make(file, cancellationToken));
        foreach (var file in manifest.Associations)
            await In(
                app,
                file.Region,
                services => ActivatorUtilities.CreateInstance<DemoAssociations>(services).Make(file, cancellationToken)
            );
        foreach (var file in manifest.Diagnostics)
            await In(
                app,
                file.Region,
                services => ActivatorUtilities.CreateInstance<DemoDiagnostics>(services).Make(file, cancellationToken)
            );
        foreach (var file in manifest.Support)
            await In(app, file.Region, services => ActivatorUtilities.CreateInstance<DemoSupport>(services).Make(file, cancellationToken));
        string? path = null;
        await In(
            app,
            manifest.Regions[0].Code,
            async services => path = await ActivatorUtilities.CreateInstance<DemoPeople>(services).Make(cancellationToken)
        );
        return path;
    }

    private static async Task In(WebApplication app, string regionCode, Func<IServiceProvider, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(regionCode));
        await work(scope.ServiceProvider);
    }

    private static async Task Make(IServiceProvider services, DemoRegion demo, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        if (await db.Regions.AnyAsync(r => r.Code == demo.Code, cancellationToken))
            return;
        var region = new Region(demo.Code, demo.Name, demo.TimeZone);
        region.Set(region.Settings with { LowResultsLabel = demo.LowResultsLabel, AdverseConditionsLabel = demo.AdverseConditionsLabel });
        db.Add(region);
        await SaveUnlessThere(db, cancellationToken);
    }

    // Another process may make the same at this moment: then it is there, and as good.
    private static async Task SaveUnlessThere(AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task Import(IServiceProvider services, DemoFile file, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var spool = services.GetRequiredService<ImportSpool>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var asker = new ImportAsker(Actor.System, db.Current.Scope);
        await using var content = File.OpenRead(DemoManifest.PathOf(file.File));
        using var spooled = await spool.Receive(content, cancellationToken);
        var run = ImportRun.OfFile(
            file.Kind,
            asker,
            new ImportFile(file.File, spooled.Size, spooled.Hash),
            file.Mode,
            dryRun: false,
            confirm: false,
            now
        );
        run.UseMapping(file.Mapping, file.MappingName);
        spooled.KeepFor(run, now);
        using (var table = Features.Imports.Tables.TableFile.Open(spool.PathOf(run.Id)))
            await SavedMappings.Save(db, run, asker, table, file.Mapping, file.MappingName, now, cancellationToken);
        await SaveUnlessThere(db, cancellationToken);
        db.Add(run);
        db.Add(new ImportTicket(run, asker, now));
        await db.SaveChangesAsync(cancellationToken);

        var done = await Done(services, db, run.Id, cancellationToken);
        if (done.State != ImportState.Succeeded)
            throw new InvalidOperationException($"{file.File}: {done.State}, {done.Message} {done.ErrorCodes}");
    }

    // The server is not up yet, so its runner does not run; should another process on this database take the import, it is waited for.
    private static async Task<ImportRun> Done(IServiceProvider services, AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var runner = services.GetRequiredService<ImportRunner>();
        while (true)
        {
            if (await runner.TakeNext(cancellationToken) is { } ticket)
                await runner.Work(ticket, cancellationToken);
            var run = await db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
            if (run.State is not (ImportState.Queued or ImportState.Running))
                return run;
            await Task.Delay(LookAgain, cancellationToken);
        }
    }
}
