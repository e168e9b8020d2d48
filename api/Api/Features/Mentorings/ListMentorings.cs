using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Lists the pairings in which the caller's places take part.</summary>
public static class ListMentorings
{
    private static readonly DateOnly Never = new(9999, 12, 31);
    private static readonly DateOnly Endless = Never.AddDays(-1);

    // What goes on comes first, by its last day; what has ended comes last.
    private static Dictionary<string, Expression<Func<Mentoring, object?>>> Sorts(DateOnly today) =>
        new(StringComparer.Ordinal)
        {
            ["urgency"] = m => m.TerminatedOn != null || m.EndsOn < today ? Never : m.EndsOn ?? Endless,
            ["starts"] = m => m.StartsOn,
            ["ends"] = m => m.EndsOn ?? Never,
        };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the aim or the order.</param>
    /// <param name="Kind">Who helps whom.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part; its id.</param>
    /// <param name="As">On which side the school takes part; either when absent.</param>
    /// <param name="Organisation">This organisation helps; its id.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">urgency (what goes on by the last day, then what has ended), starts or ends; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search = null,
        WireEnum<MentoringKind>? Kind = null,
        WireEnum<MentoringState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        WireEnum<MentoringRole>? As = null,
        Guid? Organisation = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<MentoringSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules([.. Sorts(default).Keys]);
            RuleFor(q => q.Search).MaximumLength(200).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<MentoringSummary>>>
    {
        public async Task<Ok<PageOf<MentoringSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (search, kind, state, municipality, school, side, organisation, _, _, sort) = request;
            var filter = new MentoringFilter(search, kind?.Value, state?.Value, municipality, school, side?.Value, organisation, today);
            var page = await filter
                .Of(db.Mentorings)
                .AsNoTracking()
                .AsSplitQuery()
                .SortBy(sort, Sorts(today), "urgency", m => m.Id)
                .ToPage(request, MentoringSummary.From(db, today), cancellationToken);
            var people = http.Caller().ScopeFor(Permission.TeachersRead);
            return TypedResults.Ok(page with { Items = [.. page.Items.Select(m => m.Told(people))] });
        }
    }
}
