using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>The schools of an indicator in order of their values, and how these lie.</summary>
public static class ListIndicatorSchools
{
    private static readonly Dictionary<string, Func<IndicatorSchool, object?>> Sorts = new(StringComparer.Ordinal)
    {
        ["place"] = s => (decimal?)s.Place,
        ["name"] = s => SortText.Key(s.Name),
        ["municipality"] = s => SortText.Key(s.Municipality.Name),
        ["value"] = s => s.Figure?.Value,
        ["target"] = s => s.Target,
    };

    /// <param name="Id">Id of the indicator.</param>
    /// <param name="Period">The period; without it the newest opened one of its set.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    /// <param name="Municipality">Only this municipality: ОКТМО code.</param>
    /// <param name="Achievement">Only schools of which this is so. Places are those among all the schools asked about.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">place, name, municipality, value or target; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid Id,
        Period? Period = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        string? Municipality = null,
        WireEnum<Achievement>? Achievement = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<IndicatorRanking>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, Ok<IndicatorRanking>>
    {
        public async Task<Ok<IndicatorRanking>> Handle(Query request, CancellationToken cancellationToken)
        {
            var question = await SchoolsQuestion.Ask(
                db,
                http.Caller(),
                new(request.Id, request.Period, request.Category?.Value, request.Cohort, request.Municipality),
                clock.GetUtcNow(),
                cancellationToken
            );
            var ranked = RankedSchools.Of(question);
            var found = request.Achievement is { Value: var wanted } ? [.. ranked.Where(s => s.Achievement == wanted)] : ranked;
            var (figures, spread) = question.Schools.Sum(question.Rows);
            return TypedResults.Ok(
                new IndicatorRanking(
                    question.Watched.Details,
                    question.Period,
                    figures,
                    SpreadDetails.Of(spread),
                    [
                        .. question
                            .Rows.Where(r => r.Value is not null)
                            .Select(r => r.Value!.Value)
                            .Order()
                            .Select(v => Thousandths.Shown(v.Rounded)),
                    ],
                    [.. Sorted(found, request.Sort ?? "place").Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)],
                    request.Page,
                    request.PageSize,
                    found.Count
                )
            );
        }

        // What has no value stands last in either order; schools that are alike stand by name.
        private static IEnumerable<IndicatorSchool> Sorted(List<IndicatorSchool> schools, string sort)
        {
            var key = Sorts[sort.TrimStart('-')];
            var known = schools.OrderBy(s => key(s) is null ? 1 : 0);
            return (sort.StartsWith('-') ? known.ThenByDescending(key, ByValue) : known.ThenBy(key, ByValue))
                .ThenBy(s => SortText.Key(s.Name), StringComparer.Ordinal)
                .ThenBy(s => s.Id);
        }

        private static readonly Comparer<object?> ByValue = Comparer<object?>.Create(
            (a, b) =>
                a is string text ? string.CompareOrdinal(text, (string?)b) : Comparer<decimal?>.Default.Compare((decimal?)a, (decimal?)b)
        );
    }
}

/// <summary>Schools in order of an indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Figures">All schools asked about together.</param>
/// <param name="Spread">How their values lie; null without any.</param>
/// <param name="Values">Their values, least first, for drawing; without those withheld.</param>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="PageSize">Rows on a page.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record IndicatorRanking(
    PanelIndicator Indicator,
    Period Period,
    IndicatorFigures Figures,
    SpreadDetails? Spread,
    IReadOnlyList<decimal> Values,
    IReadOnlyList<IndicatorSchool> Items,
    int Page,
    int PageSize,
    int Total
);

/// <summary>A school in the order.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Code">Official code.</param>
/// <param name="Name">Official name.</param>
/// <param name="Municipality">Where it stood on 1 June of the period's year.</param>
/// <param name="Category">Its category on the list in question; null when it is on none.</param>
/// <param name="Place">Its place, best first; exactly equal values share one (1, 2, 2, 4). Null without a value.</param>
/// <param name="Figure">Its value; null when there is none, or when it is withheld.</param>
/// <param name="Target">Its target; null when there is none.</param>
/// <param name="Achievement">Whether the target was reached; null when withheld.</param>
/// <param name="Small">Whether the value is over fewer than five pupils.</param>
/// <param name="Withheld">Whether it is left out for that reason; only for third parties.</param>
public sealed record IndicatorSchool(
    Guid Id,
    string Code,
    string Name,
    PlaceName Municipality,
    SupportCategory? Category,
    int? Place,
    FigureDetails? Figure,
    decimal? Target,
    Achievement? Achievement,
    bool Small,
    bool Withheld
);
