using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>The journal of a filter as a workbook.</summary>
public static class ExportSupportSessions
{
    private static readonly (string, double)[] Columns =
    [
        ("День", 12),
        ("Состояние", 14),
        ("Специалист", 22),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Организация", 36),
        ("Кто проводил", 30),
        ("Детей", 10),
        ("Из них повторно", 16),
        ("Обследовано", 14),
        ("Проконсультировано", 20),
        ("Педагогов", 12),
        ("Родителей", 12),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Held">Whether they took place; all when absent.</param>
    /// <param name="Specialist">Whose sessions.</param>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation.</param>
    /// <param name="From">On this day or later.</param>
    /// <param name="To">On this day or earlier.</param>
    public sealed record Query(
        bool? Held = null,
        WireEnum<SpecialistKind>? Specialist = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null
    ) : IRequest<FileContentHttpResult>, ISupportSessionFilter;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(db.Current.Scope.VisibleRegions[0], cancellationToken);
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(s => s.On)
                .ThenBy(s => s.Id)
                .Select(SupportSessionRow.From(db, http.Caller().SeesPeople))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.Head("Занятия", Columns);
                foreach (var (i, r) in rows.Index())
                    book.Cells(i + 2, CellLook.Plain, Row(r));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Журнал занятий специалистов – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Row(SupportSessionRow r) =>
            [
                r.Session.On,
                r.Session.Held ? "проведено" : "запланировано",
                SupportWords.Of(r.Specialist),
                r.School.Name,
                r.School.Municipality,
                r.Session.Organisation.Name,
                r.Session.Person?.Name,
                r.Session.Counts?.Children,
                r.Session.Counts?.Returning,
                r.Session.Counts?.Examined,
                r.Session.Counts?.Consulted,
                r.Session.Counts?.Teachers,
                r.Session.Counts?.Parents,
            ];
    }
}
