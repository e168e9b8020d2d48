using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Lists the agreements in which the caller's places take part.</summary>
public static class ListPartnerships
{
    private static readonly DateOnly Never = new(9999, 12, 31);
    private static readonly DateOnly Endless = Never.AddDays(-1);

    // What is in force comes first, by its last day; what has ended comes last.
    private static Dictionary<string, Expression<Func<Partnership, object?>>> Sorts(DateOnly today) =>
        new(StringComparer.Ordinal)
        {
            ["urgency"] = p => p.TerminatedOn != null || p.EndsOn < today ? Never : p.EndsOn ?? Endless,
            ["ends"] = p => p.EndsOn ?? Never,
            ["signed"] = p => p.SignedOn ?? Never,
            ["number"] = p => p.NumberKey ?? "",
        };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the number or the subject.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part, on either side; its id.</param>
    /// <param name="Organisation">This organisation is a partner; its id.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">urgency (in force by the last day, then what has ended), ends, signed or number; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search = null,
        WireEnum<PartnershipState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<PartnershipSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules([.. Sorts(default).Keys]);
            RuleFor(q => q.Search).MaximumLength(200).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<PartnershipSummary>>>
    {
        public async Task<Ok<PageOf<PartnershipSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (search, state, municipality, school, organisation, _, _, sort) = request;
            var filter = new PartnershipFilter(search, state?.Value, municipality, school, organisation, today);
            return TypedResults.Ok(
                await filter
                    .Of(db.Partnerships)
                    .AsNoTracking()
                    .AsSplitQuery()
                    .SortBy(sort, Sorts(today), "urgency", p => p.Id)
                    .ToPage(request, PartnershipSummary.From(db, today), cancellationToken)
            );
        }
    }
}
