using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Lists the associations of teachers that the caller may see.</summary>
public static class ListAssociations
{
    private static readonly Dictionary<string, Expression<Func<Association, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = a => a.SortName,
        ["members"] = a => a.MemberCount,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case and «ё» do not matter.</param>
    /// <param name="Level">How wide they are.</param>
    /// <param name="Subject">Code of the subject.</param>
    /// <param name="Municipality">ОКТМО code of whose they are.</param>
    /// <param name="School">Id of a school whose they are or whose teachers are in them now.</param>
    /// <param name="Closed">Whether they work no more; all when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name or members; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        WireEnum<AssociationLevel>[]? Level,
        string? Subject,
        string? Municipality,
        Guid? School,
        bool? Closed = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<AssociationSummary>>>, IPaged, IAssociationFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<AssociationSummary>>>
    {
        public async Task<Ok<PageOf<AssociationSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db.Filtered(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "name", a => a.Id)
                    .ToPage(request, AssociationSummary.From(db, http.Caller().SeesPeople, request.School), cancellationToken)
            );
    }
}
