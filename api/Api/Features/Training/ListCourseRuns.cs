using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Lists runs of courses, the soonest first.</summary>
public static class ListCourseRuns
{
    private static readonly Dictionary<string, Expression<Func<CourseRun, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["start"] = r => r.StartsOn,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Course">Id of the course.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="From">Not over before this day.</param>
    /// <param name="Until">Begun by this day.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">start; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? Course,
        WireEnum<CourseRunState>[]? State,
        DateOnly? From,
        DateOnly? Until,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<CourseRunSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<CourseRunSummary>>>
    {
        public async Task<Ok<PageOf<CourseRunSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            IQueryable<CourseRun> runs = db.CourseRuns;
            if (request.Course is { } course)
                runs = runs.Where(r => r.CourseId == course);
            if (request.State is { Length: > 0 } states)
            {
                var wanted = states.Select(s => s.Value).ToList();
                runs = runs.Where(r => wanted.Contains(r.State));
            }
            if (request.From is { } from)
                runs = runs.Where(r => r.EndsOn >= from);
            if (request.Until is { } until)
                runs = runs.Where(r => r.StartsOn <= until);
            return TypedResults.Ok(
                await runs.AsNoTracking()
                    .SortBy(request.Sort, Sorts, "start", r => r.Id)
                    .ToPage(request, CourseRunSummary.From(db), cancellationToken)
            );
        }
    }
}
