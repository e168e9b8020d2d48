using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Opora.Persistence;

/// <summary>
/// Figures that take long to count and are asked for more often than what they are counted from changes. They are kept by each process and
/// hold while the journal of the caller's regions has no new line; so what is answered is what counting anew would give.
/// </summary>
/// <remarks>
/// The journal's lines of the last minutes are counted, from a moment that all readers of these minutes share: lines are only ever added, so
/// one number tells whether there is a new one, also from a transaction that began earlier and ended later than others. One that took
/// longer than <see cref="Step"/> is seen when the minutes are over.
/// </remarks>
public sealed class KeptFigures : IDisposable
{
    private const int MostRows = 200_000;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    // Looking changes nothing, and is journalled where names are looked at.
    private static readonly string[] Looking = ["viewed", "exported"];
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostRows });
    private readonly ConcurrentDictionary<Key, Task> _counting = new();

    /// <summary>The figures, counted now or kept.</summary>
    /// <param name="db">The context of the caller.</param>
    /// <param name="question">What is asked, with every filter and day that the answer depends on; the caller's scope is added.</param>
    /// <param name="rowsOf">How many rows an answer has.</param>
    /// <param name="count">Counts them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> Get<T>(
        AppDbContext db,
        string question,
        Func<T, int> rowsOf,
        Func<Task<T>> count,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var key = await KeyOf(db, question, cancellationToken);
        if (_kept.TryGetValue(key, out T? figures))
            return figures!;
        var mine = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = (Task<T>)_counting.GetOrAdd(key, mine.Task);
        if (first != mine.Task && await Counted(first, cancellationToken) is { } theirs)
            return theirs;
        try
        {
            figures = await count();
            _kept.Set(key, figures, new MemoryCacheEntryOptions { Size = rowsOf(figures) + 1, AbsoluteExpirationRelativeToNow = 2 * Step });
            return figures;
        }
        finally
        {
            mine.TrySetResult(figures!);
            _counting.TryRemove(new(key, mine.Task));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    // Nothing when whoever began to count has failed or gone: then everybody counts for themselves.
    private static async Task<T?> Counted<T>(Task<T> first, CancellationToken cancellationToken) =>
        await first.WaitAsync(cancellationToken);

    private static async Task<Key> KeyOf(AppDbContext db, string question, CancellationToken cancellationToken)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var since = new DateTime((now.Ticks / Step.Ticks * Step.Ticks) - Step.Ticks, DateTimeKind.Utc);
        var scope = db.Current.Scope;
        var lines = 0;
        // All of the region: what somebody is told may follow from a change beyond their own place, a teacher who came from another one.
        foreach (var region in scope.VisibleRegions)
            using (db.Current.Reaching(region))
                lines += await db.ChangeEntries.CountAsync(
                    c => c.RegionCode == region && c.At >= since && !Looking.Contains(c.Action),
                    cancellationToken
                );
        var reach = string.Join('|', [.. scope.Regions, "", .. scope.Municipalities, "", .. scope.Schools.Select(s => s.ToString("N"))]);
        return new Key(question, reach, since, lines);
    }

    private sealed record Key(string Question, string Reach, DateTime Since, int Lines);
}
