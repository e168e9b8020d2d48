using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>All that is wrong in an import as a table for Excel: UTF-8 with a mark, semicolons, no cell that Excel would compute.</summary>
public static class ExportImportErrors
{
    /// <summary>Content type of the answer.</summary>
    public const string ContentType = "text/csv";

    /// <param name="Id">Id of the import.</param>
    public sealed record Query(Guid Id) : IRequest<PushStreamHttpResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, PushStreamHttpResult>
    {
        private const string Header = "Строка;Столбец;Лист;Поле;Код;Значение;Что исправить;Допустимо";

        public async Task<PushStreamHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.ImportsFor(http.Caller()).AnyAsync(r => r.Id == request.Id, cancellationToken))
                throw ImportAccess.NotFound();
            return TypedResults.Stream(body => Write(body, request.Id, cancellationToken), ContentType + "; charset=utf-8", "errors.csv");
        }

        private async Task Write(Stream body, Guid id, CancellationToken cancellationToken)
        {
            await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await writer.WriteAsync(Header + "\r\n");
            await foreach (var error in ImportError.Of(db, id).AsAsyncEnumerable().WithCancellation(cancellationToken))
                await writer.WriteAsync(
                    string.Join(
                        ';',
                        error.Row?.ToString(CultureInfo.InvariantCulture),
                        error.Column,
                        Cell(error.Sheet),
                        Cell(error.Pointer.TrimStart('/')),
                        error.Code,
                        Cell(error.Value),
                        Cell(error.Message),
                        Cell(error.Allowed)
                    ) + "\r\n"
                );
        }

        private static string Cell(string? text) => CsvCell.Of(text, ';');
    }
}
