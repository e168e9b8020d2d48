using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Lists what diagnostics found out about the caller's teachers; the journal keeps who looked, once a day and diagnostics.</summary>
public static class ListDiagnosticResults
{
    private static Dictionary<string, Expression<Func<DiagnosticResult, object?>>> Sorts(AppDbContext db) =>
        new(StringComparer.Ordinal)
        {
            ["on"] = r => r.On,
            ["name"] = r => db.Teachers.Where(t => t.Id == r.TeacherId).Select(t => t.SortName).FirstOrDefault() ?? "",
            ["school"] = r => db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.SortName).FirstOrDefault() ?? "",
            ["deficits"] = r => r.DeficitCount,
        };

    private static readonly string[] SortNames = ["on", "name", "school", "deficits"];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Campaign">Id of the diagnostics.</param>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="Deficit">Code of a deficit that was found.</param>
    /// <param name="Deficient">Whether any deficit was found.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">on, name, school or deficits; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? Campaign,
        Guid? School,
        string[]? Municipality,
        string? Deficit,
        bool? Deficient,
        string? Search,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<DiagnosticResultSummary>>>, IPaged, IDiagnosticResultFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules(SortNames);
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<PageOf<DiagnosticResultSummary>>>
    {
        public async Task<Ok<PageOf<DiagnosticResultSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await db.Filtered(request)
                .AsNoTracking()
                .SortBy(request.Sort, Sorts(db), "-on", r => r.Id)
                .ToPage(request, DiagnosticResultSummary.From(db), cancellationToken);
            if (page.Items.Count > 0)
                await Note(request.Campaign, cancellationToken);
            return TypedResults.Ok(page);
        }

        private async Task Note(Guid? campaign, CancellationToken cancellationToken)
        {
            const string Action = "diagnostics-viewed";
            var at = clock.GetUtcNow().UtcDateTime;
            if (campaign is not { } id)
                await db.NoteListView(nameof(DiagnosticResult), Action, at, cancellationToken);
            else if (await db.OwnPlace(cancellationToken) is { } place)
                await db.NoteView(nameof(DiagnosticCampaign), id, Action, [place], at, cancellationToken);
        }
    }
}
