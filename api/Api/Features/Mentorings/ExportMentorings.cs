using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>The pairings of a filter as a workbook. The journal keeps that names were taken out.</summary>
public static class ExportMentorings
{
    /// <param name="Search">Words of the aim or the order.</param>
    /// <param name="Kind">Who helps whom.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part; its id.</param>
    /// <param name="As">On which side the school takes part; either when absent.</param>
    /// <param name="Organisation">This organisation helps; its id.</param>
    public sealed record Query(
        string? Search = null,
        WireEnum<MentoringKind>? Kind = null,
        WireEnum<MentoringState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        WireEnum<MentoringRole>? As = null,
        Guid? Organisation = null
    ) : IRequest<FileContentHttpResult>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Search).MaximumLength(200).WithMessage("Строка поиска длиннее 200 знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (search, kind, state, municipality, school, side, organisation) = request;
            var people = http.Caller().ScopeFor(Permission.TeachersRead);
            var found = await new MentoringFilter(search, kind?.Value, state?.Value, municipality, school, side?.Value, organisation, today)
                .Of(db.Mentorings)
                .AsNoTracking()
                .AsSplitQuery()
                .OrderBy(m => m.StartsOn)
                .ThenBy(m => m.Id)
                .Select(MentoringSummary.From(db, today))
                .ToListAsync(cancellationToken);
            if (found.Exists(m => m.NamesPeopleTo(people)))
                await db.NoteExport(nameof(Mentoring), found.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, found.ConvertAll(m => m.Told(people)));
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Наставничество – {today:yyyy-MM-dd}.xlsx");
        }

        private static void Write(WorkbookWriter book, List<MentoringSummary> rows)
        {
            book.BeginSheet(
                "Наставничество",
                [(22, CellLook.Plain), (50, CellLook.Wrapped), (50, CellLook.Wrapped), (50, CellLook.Wrapped)],
                frozenRows: 1
            );
            book.Row(
                1,
                CellLook.Heading,
                "Вид",
                "Кто помогает",
                "Кому",
                "Цель",
                "С",
                "По",
                "Состояние",
                "Встреч",
                "Часов",
                "Последняя встреча",
                "Цель достигнута"
            );
            foreach (var (i, m) in rows.Index())
                book.Row(
                    i + 2,
                    CellLook.Plain,
                    MentoringWords.Of(m.Kind),
                    Names(m, MentoringRole.Mentor),
                    Names(m, MentoringRole.Supported),
                    m.Aim,
                    m.StartsOn,
                    m.EndsOn,
                    MentoringWords.Of(m.State),
                    m.Visits,
                    m.Hours,
                    m.LastVisitOn,
                    MentoringWords.Of(m.Reached)
                );
        }

        private static string Names(MentoringSummary row, MentoringRole role) =>
            string.Join("; ", row.Parties.Where(p => p.Role == role).Select(p => p.Person is { } person ? $"{person} ({p.Name})" : p.Name));
    }
}
