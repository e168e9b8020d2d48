using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>An import with what is wrong in it.</summary>
public sealed record ImportDetails : ImportSummary
{
    private const int ShownErrors = 100;

    private ImportDetails(ImportSummary summary)
        : base(summary) { }

    /// <summary>Items with nothing wrong, as the check found.</summary>
    public required int Ready { get; init; }

    /// <summary>All errors; the first 100,000 can be listed.</summary>
    public required int ErrorsTotal { get; init; }

    /// <summary>Errors by code, most frequent first.</summary>
    public required IReadOnlyList<CodeCount> ErrorsByCode { get; init; }

    /// <summary>The first 100, by row.</summary>
    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>Address of all errors.</summary>
    public required string ErrorsUrl { get; init; }

    /// <summary>The mapping by which the file is read; null until it is said or guessed.</summary>
    public MappingSpec? Mapping { get; init; }

    /// <summary>Name under which this mapping is saved.</summary>
    public string? MappingName { get; init; }

    /// <summary>Cells put right in the wizard.</summary>
    public required IReadOnlyList<CellCorrection> Corrections { get; init; }

    /// <summary>What a person should know of the outcome.</summary>
    public string? Message { get; init; }

    /// <summary>Reads the details of a run in the caller's scope; null when there is none.</summary>
    internal static async Task<ImportDetails?> Read(AppDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.ImportRuns.AsNoTracking().Where(r => r.Id == id).Select(WithName(db)).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var run = found.Run;
        return new ImportDetails(Of(found))
        {
            Ready = run.Ready,
            ErrorsTotal = run.ErrorsTotal,
            ErrorsByCode = run.ErrorsByCode(),
            Errors = run.ErrorsTotal == 0 ? [] : await ImportError.Of(db, id).Take(ShownErrors).ToListAsync(cancellationToken),
            ErrorsUrl = ImportAccess.AddressOf(run) + "/errors",
            Mapping = run.Mapping is { } json ? MappingSpec.FromJson(json) : null,
            MappingName = run.MappingName,
            Corrections = run.CorrectedCells(),
            Message = run.Message,
        };
    }
}

/// <summary>One thing that is wrong with one item.</summary>
/// <param name="Index">Number of the item, from 0; null when the whole file is meant.</param>
/// <param name="Row">Row of the file as people see it.</param>
/// <param name="Column">Column letter.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Pointer">RFC 6901 pointer to the field.</param>
/// <param name="Value">The value as it was sent.</param>
/// <param name="Message">What is wrong and how to cure it.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record ImportError(
    int? Index,
    int? Row,
    string? Column,
    string? Sheet,
    string Code,
    string Pointer,
    string? Value,
    string Message,
    string? Allowed
)
{
    private static readonly Expression<Func<RejectedRow, ImportError>> From = r => new ImportError(
        r.Index,
        r.Row,
        r.Column,
        r.Sheet,
        r.Code,
        r.Pointer,
        r.Value,
        r.Message,
        r.Allowed
    );

    /// <summary>The errors of an import by row, then as they were found.</summary>
    internal static IQueryable<ImportError> Of(AppDbContext db, Guid importId) => Sorted(db, importId).Select(From);

    /// <summary>The rows behind them.</summary>
    internal static IQueryable<RejectedRow> Sorted(AppDbContext db, Guid importId) =>
        db.RejectedRows.AsNoTracking().Where(r => r.ImportId == importId).OrderBy(r => r.Row).ThenBy(r => r.Sequence);
}
