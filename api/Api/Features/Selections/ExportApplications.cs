using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>The applications of a selection with their scores as a workbook; marks as far as the caller reads them.</summary>
public static class ExportApplications
{
    /// <param name="Id">Id of the selection.</param>
    public sealed record Query(Guid Id) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var board = await ApplicationBoard.Read(db, request.Id, http.Caller(), null, cancellationToken);
            var criteria = await db
                .Selections.Where(s => s.Id == request.Id)
                .SelectMany(s => s.Criteria)
                .OrderBy(c => c.Number)
                .Select(c => new CriterionDetails(c.Id, c.Number, c.Title, c.MostMark, c.Weight))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, criteria, board.Rows);
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Отбор школ-партнёров.xlsx");
        }

        private static void Write(WorkbookWriter book, List<CriterionDetails> criteria, IReadOnlyList<ApplicationSummary> rows)
        {
            book.BeginSheet("Заявки", [(10, CellLook.Plain), (50, CellLook.Wrapped), (36, CellLook.Wrapped)], frozenRows: 1);
            book.Row(
                1,
                CellLook.Heading,
                [
                    "Место",
                    "Школа",
                    "Муниципалитет",
                    "Состояние",
                    "Баллы",
                    .. criteria.Select(c => $"{c.Title} (до {c.MostMark}, вес {c.Weight})"),
                    "Победитель",
                ]
            );
            foreach (var (i, row) in rows.OrderBy(r => r.Place ?? int.MaxValue).Index())
                book.Row(
                    i + 2,
                    CellLook.Plain,
                    [
                        row.Place,
                        row.School,
                        row.Municipality,
                        Words(row.State),
                        Number(row.ScoreThousandths),
                        .. criteria.Select(c => (object?)Number(row.Means?.FirstOrDefault(m => m.CriterionId == c.Id)?.MeanThousandths)),
                        row.Won switch
                        {
                            true => "да",
                            false => "нет",
                            _ => null,
                        },
                    ]
                );
        }

        private static decimal? Number(long? thousandths) => thousandths / 1_000m;

        private static string Words(ApplicationState state) =>
            state switch
            {
                ApplicationState.Draft => "черновик",
                ApplicationState.Submitted => "подана",
                _ => "отозвана",
            };
    }
}
