using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Lists the organisations of the regions in which the caller reaches anything.</summary>
public static class ListOrganisations
{
    private static readonly Dictionary<string, Expression<Func<Organisation, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = o => o.SortName,
        ["kind"] = o => o.Kind,
        ["municipality"] = o => o.MunicipalityCode ?? "",
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case, «ё» and quotes do not matter.</param>
    /// <param name="Kind">Kinds.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="Closed">Whether it works no more; all when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, kind or municipality; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        WireEnum<OrganisationKind>[]? Kind,
        string[]? Municipality,
        bool? Closed = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<OrganisationSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<OrganisationSummary>>>
    {
        public async Task<Ok<PageOf<OrganisationSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await Filter(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "name", o => o.Id)
                    .ToPage(request, OrganisationSummary.From(db), cancellationToken)
            );

        private IQueryable<Organisation> Filter(Query request)
        {
            IQueryable<Organisation> organisations = db.Organisations;
            foreach (var word in SearchText.Needles(request.Search))
                organisations = organisations.Where(o => o.SearchName.Contains(word));
            if (request.Kind is { Length: > 0 } kinds)
            {
                var wanted = kinds.Select(k => k.Value).ToList();
                organisations = organisations.Where(o => wanted.Contains(o.Kind));
            }
            if (request.Municipality is { Length: > 0 } municipalities)
                organisations = organisations.Where(o => o.MunicipalityCode != null && municipalities.Contains(o.MunicipalityCode));
            return request.Closed is { } closed ? organisations.Where(o => o.ClosedOn != null == closed) : organisations;
        }
    }
}
