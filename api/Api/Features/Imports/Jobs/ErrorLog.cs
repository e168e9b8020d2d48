using Opora.Domain.Imports;
using Opora.Persistence;
using Opora.Persistence.Engines;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>The errors of an import: all are counted, the first <see cref="MostStored"/> are kept row by row.</summary>
internal sealed class ErrorLog
{
    /// <summary>Most errors that are kept row by row: more than anybody puts right by hand.</summary>
    public const int MostStored = 100_000;

    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly List<ItemError> _pending = [];
    private int _stored;

    /// <summary>An empty log, or one that goes on where the run's errors end.</summary>
    public ErrorLog(ImportRun? goOn = null)
    {
        if (goOn is null)
            return;
        Total = goOn.ErrorsTotal;
        _stored = Math.Min(Total, MostStored);
        foreach (var (code, count) in goOn.ErrorsByCode())
            _byCode[code] = count;
    }

    /// <summary>All errors.</summary>
    public int Total { get; private set; }

    /// <summary>How many wait to be saved.</summary>
    public int Pending => _pending.Count;

    /// <summary>Counts an error and keeps it when there is room.</summary>
    public void Add(ItemError error)
    {
        Total++;
        _byCode[error.Code] = _byCode.GetValueOrDefault(error.Code) + 1;
        if (_stored + _pending.Count < MostStored)
            _pending.Add(error);
    }

    /// <summary>Keeps those that wait, in the present transaction.</summary>
    public Task Keep(AppDbContext db, ImportRun run, CancellationToken cancellationToken) =>
        db.KeepErrors([.. _pending.Select((error, i) => new RejectedRow(run, _stored + i, error))], cancellationToken);

    /// <summary>Tells the run of the errors.</summary>
    public void Tell(ImportRun run) => run.TellErrors(Total, _byCode.Select(c => new CodeCount(c.Key, c.Value)));

    /// <summary>The rows have been saved.</summary>
    public void Saved()
    {
        _stored += _pending.Count;
        _pending.Clear();
    }
}
