using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Lists the requests for specialists of the caller's schools.</summary>
public static class ListSpecialistRequests
{
    private static readonly DateOnly Never = new(9999, 12, 31);

    private static readonly Dictionary<string, Expression<Func<SpecialistRequest, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        // What waits comes first by the day it is needed; what is settled last.
        ["urgency"] = r =>
            r.State == SpecialistRequestState.Requested ? r.NeededFromOn
            : r.SettledOn == null ? Never.AddDays(-1)
            : Never,
        ["needed"] = r => r.NeededFromOn,
        ["requested"] = r => r.RequestedOn,
        ["children"] = r => r.Children,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="State">How far they have come; any of these.</param>
    /// <param name="Specialist">Whom the school asks for.</param>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation that answers for them.</param>
    /// <param name="From">Requested on this day or later.</param>
    /// <param name="To">Requested on this day or earlier.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">urgency (what waits first, by the day it is needed), needed, requested or children; a leading minus turns the order round.</param>
    public sealed record Query(
        WireEnum<SpecialistRequestState>[]? State = null,
        WireEnum<SpecialistKind>? Specialist = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<SpecialistRequestSummary>>>, IPaged, ISpecialistRequestFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<SpecialistRequestSummary>>>
    {
        public async Task<Ok<PageOf<SpecialistRequestSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(db.Current.Scope.VisibleRegions[0], cancellationToken);
            return TypedResults.Ok(
                await db.Filtered(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "urgency", r => r.Id)
                    .ToPage(request, SpecialistRequestSummary.From(db, http.Caller().SeesPeople, today), cancellationToken)
            );
        }
    }
}
