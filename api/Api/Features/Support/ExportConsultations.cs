using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>The consultations of a filter as a workbook.</summary>
public static class ExportConsultations
{
    private static readonly (string, double)[] Columns =
    [
        ("День", 12),
        ("Школа", 40),
        ("Муниципалитет", 30),
        ("Кому", 16),
        ("Человек", 10),
        ("Тема", 60),
        ("Кто консультировал", 36),
    ];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Audience">Whom they were for.</param>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation.</param>
    /// <param name="From">On this day or later.</param>
    /// <param name="To">On this day or earlier.</param>
    public sealed record Query(
        WireEnum<ConsultationAudience>? Audience = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null
    ) : IRequest<FileContentHttpResult>, IConsultationFilter;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var rows = await db.Filtered(request)
                .AsNoTracking()
                .OrderBy(x => x.On)
                .ThenBy(x => x.Id)
                .Select(ConsultationDetails.From(db, http.Caller().SeesPeople))
                .ToListAsync(cancellationToken);
            using var file = new MemoryStream();
            using (var book = new WorkbookWriter(file))
            {
                book.Head("Консультации", Columns);
                foreach (var (i, row) in rows.Index())
                    book.Cells(i + 2, CellLook.Plain, Cells(row));
            }
            return TypedResults.File(file.ToArray(), WorkbookWriter.ContentType, $"Консультации – {today:yyyy-MM-dd}.xlsx");
        }

        private static object?[] Cells(ConsultationDetails row) =>
            [
                row.On,
                row.School.Name,
                row.School.Municipality,
                SupportWords.Of(row.Audience),
                row.People,
                row.Theme,
                row.Organisation?.Name,
            ];
    }
}

/// <summary>What they are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IConsultationFilter
{
    WireEnum<ConsultationAudience>? Audience { get; }
    string? Municipality { get; }
    Guid? School { get; }
    Guid? Organisation { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class ConsultationFilter
{
    public static IQueryable<Consultation> Filtered(this AppDbContext db, IConsultationFilter filter)
    {
        IQueryable<Consultation> found = db.Consultations;
        if (filter.Audience is { Value: var audience })
            found = found.Where(x => x.Audience == audience);
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
