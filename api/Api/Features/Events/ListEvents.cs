using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Lists the events announced to the caller. Meetings of associations are listed when they are asked for.</summary>
public static class ListEvents
{
    private static readonly Dictionary<string, Expression<Func<Event, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["start"] = e => e.StartsOn,
        ["title"] = e => e.SearchName,
        ["people"] = e => e.NamedCount + e.UnnamedCount,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the theme; case and «ё» do not matter.</param>
    /// <param name="Kind">What they are; without it and without an association no meetings of associations.</param>
    /// <param name="Level">For whom.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="Municipality">ОКТМО code of whose they are.</param>
    /// <param name="School">Id of a school whose they are or that took part.</param>
    /// <param name="Association">Id of the association whose meetings they are.</param>
    /// <param name="Teacher">Id of a teacher who took part.</param>
    /// <param name="From">Not over before this day.</param>
    /// <param name="To">Begun by this day.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">start, title or people; a leading minus (of start the standard) turns the order round.</param>
    public sealed record Query(
        string? Search,
        WireEnum<EventKind>[]? Kind,
        WireEnum<EventLevel>[]? Level,
        WireEnum<EventState>[]? State,
        string? Municipality,
        Guid? School,
        Guid? Association,
        Guid? Teacher,
        DateOnly? From,
        DateOnly? To,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<EventSummary>>>, IPaged, IEventFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<EventSummary>>>
    {
        public async Task<Ok<PageOf<EventSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db.Filtered(request, http.Caller().SeesPeople)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "-start", e => e.Id)
                    .ToPage(request, EventSummary.From(db, request.School), cancellationToken)
            );
    }
}
