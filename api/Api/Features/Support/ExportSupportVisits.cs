using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>The visits of a filter as a workbook.</summary>
public static class ExportSupportVisits
{
    private static readonly (string, double)[] Columns =
    [
        ("День", 12),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Кто выезжал", 36),
        ("Цель", 50),
        ("Уроков", 10),
        ("Педагогов", 12),
        ("Выводы", 60),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation.</param>
    /// <param name="From">On this day or later.</param>
    /// <param name="To">On this day or earlier.</param>
    public sealed record Query(
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null
    ) : IRequest<FileContentHttpResult>, ISupportVisitFilter;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(x => x.On)
                .ThenBy(x => x.Id)
                .Select(SupportVisitDetails.From(db, http.Caller().SeesPeople))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.Head("Выезды", Columns);
                foreach (var (i, row) in rows.Index())
                    book.Cells(i + 2, CellLook.Plain, Cells(row));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Выезды методической помощи – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Cells(SupportVisitDetails row) =>
            [
                row.On,
                row.School.Name,
                row.School.Municipality,
                row.Organisation?.Name,
                row.Purpose,
                row.Lessons,
                row.Teachers,
                row.Findings,
            ];
    }
}

/// <summary>What they are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface ISupportVisitFilter
{
    string? Municipality { get; }
    Guid? School { get; }
    Guid? Organisation { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class SupportVisitFilter
{
    public static IQueryable<SupportVisit> Filtered(this AppDbContext db, ISupportVisitFilter filter)
    {
        IQueryable<SupportVisit> found = db.SupportVisits;
        if (filter.Municipality is { } municipality)
            found = found.Where(x => x.MunicipalityCode == municipality);
        if (filter.School is { } school)
            found = found.Where(x => x.SchoolId == school);
        if (filter.Organisation is { } organisation)
            found = found.Where(x => x.OrganisationId == organisation);
        if (filter.From is { } from)
            found = found.Where(x => x.On >= from);
        return filter.To is { } to ? found.Where(x => x.On <= to) : found;
    }
}
