using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>The dictionary of indicators of the regions in which the caller reaches anything.</summary>
public static class ListIndicators
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name or group, or a part of the code; case and «ё» do not matter.</param>
    /// <param name="Set">Id of a set.</param>
    /// <param name="Level">Whose values they are.</param>
    /// <param name="EnteredBy">Who brings the values.</param>
    /// <param name="Retired">Whether it is watched no more; all when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">number (within the sets), code or name; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        Guid? Set,
        WireEnum<IndicatorLevel>[]? Level,
        WireEnum<IndicatorSource>[]? EnteredBy,
        bool? Retired = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<IndicatorSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules("number", "code", "name");
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<IndicatorSummary>>>
    {
        public async Task<Ok<PageOf<IndicatorSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var known = await KnownIndicators.Read(db, cancellationToken);
            var found = await IndicatorSummary
                .From(db, Sorted(Filter(request, known), request.Sort))
                .ToPage(request, i => i, cancellationToken);
            var items = await IndicatorSummary.Complete(db, known, found.Items, cancellationToken);
            return TypedResults.Ok(found with { Items = items });
        }

        private IQueryable<Indicator> Filter(Query request, KnownIndicators known)
        {
            var indicators = db.Indicators.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(request.Search))
            {
                var ids = known.Matching(request.Search);
                indicators = indicators.Where(i => ids.Contains(i.Id));
            }
            if (request.Set is { } set)
                indicators = indicators.Where(i => i.SetId == set);
            if (request.Retired is { } retired)
                indicators = indicators.Where(i => i.RetiredFromOn != null == retired);
            if (request.Level is { Length: > 0 } levels)
            {
                var wanted = levels.Select(l => l.Value).ToList();
                indicators = indicators.Where(i =>
                    db.IndicatorVersions.Any(v => v.IndicatorId == i.Id && v.ValidToOn == null && wanted.Contains(v.Level))
                );
            }
            if (request.EnteredBy is { Length: > 0 } sources)
            {
                var wanted = sources.Select(s => s.Value).ToList();
                indicators = indicators.Where(i =>
                    db.IndicatorVersions.Any(v => v.IndicatorId == i.Id && v.ValidToOn == null && wanted.Contains(v.EnteredBy))
                );
            }
            return indicators;
        }

        private static IQueryable<Indicator> Sorted(IQueryable<Indicator> indicators, string? sort) =>
            sort switch
            {
                "code" => indicators.OrderBy(i => i.Code).ThenBy(i => i.Id),
                "-code" => indicators.OrderByDescending(i => i.Code).ThenByDescending(i => i.Id),
                "name" => indicators.OrderBy(i => i.Name).ThenBy(i => i.Id),
                "-name" => indicators.OrderByDescending(i => i.Name).ThenByDescending(i => i.Id),
                "-number" => indicators.OrderByDescending(i => i.SetId).ThenByDescending(i => i.Number).ThenByDescending(i => i.Id),
                _ => indicators.OrderBy(i => i.SetId).ThenBy(i => i.Number).ThenBy(i => i.Id),
            };
    }
}
