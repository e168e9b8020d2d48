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

/// <summary>Lists the consultations within the caller's places.</summary>
public static class ListConsultations
{
    private static readonly Dictionary<string, Expression<Func<Consultation, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["on"] = x => x.On,
        ["people"] = x => x.People,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Audience">Whom they were for.</param>
    /// <param name="Municipality">ОКТМО code.</param>
    /// <param name="School">Id of the school.</param>
    /// <param name="Organisation">Id of the organisation.</param>
    /// <param name="From">On this day or later.</param>
    /// <param name="To">On this day or earlier.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">on or people; a leading minus (of on the standard) turns the order round.</param>
    public sealed record Query(
        WireEnum<ConsultationAudience>? Audience = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        DateOnly? From = null,
        DateOnly? To = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<ConsultationDetails>>>, IPaged, IConsultationFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<ConsultationDetails>>>
    {
        public async Task<Ok<PageOf<ConsultationDetails>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db.Filtered(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "-on", x => x.Id)
                    .ToPage(request, ConsultationDetails.From(db, http.Caller().SeesPeople), cancellationToken)
            );
    }
}
