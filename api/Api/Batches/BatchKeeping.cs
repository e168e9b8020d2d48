using System.Text.Json;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Batches;

/// <summary>How a batch is kept and answered, whatever its items are.</summary>
internal static class BatchKeeping
{
    private const string Rejected = "batch-rejected";

    /// <summary>Keeps the run with what is wrong with its items; saved by whoever calls.</summary>
    public static void Keep(this AppDbContext db, ImportRun run, BatchErrors told)
    {
        var errors = told.Sorted();
        run.TellErrors(errors.Count, errors.CountBy(e => e.Code).Select(c => new CodeCount(c.Key, c.Value)));
        db.Add(run);
        db.RejectedRows.AddRange(errors.Select((error, sequence) => new RejectedRow(run, sequence, error)));
    }

    /// <summary>The answer.</summary>
    /// <exception cref="Problem">422: the batch is atomic and an item of it is wrong.</exception>
    public static BatchResult Answer(ImportRun run, BatchErrors told)
    {
        var answer = BatchAnswer.Of(run, told.Sorted());
        return run.Mode == ImportMode.Atomic && answer.ErrorsTotal > 0 ? throw Refusal(answer) : new BatchResult(answer);
    }

    // The members of the answer stand beside those of the problem.
    private static Problem Refusal(BatchAnswer answer)
    {
        var problem = Problems.Unprocessable(
            Rejected,
            "Ничего не загружено: в пакете есть ошибки. Исправьте их и отправьте пакет ещё раз."
        );
        foreach (var member in JsonSerializer.SerializeToElement(answer, JsonOptions.Web).EnumerateObject())
            problem.Extensions[member.Name] = member.Value;
        return problem;
    }
}
