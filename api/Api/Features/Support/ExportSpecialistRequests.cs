using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>The requests of a filter as a workbook.</summary>
public static class ExportSpecialistRequests
{
    private static readonly (string, double)[] Columns =
    [
        ("Подана", 12),
        ("Нужен с", 12),
        ("Специалист", 22),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Детей в заявке", 15),
        ("Состояние", 14),
        ("Организация", 36),
        ("Кто работает", 30),
        ("Занятий проведено", 18),
        ("Детей обследовано и проконсультировано", 38),
        ("Следующее занятие", 18),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="State">How far they have come; any of these.</param>
    /// <param name="Specialist">Whom the school asks for.</param>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation that answers for them.</param>
    /// <param name="From">Requested on this day or later.</param>
    /// <param name="To">Requested on this day or earlier.</param>
    public sealed record Query(
        WireEnum<SpecialistRequestState>[]? State = null,
        WireEnum<SpecialistKind>? Specialist = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null
    ) : IRequest<FileContentHttpResult>, ISpecialistRequestFilter;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(db.Current.Scope.VisibleRegions[0], cancellationToken);
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(r => r.RequestedOn)
                .ThenBy(r => r.Id)
                .Select(SpecialistRequestSummary.From(db, http.Caller().SeesPeople, today))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.Head("Заявки", Columns);
                foreach (var (i, r) in rows.Index())
                    book.Cells(i + 2, CellLook.Plain, Row(r));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Заявки на специалистов – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Row(SpecialistRequestSummary r) =>
            [
                r.RequestedOn,
                r.NeededFromOn,
                SupportWords.Of(r.Specialist),
                r.School.Name,
                r.School.Municipality,
                r.Children,
                SupportWords.Of(r.State),
                r.Organisation?.Name,
                r.Person?.Name,
                r.Held,
                r.Reached,
                r.NextOn,
            ];
    }
}
