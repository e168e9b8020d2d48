using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>The events of a filter as a workbook; counts, nobody's name.</summary>
public static class ExportEvents
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("Начало", 12),
        ("Окончание", 12),
        ("Вид", 26),
        ("Уровень", 18),
        ("Тема", 60),
        ("Состояние", 16),
        ("Организатор", 36),
        ("Муниципалитет", 30),
        ("Место", 36),
        ("Методобъединение", 36),
        ("Участников по именам", 16),
        ("Без имён", 12),
        ("Школ", 10),
        ("Из своих школ по именам", 18),
        ("Из своих школ без имён", 18),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the theme; case and «ё» do not matter.</param>
    /// <param name="Kind">What they are; without it and without an association no meetings of associations.</param>
    /// <param name="Level">For whom.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="Municipality">ОКТМО code of whose they are.</param>
    /// <param name="School">Id of a school whose they are or that took part.</param>
    /// <param name="Association">Id of the association whose meetings they are.</param>
    /// <param name="Teacher">Id of a teacher who took part.</param>
    /// <param name="From">Not over before this day.</param>
    /// <param name="To">Begun by this day.</param>
    public sealed record Query(
        string? Search,
        WireEnum<EventKind>[]? Kind,
        WireEnum<EventLevel>[]? Level,
        WireEnum<EventState>[]? State,
        string? Municipality,
        Guid? School,
        Guid? Association,
        Guid? Teacher,
        DateOnly? From,
        DateOnly? To
    ) : IRequest<FileContentHttpResult>, IEventFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var rows = await db.Filtered(request, http.Caller().SeesPeople)
                .AsNoTracking()
                .OrderBy(e => e.StartsOn)
                .ThenBy(e => e.Id)
                .Select(EventSummary.From(db, request.School))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Мероприятия", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                foreach (var (i, e) in rows.Index())
                    book.Row(i + 2, CellLook.Plain, Cells(e));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Мероприятия – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Cells(EventSummary e) =>
            [
                e.StartsOn,
                e.EndsOn,
                EventWords.Of(e.Kind),
                EventWords.Of(e.Level),
                e.Title,
                EventWords.Of(e.State),
                e.Organiser?.Name,
                e.Municipality?.Name,
                e.Place,
                e.Association?.Name,
                e.Total.Named,
                e.Total.Unnamed,
                e.Total.Schools,
                e.Own.Named,
                e.Own.Unnamed,
            ];
    }
}
