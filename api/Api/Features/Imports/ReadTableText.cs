using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Features.Imports.Jobs;
using Opora.Api.Features.Imports.Tables;
using Opora.Api.Http;

namespace Opora.Api.Features.Imports;

/// <summary>
/// Turns a small table of any accepted format into the text that would come of copying it in a spreadsheet, so that a file goes the same
/// way as what is pasted. Nothing is kept.
/// </summary>
public static class ReadTableText
{
    private const int MostRows = 2_000;
    private const int MostColumns = 50;

    /// <param name="File">The file: CSV, XLSX, XLS or NDJSON, also gzipped.</param>
    /// <param name="Sheet">Name of the sheet; the first that is shown when absent.</param>
    public sealed record Command(Upload File, string? Sheet = null) : IRequest<Ok<TableText>>;

    /// <summary>A table as text.</summary>
    /// <param name="Text">Rows in lines, cells set apart by tabs; empty rows are kept, so that row numbers are those of the file.</param>
    /// <param name="Rows">How many lines.</param>
    public sealed record TableText(string Text, int Rows);

    internal sealed class Handler(ImportSpool spool) : IRequestHandler<Command, Ok<TableText>>
    {
        public async Task<Ok<TableText>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (content, _) = await request.File.Open(cancellationToken);
            using var spooled = await spool.Receive(content, cancellationToken);
            return TypedResults.Ok(await ReadableTable.Read(() => Read(spooled.Path, request.Sheet), cancellationToken));
        }

        private static TableText Read(string path, string? sheet)
        {
            using var file = TableFile.Open(path);
            using var reader = file.Read(sheet);
            var text = new StringBuilder();
            var last = 0;
            while (reader.Read())
            {
                if (reader.Row.Number > MostRows)
                    throw Problems.Unprocessable("too-many-rows", $"В таблице больше {MostRows} строк. Разделите её.");
                if (reader.Row.IsEmpty)
                    continue;
                text.Append('\n', Math.Max(0, reader.Row.Number - last - (last == 0 ? 1 : 0)));
                last = reader.Row.Number;
                text.AppendJoin('\t', Enumerable.Range(0, Math.Min(reader.Row.Count, MostColumns)).Select(i => Cell(reader.Row[i])));
            }
            return new TableText(text.ToString(), last);
        }

        // As a spreadsheet copies: a cell with a tab, a break or a quote at its beginning is quoted.
        private static string Cell(string text) =>
            text.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0 || text.StartsWith('"')
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : text;
    }
}
