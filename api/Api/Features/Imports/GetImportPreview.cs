using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>The beginning of an uploaded table, and what its columns seem to mean.</summary>
public static class GetImportPreview
{
    /// <param name="Id">Id of the import.</param>
    /// <param name="Sheet">Sheet of a workbook; the first that is shown and not empty when absent.</param>
    /// <param name="HeaderRow">First row of the header, with firstRow: found by itself when absent; 0 when there is none.</param>
    /// <param name="FirstRow">First row of data.</param>
    public sealed record Query(Guid Id, string? Sheet = null, int? HeaderRow = null, int? FirstRow = null) : IRequest<Ok<ImportPreview>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, ImportSpool spool) : IRequestHandler<Query, Ok<ImportPreview>>
    {
        public async Task<Ok<ImportPreview>> Handle(Query request, CancellationToken cancellationToken)
        {
            var run =
                await db.ImportsFor(http.Caller()).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
                ?? throw ImportAccess.NotFound();
            using var file = await spool.Table(run, cancellationToken);
            var preview = await ReadableTable.Read(
                () => file.Preview(request.Sheet, request.HeaderRow, request.FirstRow),
                cancellationToken
            );
            var (mapping, guess) = await ChosenMapping.Suggest(db, run, preview, cancellationToken);
            return TypedResults.Ok(
                new ImportPreview(
                    file.Encoding,
                    file.Delimiter?.ToString(),
                    [.. file.Sheets.Select(s => new PreviewedSheet(s.Name, s.Rows, s.Hidden))],
                    preview.Sheet,
                    preview.HeaderRow,
                    preview.FirstRow,
                    [.. preview.Columns.Select(c => new PreviewedColumn(c.Letter, c.Header, c.Samples))],
                    preview.ColumnsTotal,
                    [.. preview.Rows.Select(r => r.Cells)],
                    [.. preview.Rows.Select(r => r.Number)],
                    mapping.Spec,
                    mapping.Name,
                    guess?.Assumed ?? [],
                    [.. FieldCatalog.Of(run.Kind).Fields.Select(f => new MappableField(f.Name, f.Label, f.Required, f.Hint, f.Example))]
                )
            );
        }
    }
}

/// <summary>The beginning of a table.</summary>
/// <param name="Encoding">Encoding of a text file; null for workbooks.</param>
/// <param name="Delimiter">Separator of a CSV file.</param>
/// <param name="Sheets">Sheets of a workbook; a text file has one with an empty name.</param>
/// <param name="Sheet">The sheet that is shown.</param>
/// <param name="HeaderRow">First row of its header; 0 when there is none.</param>
/// <param name="FirstRow">First row of data.</param>
/// <param name="Columns">Columns that hold anything.</param>
/// <param name="ColumnsTotal">How many columns the sheet has.</param>
/// <param name="Rows">The first 20 rows, titles and header included; cells up to the last filled one.</param>
/// <param name="RowNumbers">Numbers of these rows as people see them.</param>
/// <param name="Guess">What the columns seem to mean.</param>
/// <param name="GuessedFrom">Name of the saved mapping that the guess was taken from.</param>
/// <param name="Assumed">What of the guess was only likely, in Russian sentences.</param>
/// <param name="Fields">Fields that columns and constants can fill.</param>
public sealed record ImportPreview(
    string? Encoding,
    string? Delimiter,
    IReadOnlyList<PreviewedSheet> Sheets,
    string Sheet,
    int HeaderRow,
    int FirstRow,
    IReadOnlyList<PreviewedColumn> Columns,
    int ColumnsTotal,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<int> RowNumbers,
    MappingSpec Guess,
    string? GuessedFrom,
    IReadOnlyList<string> Assumed,
    IReadOnlyList<MappableField> Fields
);

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rows">Rows, header and empty ones included.</param>
/// <param name="Hidden">Whether Excel hides it.</param>
public sealed record PreviewedSheet(string Name, int Rows, bool Hidden);

/// <summary>A column.</summary>
/// <param name="Letter">A, B, …</param>
/// <param name="Header">Its header, the parts of several rows joined from below.</param>
/// <param name="Samples">Up to three different values.</param>
public sealed record PreviewedColumn(string Letter, string Header, IReadOnlyList<string> Samples);

/// <summary>A field that a column or a constant can fill.</summary>
/// <param name="Name">Name in a mapping.</param>
/// <param name="Label">Russian label.</param>
/// <param name="Required">Whether every item needs it.</param>
/// <param name="Hint">What to write there.</param>
/// <param name="Example">A value that would be accepted.</param>
public sealed record MappableField(string Name, string Label, bool Required, string Hint, string Example);
