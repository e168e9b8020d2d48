using Microsoft.EntityFrameworkCore;
using Opora.Domain.Imports;
using Opora.Domain.Places;
using static Opora.Persistence.Engines.BulkColumn;

namespace Opora.Persistence.Engines;

/// <summary>
/// The errors of an import, of which there may be a hundred thousand: written and removed in bulk, inside the transaction that the
/// caller opened with <see cref="AppDbContext.BeginWrite"/>, within the scope of the unit of work.
/// </summary>
public static class ImportErrors
{
    private static readonly BulkTable<RejectedRow> Rows = new(
        "rejected_rows",
        [
            Guid(nameof(RejectedRow.ImportId)),
            Int(nameof(RejectedRow.Sequence)),
            Text(nameof(RejectedRow.RegionCode), Region.CodeLength),
            Text(nameof(RejectedRow.MunicipalityCode), Municipality.CodeLength, nullable: true),
            Int(nameof(RejectedRow.Index), nullable: true),
            Int(nameof(RejectedRow.Row), nullable: true),
            Text(nameof(RejectedRow.Column), RejectedRow.ColumnLength, nullable: true),
            Text(nameof(RejectedRow.Sheet), RejectedRow.SheetLength, nullable: true),
            Text(nameof(RejectedRow.Code), RejectedRow.CodeLength),
            Text(nameof(RejectedRow.Pointer), RejectedRow.PointerLength),
            Text(nameof(RejectedRow.Value), RejectedRow.TextLength, nullable: true),
            Text(nameof(RejectedRow.Message), RejectedRow.TextLength),
            Text(nameof(RejectedRow.Allowed), RejectedRow.TextLength, nullable: true),
        ],
        static (row, sink) =>
        {
            sink.Guid(row.ImportId);
            sink.Int(row.Sequence);
            sink.Text(row.RegionCode);
            sink.Text(row.MunicipalityCode);
            sink.Int(row.Index);
            sink.Int(row.Row);
            sink.Text(row.Column);
            sink.Text(row.Sheet);
            sink.Text(row.Code);
            sink.Text(row.Pointer);
            sink.Text(row.Value);
            sink.Text(row.Message);
            sink.Text(row.Allowed);
        }
    );

    /// <summary>Keeps errors of one import.</summary>
    /// <exception cref="OutOfScope">The import lies outside the scope.</exception>
    public static async Task KeepErrors(this AppDbContext db, IReadOnlyList<RejectedRow> errors, CancellationToken cancellationToken)
    {
        if (errors.Count == 0)
            return;
        // All of them belong where their import does.
        if (!db.Current.Scope.Reaches(errors[0]))
            throw new OutOfScope(nameof(RejectedRow));
        await db.Bulk.Copy(db, Rows, errors, cancellationToken);
    }

    /// <summary>Forgets all errors of an import: it is checked anew.</summary>
    public static Task ForgetErrors(this AppDbContext db, Guid importId, CancellationToken cancellationToken) =>
        db.RejectedRows.Where(r => r.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
}
