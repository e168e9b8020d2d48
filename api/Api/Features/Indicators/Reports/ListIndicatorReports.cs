using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Which schools have submitted.</summary>
public static class ListIndicatorReports
{
    private static readonly Dictionary<string, Expression<Func<ReportRow, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = r => r.School.SortName,
        ["state"] = r => r.Report!.State,
        ["submittedAt"] = r => r.Report!.SubmittedAt,
    };

    /// <summary>Filters.</summary>
    /// <param name="Set">Id of the set; with a period every open school is told, also those that have not begun.</param>
    /// <param name="Period">The period.</param>
    /// <param name="State">Only those that have come so far; Draft also means those that have not begun.</param>
    /// <param name="Municipality">Only schools of this municipality.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, state or submittedAt; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? Set = null,
        Period? Period = null,
        WireEnum<ReportState>? State = null,
        string? Municipality = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<ReportSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<ReportSummary>>>
    {
        public async Task<Ok<PageOf<ReportSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = Rows(request);
            // People write figures into them.
            var wordless = http.Caller().IsThirdParty;
            if (request.Municipality is { } municipality)
                rows = rows.Where(r => r.School.MunicipalityCode == municipality);
            if (request.State is { Value: var state })
                rows =
                    state == ReportState.Draft
                        ? rows.Where(r => r.Report == null || r.Report.State == ReportState.Draft)
                        : rows.Where(r => r.Report!.State == state);
            var page = await rows.SortBy(request.Sort, Sorts, "name", r => r.School.Id)
                .ToPage(
                    request,
                    r => new ReportSummary(
                        r.School.Id,
                        r.School.Code,
                        r.School.Name,
                        r.School.MunicipalityCode,
                        r.SetId,
                        r.Period,
                        r.Report == null ? ReportState.Draft : r.Report.State,
                        r.Report == null ? null : r.Report.Id,
                        r.Report == null ? null : r.Report.Version,
                        r.Report == null ? null : r.Report.SubmittedAt,
                        r.Report == null ? null : r.Report.DecidedAt,
                        r.Report == null || wordless ? null : r.Report.Note,
                        r.Report == null || wordless ? null : r.Report.ReturnReason,
                        0,
                        0
                    ),
                    cancellationToken
                );
            return TypedResults.Ok(page with { Items = await FilledCells.CountOn(db, page.Items, cancellationToken) });
        }

        private IQueryable<ReportRow> Rows(Query request)
        {
            var reports = db.IndicatorReports.AsNoTracking().Where(r => r.SchoolId != null);
            if (request.Set is { } one)
                reports = reports.Where(r => r.SetId == one);
            if (request.Period is { } at)
                reports = reports.Where(r => r.Period == at);
            if (request is { Set: { } set, Period: { } period })
                return from school in db.Schools.AsNoTracking()
                    where school.State == SchoolState.Open
                    where db.IndicatorSets.Any(s => s.Id == set && s.RegionCode == school.RegionCode)
                    from report in reports.Where(r => r.SchoolId == school.Id).DefaultIfEmpty()
                    select new ReportRow
                    {
                        School = school,
                        Report = report,
                        SetId = set,
                        Period = period,
                    };
            return from report in reports
                join school in db.Schools.AsNoTracking() on report.SchoolId equals school.Id
                select new ReportRow
                {
                    School = school,
                    Report = report,
                    SetId = report.SetId,
                    Period = report.Period,
                };
        }
    }

    private sealed class ReportRow
    {
        public required School School { get; init; }
        public required IndicatorReport? Report { get; init; }
        public required Guid SetId { get; init; }
        public required Period Period { get; init; }
    }
}

/// <summary>How far a school has come with a period.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolCode">Its code.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="MunicipalityCode">Where it stands.</param>
/// <param name="SetId">The set.</param>
/// <param name="Period">The period.</param>
/// <param name="State">How far the submission has come.</param>
/// <param name="ReportId">Id of the submission; null while it has not begun.</param>
/// <param name="Version">Version of the submission, for If-Match.</param>
/// <param name="SubmittedAt">UTC instant of handing in.</param>
/// <param name="DecidedAt">UTC instant of the decision.</param>
/// <param name="Note">What was said when it was handed in.</param>
/// <param name="ReturnReason">Why it was sent back.</param>
/// <param name="Filled">Cells filled of those that the school has to fill.</param>
/// <param name="Required">Cells that the school has to fill.</param>
public sealed record ReportSummary(
    Guid SchoolId,
    string SchoolCode,
    string SchoolName,
    string MunicipalityCode,
    Guid SetId,
    Period Period,
    ReportState State,
    Guid? ReportId,
    int? Version,
    DateTime? SubmittedAt,
    DateTime? DecidedAt,
    string? Note,
    string? ReturnReason,
    int Filled,
    int Required
);
