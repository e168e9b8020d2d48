using System.Runtime.CompilerServices;
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

/// <summary>The uploaded table as a workbook with a column that says what to put right.</summary>
public static class AnnotateImport
{
    /// <param name="Id">Id of the import.</param>
    public sealed record Query(Guid Id) : IRequest<FileStreamHttpResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, ImportSpool spool)
        : IRequestHandler<Query, FileStreamHttpResult>
    {
        public async Task<FileStreamHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var run =
                await db.ImportsFor(http.Caller()).AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
                ?? throw ImportAccess.NotFound();
            using var file = await spool.Table(run, cancellationToken);
            var spec = run.Mapping is { } json ? MappingSpec.FromJson(json) : new MappingSpec();
            var book = spool.Scratch();
            try
            {
                var sheet = await ReadableTable.Read(() => file.Sheet(spec.Sheet), cancellationToken);
                var overrides = new CellOverrides();
                foreach (var cell in run.CorrectedCells())
                    overrides.Add(cell.Row, cell.Column, cell.Value);
                using var reader = file.Read(spec.Sheet, overrides);
                await AnnotatedWorkbook.Write(
                    book,
                    reader,
                    sheet.Columns,
                    spec.FirstRow,
                    Remarks(run.Id, cancellationToken),
                    cancellationToken
                );
                book.Position = 0;
                return TypedResults.File(
                    book,
                    WorkbookWriter.ContentType,
                    Path.GetFileNameWithoutExtension(run.FileName) + " — что исправить.xlsx"
                );
            }
            catch
            {
                await book.DisposeAsync();
                throw;
            }
        }

        private async IAsyncEnumerable<RowRemark> Remarks(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var errors = ImportError.Sorted(db, id).Where(e => e.Row != null);
            await foreach (var error in errors.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return new RowRemark(error.Row!.Value, error.Column, error.Message);
        }
    }
}
