using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>Lists who of the caller's schools is on which run.</summary>
public static class ListEnrolments
{
    private static Dictionary<string, Expression<Func<Enrolment, object?>>> Sorts(AppDbContext db) =>
        new(StringComparer.Ordinal)
        {
            ["asked"] = e => e.AskedAt,
            ["name"] = e => db.Teachers.Where(t => t.Id == e.TeacherId).Select(t => t.SortName).FirstOrDefault() ?? "",
            ["school"] = e => db.Schools.Where(s => s.Id == e.SchoolId).Select(s => s.SortName).FirstOrDefault() ?? "",
            ["state"] = e => e.State,
        };

    private static readonly string[] SortNames = ["asked", "name", "school", "state"];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Run">Id of the run.</param>
    /// <param name="Course">Id of the course.</param>
    /// <param name="Teacher">Id of the teacher.</param>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="State">How far they have come.</param>
    /// <param name="From">The run ended on this day or later.</param>
    /// <param name="Until">The run ended on this day or earlier.</param>
    /// <param name="Search">Words of the teacher's name; case and «ё» do not matter.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">asked, name, school or state; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? Run,
        Guid? Course,
        Guid? Teacher,
        Guid? School,
        string[]? Municipality,
        WireEnum<EnrolmentState>[]? State,
        DateOnly? From,
        DateOnly? Until,
        string? Search,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<EnrolmentSummary>>>, IPaged, IEnrolmentFilter;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules(SortNames);
            this.FilterRules();
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<EnrolmentSummary>>>
    {
        public async Task<Ok<PageOf<EnrolmentSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var seesPeople = http.Caller().SeesPeople;
            return TypedResults.Ok(
                await db.Filtered(request, seesPeople)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts(db), "-asked", e => e.Id)
                    .ToPage(request, EnrolmentSummary.From(db, seesPeople), cancellationToken)
            );
        }
    }
}
