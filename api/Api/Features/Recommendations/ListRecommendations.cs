using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>Lists the recommendations and decisions within the caller's places.</summary>
public static class ListRecommendations
{
    private static readonly DateOnly Never = new(9999, 12, 31);
    private static readonly DateOnly NoDay = Never.AddDays(-1);

    private static readonly Dictionary<string, Expression<Func<Recommendation, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        // What is to be done first: settled ones come last, whatever their day was.
        ["urgency"] = r => r.State == RecommendationState.Open ? r.DueOn ?? NoDay : Never,
        ["due"] = r => r.DueOn ?? Never,
        ["made"] = r => r.MadeAt,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="State">What became of it.</param>
    /// <param name="Kind">Advice or decision.</param>
    /// <param name="School">Addressed to this school; its id.</param>
    /// <param name="Municipality">Addressed to this municipality or one of its schools; ОКТМО code.</param>
    /// <param name="Indicator">Caused by figures of this indicator; its id.</param>
    /// <param name="Overdue">Only open ones whose day has passed.</param>
    /// <param name="DueFrom">Only those whose day is this one or later.</param>
    /// <param name="DueBy">Only those whose day is this one or earlier.</param>
    /// <param name="Mine">Only those that the caller answers for.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">urgency (open ones by their day, then the rest), due or made; a leading minus turns the order round.</param>
    public sealed record Query(
        WireEnum<RecommendationState>? State = null,
        WireEnum<RecommendationKind>? Kind = null,
        Guid? School = null,
        string? Municipality = null,
        Guid? Indicator = null,
        bool Overdue = false,
        bool Mine = false,
        DateOnly? DueFrom = null,
        DateOnly? DueBy = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<RecommendationSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<RecommendationSummary>>>
    {
        public async Task<Ok<PageOf<RecommendationSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var today = await db.Today(cancellationToken);
            return TypedResults.Ok(
                await Filter(request, caller, today)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "urgency", r => r.Id)
                    .ToPage(request, RecommendationSummary.From(db, caller.SeesPeople, today), cancellationToken)
            );
        }

        private IQueryable<Recommendation> Filter(Query request, Caller caller, DateOnly today)
        {
            IQueryable<Recommendation> found = db.Recommendations;
            if (request.State is { Value: var state })
                found = found.Where(r => r.State == state);
            if (request.Kind is { Value: var kind })
                found = found.Where(r => r.Kind == kind);
            if (request.School is { } school)
                found = found.Where(r => r.SchoolId == school);
            if (request.Municipality is { } municipality)
                found = found.Where(r => r.MunicipalityCode == municipality);
            if (request.Indicator is { } indicator)
                found = found.Where(r => r.Causes.Any(c => c.IndicatorId == indicator));
            if (request.Overdue)
                found = found.Where(r => r.State == RecommendationState.Open && r.DueOn != null && r.DueOn < today);
            if (request.DueFrom is { } from)
                found = found.Where(r => r.DueOn >= from);
            if (request.DueBy is { } by)
                found = found.Where(r => r.DueOn <= by);
            return request.Mine ? found.Where(r => r.OwnerId == caller.Actor.Id) : found;
        }
    }
}
