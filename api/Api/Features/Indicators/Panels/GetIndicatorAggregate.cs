using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>One indicator in one period over groups of schools, computed from the values themselves.</summary>
public static class GetIndicatorAggregate
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="Period">The period; without it the newest opened one of its set.</param>
    /// <param name="GroupBy">What is one group; without it all together.</param>
    /// <param name="Category">Only schools in this category of the list; «Both» is in each of the two.</param>
    /// <param name="Cohort">Only schools of this list of supported schools; any year's.</param>
    /// <param name="Municipality">Only this municipality: ОКТМО code.</param>
    public sealed record Query(
        Guid Id,
        Period? Period = null,
        WireEnum<SchoolGrouping>? GroupBy = null,
        WireEnum<SupportCategory>? Category = null,
        Guid? Cohort = null,
        string? Municipality = null
    ) : IRequest<Ok<IndicatorAggregateDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, Ok<IndicatorAggregateDetails>>
    {
        public async Task<Ok<IndicatorAggregateDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var by = request.GroupBy?.Value ?? SchoolGrouping.Region;
            var question = await SchoolsQuestion.Ask(
                db,
                http.Caller(),
                new(request.Id, request.Period, request.Category?.Value, request.Cohort, request.Municipality),
                clock.GetUtcNow(),
                cancellationToken
            );
            return TypedResults.Ok(
                new IndicatorAggregateDetails(
                    question.Watched.Details,
                    question.Period,
                    by,
                    [.. (await Groups(question, by, cancellationToken)).Select(g => Made(question, g.Key, g.Name, [.. g.Rows]))]
                )
            );
        }

        private async Task<IEnumerable<(string Key, string Name, IEnumerable<SchoolRow> Rows)>> Groups(
            SchoolsQuestion question,
            SchoolGrouping by,
            CancellationToken ct
        )
        {
            var rows = question.Rows;
            var names = new GroupNames(db);
            return by switch
            {
                SchoolGrouping.Region =>
                [
                    .. (await names.Regions([question.Watched.RegionCode], ct)).Select(r => (r.Key, r.Value, rows.AsEnumerable())),
                ],
                SchoolGrouping.Municipality => rows.GroupBy(r => r.Municipality)
                    .OrderBy(g => SortText.Key(g.Key.Name), StringComparer.Ordinal)
                    .Select(g => (g.Key.Code, g.Key.Name, g.AsEnumerable())),
                SchoolGrouping.Category => (await names.Categories(ct)).Select(c =>
                    (c.Category.ToString(), c.Name, rows.Where(r => r.Category is { } own && ((SupportCategory?)c.Category).Takes(own)))
                ),
                _ => question
                    .Listed.GroupBy(l => l.List)
                    .OrderByDescending(l => l.Key.ResultsYear)
                    .Select(list =>
                    {
                        var members = list.Select(l => l.SchoolId).ToHashSet();
                        return (list.Key.Id.ToString(), list.Key.Name, rows.Where(r => members.Contains(r.Id)));
                    }),
            };
        }

        private static IndicatorGroupDetails Made(SchoolsQuestion question, string key, string name, List<SchoolRow> rows)
        {
            var (figures, spread) = question.Schools.Sum(rows);
            return new IndicatorGroupDetails(key, name, figures, SpreadDetails.Of(spread));
        }
    }
}

/// <summary>One indicator over groups of schools.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="GroupBy">What is one group.</param>
/// <param name="Groups">The groups.</param>
public sealed record IndicatorAggregateDetails(
    PanelIndicator Indicator,
    Period Period,
    SchoolGrouping GroupBy,
    IReadOnlyList<IndicatorGroupDetails> Groups
);

/// <summary>An indicator over the schools of one group.</summary>
/// <param name="Key">Code of the region or municipality, name of the category, id of the list.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Figures">Counts, sums and the figure that the definition asks for.</param>
/// <param name="Spread">How the schools' values lie; null without any.</param>
public sealed record IndicatorGroupDetails(string Key, string Name, IndicatorFigures Figures, SpreadDetails? Spread);
