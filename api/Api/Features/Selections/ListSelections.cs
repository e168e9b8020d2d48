using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Lists the competitive selections of the regions in which the caller reaches anything.</summary>
public static class ListSelections
{
    private static readonly Dictionary<string, Expression<Func<Selection, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["opens"] = s => s.OpensOn,
        ["closes"] = s => s.ClosesOn,
    };

    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">opens or closes; a leading minus (of opens the standard) turns the order round.</param>
    public sealed record Query(int Page = 1, int PageSize = Paging.DefaultRows, string? Sort = null)
        : IRequest<Ok<PageOf<SelectionSummary>>>,
            IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<SelectionSummary>>>
    {
        public async Task<Ok<PageOf<SelectionSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var me = http.Caller().Actor.Id ?? Guid.Empty;
            return TypedResults.Ok(
                await db
                    .Selections.AsNoTracking()
                    .SortBy(request.Sort, Sorts, "-opens", s => s.Id)
                    .ToPage(request, SelectionSummary.From(db, today, me), cancellationToken)
            );
        }
    }
}
