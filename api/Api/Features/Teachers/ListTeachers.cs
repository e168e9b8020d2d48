using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Lists the teachers of the caller's schools.</summary>
public static class ListTeachers
{
    // Unknown years count as less than all others: engines disagree about where null stands.
    internal static Dictionary<string, Expression<Func<Teacher, object?>>> Sorts(AppDbContext db) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = t => t.SortName,
            ["school"] = t => db.Schools.Where(s => s.Id == t.SchoolId).Select(s => s.SortName).FirstOrDefault() ?? "",
            ["municipality"] = t => db.Municipalities.Where(m => m.Code == t.MunicipalityCode).Select(m => m.SortName).First(),
            ["experience"] = t => t.ExperienceSince ?? 0,
        };

    internal static readonly string[] SortNames = ["name", "school", "municipality", "experience"];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name; case and «ё» do not matter.</param>
    /// <param name="School">Main or further school; its id.</param>
    /// <param name="Municipality">ОКТМО codes of the main school's municipality.</param>
    /// <param name="Subject">Code of a subject.</param>
    /// <param name="Category">Qualification categories.</param>
    /// <param name="OnStaff">Whether the person works there now; all when absent.</param>
    /// <param name="HasPlan">Whether there is an individual development plan.</param>
    /// <param name="HasPortfolio">Whether there is a portfolio.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, school, municipality or experience; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        Guid? School,
        string[]? Municipality,
        string? Subject,
        WireEnum<TeacherCategory>[]? Category,
        bool? OnStaff = null,
        bool? HasPlan = null,
        bool? HasPortfolio = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<TeacherSummary>>>, IPaged, ITeacherFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules(SortNames);
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<TeacherSummary>>>
    {
        public async Task<Ok<PageOf<TeacherSummary>>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(
                await db.Filtered(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts(db), "name", t => t.Id)
                    .ToPage(request, TeacherSummary.From(db), cancellationToken)
            );
    }
}
