using System.Linq.Expressions;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>An import as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="Source">Whether it came as a file or in the body of a request.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Step">What it does now or next.</param>
/// <param name="FileName">Name of the file; null for a batch.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Mode">All or nothing, or good items only.</param>
/// <param name="DryRun">Whether nothing is kept.</param>
/// <param name="RowsTotal">Rows of the sheet, header and empty ones included; null until they are counted.</param>
/// <param name="RowsDone">Rows worked through in the present step.</param>
/// <param name="Counts">What became of the items so far; while a check waits to be looked at, what loading would come to.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="CanRollBack">Whether it has brought something that may be taken back.</param>
/// <param name="Version">Version, for If-Match; it moves while the job runs.</param>
public record ImportSummary(
    Guid Id,
    ImportKind Kind,
    ImportSource Source,
    ImportState State,
    ImportStep Step,
    string? FileName,
    long Size,
    ImportMode Mode,
    bool DryRun,
    int? RowsTotal,
    int RowsDone,
    ImportCounts Counts,
    DateTime CreatedAt,
    DateTime? FinishedAt,
    ImportedBy By,
    bool CanRollBack,
    int Version
)
{
    /// <summary>The row of a run.</summary>
    internal static ImportSummary Of(RunAndName found)
    {
        var run = found.Run;
        return new ImportSummary(
            run.Id,
            run.Kind,
            run.Source,
            run.State,
            run.Step,
            run.FileName,
            run.Size,
            run.Mode,
            run.DryRun,
            run.RowsTotal,
            run.RowsDone,
            run.Counts,
            run.CreatedAt,
            run.FinishedAt,
            new ImportedBy(run.ActorKind, run.ActorId, found.Name),
            run.HasBrought,
            run.Version
        );
    }

    /// <summary>A run with the name of whoever asked for it.</summary>
    internal static Expression<Func<ImportRun, RunAndName>> WithName(AppDbContext db) =>
        run => new RunAndName(
            run,
            run.ActorKind == ActorKind.Person
                ? db.Users.Where(p => p.Id == run.ActorId).Select(p => p.DisplayName).FirstOrDefault()
                : db.MachineClients.Where(c => c.Id == run.ActorId).Select(c => c.Name).FirstOrDefault()
        );

    internal sealed record RunAndName(ImportRun Run, string? Name);
}

/// <summary>Who asked for an import.</summary>
/// <param name="Kind">A person, a machine client, or the product itself.</param>
/// <param name="Id">Id of the person or client.</param>
/// <param name="Name">Name, where the caller may know it.</param>
public sealed record ImportedBy(ActorKind Kind, Guid? Id, string? Name);
