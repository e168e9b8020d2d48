using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Opora.Api.Features.Imports.Jobs;
using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Engines.PostgreSql;
using Opora.Persistence.Engines.Sqlite;
using Opora.Persistence.Engines.SqlServer;

namespace Opora.Api.Tests.Support;

/// <summary>
/// The product on a database of its own, where imports are worked on only when the test says so, and other processes on the same
/// database. What happens at a checkpoint is said by <see cref="Checkpoints"/>, so that a test dies or cancels exactly there.
/// </summary>
public sealed class ImportProcess : ApiFactory
{
    /// <summary>A process that has been started.</summary>
    public static async Task<ImportProcess> Start()
    {
        var process = new ImportProcess();
        await process.InitializeAsync();
        return process;
    }

    /// <summary>
    /// Another process on the same data: its connection string is another text, so that it does not queue with this one inside the
    /// process but meets it in the database.
    /// </summary>
    public WebApplicationFactory<Program> Another() =>
        WithWebHostBuilder(b => b.UseSetting("ConnectionStrings:Opora", ConnectionString + ";Command Timeout=31"));

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IHostedService>();
            services.AddSingleton<Checkpoints>();
            services.ConfigureDbContext<SqliteDb>(Watched);
            services.ConfigureDbContext<SqlServerDb>(Watched);
            services.ConfigureDbContext<PostgreSqlDb>(Watched);
        });

        static void Watched(IServiceProvider provider, DbContextOptionsBuilder options) =>
            options.AddInterceptors(provider.GetRequiredService<Checkpoints>());
    }
}

/// <summary>What a test does when a process saves how far an import has come.</summary>
public sealed class Checkpoints : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, ImportRun> _saved = [];

    /// <summary>Rows and checkpoint are written, and would be committed next.</summary>
    public Func<ImportRun, Task>? Committing { get; set; }

    /// <summary>Rows and checkpoint are committed.</summary>
    public Func<ImportRun, Task>? Committed { get; set; }

    /// <inheritdoc/>
    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context!.ChangeTracker.Entries<ImportRun>().Select(e => e.Entity).SingleOrDefault() is { } run)
            _saved.AddOrUpdate(eventData.Context, run);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        System.Data.Common.DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (Committing is { } act && _saved.TryGetValue(eventData.Context!, out var run))
            await act(run);
        return result;
    }

    /// <inheritdoc/>
    public override async Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (!_saved.TryGetValue(eventData.Context!, out var run))
            return;
        _saved.Remove(eventData.Context!);
        if (Committed is { } act)
            await act(run);
    }
}

/// <summary>The death of a process: nothing of the product catches it.</summary>
public sealed class Killed : Exception;

/// <summary>Steps of a process that works on imports.</summary>
public static class ImportProcessSteps
{
    /// <summary>Its checkpoints.</summary>
    public static Checkpoints Checkpoints(this WebApplicationFactory<Program> process) =>
        process.Services.GetRequiredService<Checkpoints>();

    internal static Task<ImportTicket?> Take(this WebApplicationFactory<Program> process) =>
        process.Services.GetRequiredService<ImportRunner>().TakeNext(TestContext.Current.CancellationToken);

    internal static Task Work(this WebApplicationFactory<Program> process, ImportTicket ticket, CancellationToken? stopping = null) =>
        process.Services.GetRequiredService<ImportRunner>().Work(ticket, stopping ?? TestContext.Current.CancellationToken);

    /// <summary>Works on an import as the runner does, without what the runner would still do when a process ends by and by.</summary>
    internal static async Task WorkUnguarded(this WebApplicationFactory<Program> process, ImportTicket ticket)
    {
        await using var scope = process.Services.CreateAsyncScope();
        var asker = ticket.AskedBy();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(asker.Actor, asker.Scope);
        await scope.ServiceProvider.GetRequiredService<ImportJob>().Run(ticket, TestContext.Current.CancellationToken);
    }

    /// <summary>Works on an import and dies where rows are written and not yet committed.</summary>
    internal static async Task DieAt(this WebApplicationFactory<Program> process, ImportTicket ticket, Func<ImportRun, bool> where)
    {
        process.Checkpoints().Committing = run => where(run) ? throw new Killed() : Task.CompletedTask;
        await Should.ThrowAsync<Killed>(() => process.WorkUnguarded(ticket));
        process.Checkpoints().Committing = null;
    }
}
