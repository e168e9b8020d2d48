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

namespace Opora.Api.Features.Internships;

/// <summary>Lists the internships in which the caller's places take part.</summary>
public static class ListInternships
{
    private static readonly Dictionary<string, Expression<Func<Internship, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["starts"] = i => i.StartsOn,
        ["hours"] = i => i.Hours,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Site">Id of the place.</param>
    /// <param name="State">Where it stands today.</param>
    /// <param name="Municipality">A side stands in this municipality; ОКТМО code.</param>
    /// <param name="School">This school takes part; its id.</param>
    /// <param name="As">On which side the school takes part; either when absent.</param>
    /// <param name="From">Goes on on this day or later.</param>
    /// <param name="Until">Begins on this day or earlier.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">starts or hours; a leading minus (of starts the standard) turns the order round.</param>
    public sealed record Query(
        Guid? Site = null,
        WireEnum<InternshipState>? State = null,
        string? Municipality = null,
        Guid? School = null,
        WireEnum<InternshipRole>? As = null,
        DateOnly? From = null,
        DateOnly? Until = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<InternshipPage>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<InternshipPage>>
    {
        public async Task<Ok<InternshipPage>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var (site, state, municipality, school, side, from, until, _, _, sort) = request;
            var filter = new InternshipFilter(site, state?.Value, municipality, school, side?.Value, from, until, today);
            var found = filter.Of(db.Internships).AsNoTracking();
            var teachers = await found
                .Where(i => i.Result == InternshipResult.Completed)
                .Select(i => i.TeacherId)
                .Distinct()
                .CountAsync(cancellationToken);
            var page = await found
                .SortBy(sort, Sorts, "-starts", i => i.Id)
                .ToPage(request, InternshipSummary.From(db, today), cancellationToken);
            var people = http.Caller().ScopeFor(Permission.TeachersRead);
            return TypedResults.Ok(
                new InternshipPage([.. page.Items.Select(i => i.Told(people))], page.Page, page.PageSize, page.Total, teachers)
            );
        }
    }
}

/// <summary>A page of internships, and how many people they are.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="PageSize">Rows on a page.</param>
/// <param name="Total">Rows of the whole list.</param>
/// <param name="Teachers">Teachers who have completed an internship of the list, each once.</param>
public sealed record InternshipPage(IReadOnlyList<InternshipSummary> Items, int Page, int PageSize, int Total, int Teachers);
