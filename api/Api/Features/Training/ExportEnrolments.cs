using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Enrolments as a workbook, with the filter of the screen. The journal keeps that names were taken out.</summary>
public static class ExportEnrolments
{
    private static readonly (string Title, double Width)[] Columns =
    [
        ("ФИО", 36),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Курс", 50),
        ("Начало", 12),
        ("Окончание", 12),
        ("Состояние", 18),
        ("Удостоверение", 20),
        ("Выдано", 12),
        ("Причина", 30),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Run">Id of the run.</param>
    /// <param name="Course">Id of the course.</param>
    /// <param name="Teacher">Id of the teacher.</param>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="From">The run ended on this day or later.</param>
    /// <param name="Until">The run ended on this day or earlier.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    public sealed record Query(
        Guid? Run,
        Guid? Course,
        Guid? Teacher,
        Guid? School,
        string[]? Municipality,
        WireEnum<EnrolmentState>[]? State,
        DateOnly? From,
        DateOnly? Until,
        string? Search
    ) : IRequest<FileContentHttpResult>, IEnrolmentFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.FilterRules();
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var seesPeople = http.Caller().SeesPeople;
            var rows = await db.Filtered(request, seesPeople)
                .AsNoTracking()
                .OrderByDescending(e => e.AskedAt)
                .ThenBy(e => e.Id)
                .Select(EnrolmentSummary.From(db, seesPeople))
                .ToListAsync(cancellationToken);
            if (seesPeople)
                await db.NoteExport(nameof(Enrolment), rows.Count, cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
                Write(book, rows, seesPeople);
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, "Обучение педагогов.xlsx");
        }

        private static void Write(WorkbookWriter book, List<EnrolmentSummary> rows, bool seesPeople)
        {
            // Without names there is no column that would promise them.
            var skip = seesPeople ? 0 : 1;
            book.BeginSheet("Обучение", [.. Columns.Skip(skip).Select(c => (c.Width, CellLook.Plain))], frozenRows: 1);
            Row(book, 1, CellLook.Heading, [.. Columns.Skip(skip).Select(c => c.Title)]);
            foreach (var (i, e) in rows.Index())
            {
                string?[] cells =
                [
                    e.Teacher?.Name ?? "Обезличен",
                    e.School.Name,
                    e.School.Municipality,
                    e.Run.Course,
                    Day(e.Run.StartsOn),
                    Day(e.Run.EndsOn),
                    Words(e.State),
                    e.CertificateNumber,
                    Day(e.CertificateOn),
                    e.Reason,
                ];
                Row(book, i + 2, CellLook.Plain, [.. cells.Skip(skip)]);
            }
        }

        private static void Row(WorkbookWriter book, int number, CellLook look, IReadOnlyList<string?> cells)
        {
            book.BeginRow(number);
            for (var column = 0; column < cells.Count; column++)
                if (cells[column] is { Length: > 0 } text)
                    book.Text(column, text, look);
        }

        private static string? Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

        private static string Words(EnrolmentState state) =>
            state switch
            {
                EnrolmentState.Applied => "заявлен",
                EnrolmentState.Enrolled => "зачислен",
                EnrolmentState.Waiting => "в листе ожидания",
                EnrolmentState.Completed => "завершил",
                EnrolmentState.NotCompleted => "не завершил",
                _ => "снят",
            };
    }
}
