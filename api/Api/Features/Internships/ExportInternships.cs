using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>The internships of a filter as a workbook. The journal keeps that names were taken out.</summary>
public static class ExportInternships
{
    /// <param name="Site">Id of the place.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part; its id.</param>
    /// <param name="As">On which side the school takes part; either when absent.</param>
    /// <param name="From">Goes on on this day or later.</param>
    /// <param name="Until">Begins on this day or earlier.</param>
    public sealed record Query(
        Guid? Site = null,
        WireEnum<InternshipState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        WireEnum<InternshipRole>? As = null,
        DateOnly? From = null,
        DateOnly? Until = null
    ) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (site, state, municipality, school, side, from, until) = request;
            var people = http.Caller().ScopeFor(Permission.TeachersRead);
            var found = await new InternshipFilter(site, state?.Value, municipality, school, side?.Value, from, until, today)
                .Of(db.Internships)
                .AsNoTracking()
                .OrderBy(i => i.StartsOn)
                .ThenBy(i => i.Id)
                .Select(InternshipSummary.From(db, today))
                .ToListAsync(cancellationToken);
            if (found.Exists(i => i.NamesPeopleTo(people)))
                await db.NoteExport(nameof(Internship), found.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, found.ConvertAll(i => i.Told(people)));
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Стажировки – {today:yyyy-MM-dd}.xlsx");
        }

        private static void Write(WorkbookWriter book, List<InternshipSummary> rows)
        {
            book.BeginSheet(
                "Стажировки",
                [(36, CellLook.Plain), (44, CellLook.Wrapped), (44, CellLook.Wrapped), (44, CellLook.Wrapped)],
                frozenRows: 1
            );
            book.Row(
                1,
                CellLook.Heading,
                "Педагог",
                "Школа",
                "Площадка",
                "Чему учится",
                "С",
                "По",
                "Часов",
                "Состояние",
                "Итог или причина"
            );
            foreach (var (n, i) in rows.Index())
                book.Row(
                    n + 2,
                    CellLook.Plain,
                    i.Teacher ?? (i.TeacherId is null ? "не показывается" : "обезличен"),
                    i.Sending.Name,
                    i.Host.Name,
                    i.Site,
                    i.StartsOn,
                    i.EndsOn,
                    i.Hours,
                    Words(i.State),
                    i.Outcome
                );
        }

        private static string Words(InternshipState state) =>
            state switch
            {
                InternshipState.Planned => "запланирована",
                InternshipState.Going => "идёт",
                InternshipState.Due => "ждёт итога",
                InternshipState.Completed => "завершена",
                InternshipState.NotCompleted => "не завершена",
                _ => "отменена",
            };
    }
}
