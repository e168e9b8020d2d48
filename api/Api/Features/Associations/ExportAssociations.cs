using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>The associations of a filter as a workbook; counts, nobody's name.</summary>
public static class ExportAssociations
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("Название", 60),
        ("Уровень", 18),
        ("Предмет", 24),
        ("Муниципалитет", 30),
        ("Школа", 40),
        ("Участников", 12),
        ("Из своих школ", 14),
        ("Проведено заседаний", 14),
        ("Последнее заседание", 14),
        ("Следующее заседание", 14),
        ("Закрыто", 12),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case and «ё» do not matter.</param>
    /// <param name="Level">How wide they are.</param>
    /// <param name="Subject">Code of the subject.</param>
    /// <param name="Municipality">ОКТМО code of whose they are.</param>
    /// <param name="School">Id of a school whose they are or whose teachers are in them now.</param>
    /// <param name="Closed">Whether they work no more; all when absent.</param>
    public sealed record Query(
        string? Search,
        WireEnum<AssociationLevel>[]? Level,
        string? Subject,
        string? Municipality,
        Guid? School,
        bool? Closed = null
    ) : IRequest<FileContentHttpResult>, IAssociationFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(a => a.SortName)
                .ThenBy(a => a.Id)
                .Select(AssociationSummary.From(db, seesPeople: false, request.School))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.BeginSheet("Методобъединения", [.. Columns.Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
                book.Row(1, CellLook.Heading, [.. Columns.Select(c => c.Title)]);
                foreach (var (i, a) in rows.Index())
                    book.Row(i + 2, CellLook.Plain, Cells(a));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Методобъединения – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Cells(AssociationSummary a) =>
            [
                a.Name,
                AssociationWords.Of(a.Level),
                a.Subject is { } code ? Domain.Results.Subject.OfCode(code)?.Name ?? code : null,
                a.Municipality?.Name,
                a.School?.Name,
                a.Members,
                a.OwnMembers,
                a.Meetings,
                a.LastMeetingOn,
                a.NextMeetingOn,
                a.ClosedOn,
            ];
    }
}
