using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Imports;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Lists the imports within the caller's scope, the newest first.</summary>
public static class ListImports
{
    private static readonly Dictionary<string, Expression<Func<ImportRun, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["createdAt"] = r => r.CreatedAt,
        ["fileName"] = r => r.FileName,
        ["kind"] = r => r.Kind,
        ["state"] = r => r.State,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Kind">What the files hold.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="Source">Files, unless batches are asked for.</param>
    /// <param name="Troubled">Those that brought nothing or not all, or all others.</param>
    /// <param name="FinishedSince">Ended on this day (UTC) or later.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">createdAt, fileName, kind or state; a leading minus turns the order round.</param>
    public sealed record Query(
        WireEnum<ImportKind>? Kind,
        WireEnum<ImportState>? State,
        WireEnum<ImportSource>? Source,
        bool? Troubled = null,
        DateOnly? FinishedSince = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<ImportSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<ImportSummary>>>
    {
        public async Task<Ok<PageOf<ImportSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var source = request.Source?.Value ?? ImportSource.File;
            var runs = db.ImportsFor(http.Caller()).AsNoTracking().Where(r => r.Source == source);
            if (request.Kind is { Value: var kind })
                runs = runs.Where(r => r.Kind == kind);
            if (request.State is { Value: var state })
                runs = runs.Where(r => r.State == state);
            if (request.Troubled is { } troubled)
                runs = runs.Where(r => (r.State == ImportState.Failed || r.State == ImportState.PartiallySucceeded) == troubled);
            if (request.FinishedSince is { } since)
            {
                var from = since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
                runs = runs.Where(r => r.FinishedAt >= from);
            }
            var page = await runs.SortBy(request.Sort, Sorts, "-createdAt", r => r.Id)
                .ToPage(request, ImportSummary.WithName(db), cancellationToken);
            return TypedResults.Ok(
                new PageOf<ImportSummary>([.. page.Items.Select(ImportSummary.Of)], page.Page, page.PageSize, page.Total)
            );
        }
    }
}
