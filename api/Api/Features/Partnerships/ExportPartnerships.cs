using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>The agreements of a filter as a workbook, each pair of sides in words.</summary>
public static class ExportPartnerships
{
    /// <param name="Search">Words of the number or the subject.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part, on either side; its id.</param>
    /// <param name="Organisation">This organisation is a partner; its id.</param>
    public sealed record Query(
        string? Search = null,
        WireEnum<PartnershipState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null
    ) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (search, state, municipality, school, organisation) = request;
            var rows = await new PartnershipFilter(search, state?.Value, municipality, school, organisation, today)
                .Of(db.Partnerships)
                .AsNoTracking()
                .AsSplitQuery()
                .OrderBy(p => p.SignedOn)
                .ThenBy(p => p.Id)
                .Select(PartnershipSummary.From(db, today))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, rows);
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Партнёрские договоры – {today:yyyy-MM-dd}.xlsx");
        }

        private static void Write(WorkbookWriter book, List<PartnershipSummary> rows)
        {
            book.BeginSheet(
                "Договоры",
                [(14, CellLook.Text), (12, CellLook.Plain), (50, CellLook.Wrapped), (50, CellLook.Wrapped), (50, CellLook.Wrapped)],
                frozenRows: 1
            );
            book.Row(
                1,
                CellLook.Heading,
                "Номер",
                "Подписан",
                "Поддерживаемые школы",
                "Партнёры",
                "Предмет",
                "Действует с",
                "Действует по",
                "Состояние",
                "Действий",
                "Выполнено"
            );
            var number = 2;
            foreach (var row in rows)
                book.Row(
                    number++,
                    CellLook.Plain,
                    row.Number,
                    row.SignedOn,
                    Names(row, PartyRole.Supported),
                    Names(row, PartyRole.Partner),
                    row.Subject,
                    row.StartsOn ?? row.SignedOn,
                    row.EndsOn,
                    Words(row.State),
                    row.Actions,
                    row.ActionsDone
                );
        }

        private static string Names(PartnershipSummary row, PartyRole role) =>
            string.Join("; ", row.Parties.Where(p => p.Role == role).Select(p => p.Name));

        private static string Words(PartnershipState state) =>
            state switch
            {
                PartnershipState.Draft => "черновик",
                PartnershipState.Upcoming => "ещё не вступил в силу",
                PartnershipState.Active => "действует",
                PartnershipState.Expiring => "истекает",
                PartnershipState.Expired => "истёк",
                _ => "расторгнут",
            };
    }
}
