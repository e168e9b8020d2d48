using Opora.Api.Features.Imports.Tables;
using Opora.Api.Features.Imports.Targets;
using Opora.Domain.Imports;
using Opora.Persistence.Engines;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// Reads the whole file and writes nothing but errors and progress. It begins anew after a crash: it is fast, and duplicates can only
/// be told by looking at all rows.
/// </summary>
internal sealed class CheckPass(ImportHold hold, TableFile file, CompiledMapping mapping, ImportTarget target)
{
    private const int RowsBetweenSaves = 20_000;
    private const int ErrorsBetweenSaves = 1_000;
    private const int MostExpected = 1_200_000;

    /// <summary>The errors found.</summary>
    public ErrorLog Log { get; } = new();

    /// <summary>Items that stand there more than once.</summary>
    public Duplicates Duplicates { get; private set; } = new();

    /// <summary>Items read.</summary>
    public int Received { get; private set; }

    /// <summary>Items with nothing wrong.</summary>
    public int Ready { get; private set; }

    /// <summary>Checks. Of a wizard's check this is the first half: the trial follows.</summary>
    public async Task Run(bool firstHalf, CancellationToken cancellationToken)
    {
        var sheet = file.Sheet(mapping.Spec.Sheet);
        await hold.Save(
            () => hold.Db.ForgetErrors(hold.Run.Id, cancellationToken),
            run => run.Begin(ImportStep.Checking, sheet.Rows),
            cancellationToken
        );
        Duplicates = new Duplicates((int)Math.Min(MostExpected, (long)sheet.Rows * Math.Max(1, mapping.Spec.Series.Count)));
        var faulty = 0;
        using (var stream = new ItemStream(hold.Run, file, mapping, target))
        {
            var items = new List<StreamedItem>();
            var saved = 0;
            while (stream.Next(items, Log.Add))
            {
                foreach (var item in items)
                {
                    faulty += item.Faulty ? 1 : 0;
                    Duplicates.See(item);
                }
                items.Clear();
                if (stream.RowsDone - saved < RowsBetweenSaves && Log.Pending < ErrorsBetweenSaves)
                    continue;
                saved = stream.RowsDone;
                await Save(firstHalf ? saved / 2 : saved, cancellationToken);
            }
            Received = stream.Received;
        }
        Duplicates.Close();
        if (Duplicates.Any)
            Locate();
        foreach (
            var error in Duplicates.Errors(
                mapping.Catalog.Fields[target.KeyField].Name,
                target.TwiceCure,
                sheet.Name.Length > 0 ? sheet.Name : null
            )
        )
        {
            Log.Add(error);
            if (Log.Pending >= ErrorsBetweenSaves)
                await Save(hold.Run.RowsDone, cancellationToken);
        }
        Ready = Received - faulty - Duplicates.OtherwiseRight;
        await Save(firstHalf ? sheet.Rows / 2 : sheet.Rows, cancellationToken);
    }

    private void Locate()
    {
        using var stream = new ItemStream(hold.Run, file, mapping, target);
        var items = new List<StreamedItem>();
        while (stream.Next(items, null))
        {
            foreach (var item in items)
                Duplicates.Locate(item, target.KeyField);
            items.Clear();
        }
    }

    private async Task Save(int rowsDone, CancellationToken cancellationToken)
    {
        await hold.Save(
            () => Log.Keep(hold.Db, hold.Run, cancellationToken),
            run =>
            {
                run.Reach(rowsDone, default);
                Log.Tell(run);
            },
            cancellationToken
        );
        Log.Saved();
    }
}
