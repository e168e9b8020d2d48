using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence.Rollups;

/// <summary>Another instance has refreshed the same figures meanwhile.</summary>
internal sealed class Overtaken() : Exception("The same figures were refreshed by somebody else meanwhile.");

/// <summary>
/// Refreshes the kept-ready figures of a region in its own scope, whoever reads, because they count all of its schools: one refresh at a
/// time in this process, and again when another process was faster.
/// </summary>
internal sealed class RegionTurns(IServiceScopeFactory scopes)
{
    private const int MostAttempts = 10;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Runs it when its turn has come; it must read everything anew each time.</summary>
    public async Task Run(string region, Func<AppDbContext, Task> refresh, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(region, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(region));
                    await refresh(scope.ServiceProvider.GetRequiredService<AppDbContext>());
                    return;
                }
                catch (Exception e) when (attempt < MostAttempts && IsOvertaken(e))
                {
                    // Read again.
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    // Told by whoever refreshes, by a number that is checked, by a row that the other has inserted first, or by the engine, which ends
    // one of two that wait for each other (the provider wraps that once more). Nothing else is saved here.
    private static bool IsOvertaken(Exception e) =>
        e is Overtaken or DbUpdateException or InvalidOperationException { InnerException: DbUpdateException };
}
