using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports;

/// <summary>An empty table of a kind, with headers that are understood without a mapping and a sheet that explains them.</summary>
public static class GetImportTemplate
{
    /// <param name="Kind">What the table is to hold.</param>
    public sealed record Query(WireEnum<ImportKind> Kind) : IRequest<FileStreamHttpResult>;

    internal sealed class Handler(ImportSpool spool) : IRequestHandler<Query, FileStreamHttpResult>
    {
        public Task<FileStreamHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var book = spool.Scratch();
            TemplateWorkbook.Write(book, request.Kind.Value);
            book.Position = 0;
            return Task.FromResult(TypedResults.File(book, WorkbookWriter.ContentType, request.Kind.Value.Name() + ".xlsx"));
        }
    }
}
