using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Lists the courses offered in the caller's region, each with its next run.</summary>
public static class ListCourses
{
    private static readonly Dictionary<string, Expression<Func<Course, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["title"] = c => c.SortName,
        ["hours"] = c => c.Hours,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the title; case and «ё» do not matter.</param>
    /// <param name="Subject">Code of a subject.</param>
    /// <param name="Form">How it is given.</param>
    /// <param name="Deficit">Code of a deficit that it mends.</param>
    /// <param name="Provider">Id of the organisation that gives it.</param>
    /// <param name="Closed">Whether it is offered no more; all when absent.</param>
    /// <param name="FreeSeats">Only such as take people now and have a seat left.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">title or hours; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        string? Subject,
        WireEnum<CourseForm>? Form,
        string? Deficit,
        Guid? Provider,
        bool? Closed = null,
        bool FreeSeats = false,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<CourseSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
            RuleFor(q => q.Subject)
                .Must(code => code is null || Subject.OfCode(code) is not null)
                .WithMessage("Такого предмета нет в справочнике.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<CourseSummary>>>
    {
        public async Task<Ok<PageOf<CourseSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await Filter(request)
                .AsNoTracking()
                .SortBy(request.Sort, Sorts, "title", c => c.Id)
                .ToPage(request, CourseSummary.From(db), cancellationToken);
            var ids = page.Items.Select(c => c.Id).ToList();
            var runs = await db
                .CourseRuns.AsNoTracking()
                .Where(r =>
                    ids.Contains(r.CourseId)
                    && (r.State == CourseRunState.Planned || r.State == CourseRunState.Open || r.State == CourseRunState.Running)
                )
                .OrderBy(r => r.StartsOn)
                .Select(r => new { r.CourseId, Next = new NextCourseRun(r.Id, r.StartsOn, r.EndsOn, r.Place, r.Seats, r.Taken, r.State) })
                .ToListAsync(cancellationToken);
            // One that takes people says more than one that does not yet.
            var next = runs.GroupBy(r => r.CourseId)
                .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Next.State != CourseRunState.Open).First().Next);
            return TypedResults.Ok(page with { Items = [.. page.Items.Select(c => c with { NextRun = next.GetValueOrDefault(c.Id) })] });
        }

        private IQueryable<Course> Filter(Query request)
        {
            IQueryable<Course> courses = db.Courses;
            foreach (var word in SearchText.Needles(request.Search))
                courses = courses.Where(c => c.SearchName.Contains(word));
            if (request.Subject is { } subject)
            {
                var code = $" {subject} ";
                courses = courses.Where(c => c.SubjectCodes.Contains(code));
            }
            if (request.Form is { Value: var form })
                courses = courses.Where(c => c.Form == form);
            if (request.Deficit is { } deficit)
            {
                var code = $" {deficit} ";
                courses = courses.Where(c => c.DeficitCodes.Contains(code));
            }
            if (request.Provider is { } provider)
                courses = courses.Where(c => c.ProviderId == provider);
            if (request.FreeSeats)
                courses = courses.Where(c =>
                    db.CourseRuns.Any(r => r.CourseId == c.Id && r.State == CourseRunState.Open && r.Taken < r.Seats)
                );
            return request.Closed is { } closed ? courses.Where(c => c.ClosedOn != null == closed) : courses;
        }
    }
}
