using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Lists the schools within the caller's scope.</summary>
public static class ListSchools
{
    private static readonly string[] SortNames = ["name", "code", "municipality", "pupils", "teachers"];

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name or the code; case, «ё», quotes and «№» do not matter.</param>
    /// <param name="Municipality">ОКТМО codes.</param>
    /// <param name="Kind">Kinds.</param>
    /// <param name="Locality">Town or village.</param>
    /// <param name="State">Whether it works; all when absent.</param>
    /// <param name="Category">On a list of supported schools in this category; «Both» is in each of the two.</param>
    /// <param name="Cohort">On this list of supported schools.</param>
    /// <param name="Starred">Starred by the caller, or not starred.</param>
    /// <param name="WithoutResults">Without any result of this calendar year.</param>
    /// <param name="Dynamics">Whose mean in a work went this way against the year before; «none» has nothing to compare.</param>
    /// <param name="Assessment">Kind of assessment of that work.</param>
    /// <param name="Subject">Its subject.</param>
    /// <param name="Grade">Its grade; 11 for ЕГЭ and 9 for ОГЭ when absent.</param>
    /// <param name="Year">Its calendar year.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, code, municipality, pupils or teachers; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        string[]? Municipality,
        WireEnum<SchoolKind>[]? Kind,
        WireEnum<Locality>? Locality,
        WireEnum<SchoolState>? State,
        WireEnum<SupportCategory>? Category,
        Guid? Cohort,
        bool? Starred = null,
        int? WithoutResults = null,
        WireEnum<Direction>? Dynamics = null,
        WireEnum<Assessment>? Assessment = null,
        string? Subject = null,
        int? Grade = null,
        int? Year = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<ListedSchool>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules(SortNames);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
            RuleFor(q => q.Dynamics)
                .Must((q, dynamics) => dynamics is null ? SchoolDynamicsFilter.IsEmpty(q) : SchoolDynamicsFilter.IsComplete(q))
                .WithErrorCode("dynamics-incomplete")
                .WithMessage(
                    "Отбор по динамике: укажите направление, процедуру, предмет, класс и год. Два предмета вместе — в разделе «Динамика»."
                );
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<ListedSchool>>>
    {
        public async Task<Ok<PageOf<ListedSchool>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await Filter(db, request)
                .AsNoTracking()
                .SortBy(request.Sort, Sorts(db), "name", s => s.Id)
                .ToPage(request, SchoolSummary.From(db), cancellationToken);
            var starred = await db.StarsAmong([.. page.Items.Select(s => s.Id)], cancellationToken);
            return TypedResults.Ok(
                new PageOf<ListedSchool>(
                    [.. page.Items.Select(s => new ListedSchool(s) { Starred = starred.Contains(s.Id) })],
                    page.Page,
                    page.PageSize,
                    page.Total
                )
            );
        }

        // Unknown numbers count as less than none: engines disagree about where null stands.
        private static Dictionary<string, Expression<Func<School, object?>>> Sorts(AppDbContext db) =>
            new(StringComparer.Ordinal)
            {
                ["name"] = s => s.SortName,
                ["code"] = s => s.Code,
                ["municipality"] = s => db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.SortName).First(),
                ["pupils"] = s => s.Pupils ?? -1,
                ["teachers"] = s => s.Teachers ?? -1,
            };

        private static IQueryable<School> Filter(AppDbContext db, Query request)
        {
            IQueryable<School> schools = db.Schools;
            foreach (var word in SearchText.Needles(request.Search))
                schools = schools.Where(s => s.SearchName.Contains(word));
            if (request.Municipality is { Length: > 0 } municipalities)
                schools = schools.Where(s => municipalities.Contains(s.MunicipalityCode));
            if (request.Kind is { Length: > 0 } kinds)
            {
                var wanted = kinds.Select(k => k.Value).ToList();
                schools = schools.Where(s => wanted.Contains(s.Kind));
            }
            if (request.Locality is { Value: var locality })
                schools = schools.Where(s => s.Locality == locality);
            if (request.State is { Value: var state })
                schools = schools.Where(s => s.State == state);
            if (request.Cohort is not null || request.Category is not null)
            {
                var members = db.CohortMembers.Where(m => request.Cohort == null ? m.LeftOn == null : m.CohortId == request.Cohort);
                if (request.Category is { Value: var category })
                    members = members.Where(m => m.Category == category || m.Category == SupportCategory.Both);
                schools = schools.Where(s => members.Any(m => m.SchoolId == s.Id));
            }
            if (request.Starred is { } starred)
            {
                var stars = db.OwnStars();
                schools = schools.Where(s => stars.Any(star => star.SchoolId == s.Id) == starred);
            }
            if (request.WithoutResults is { } year)
                schools = schools.Where(s => !db.ExamResults.Any(r => r.SchoolId == s.Id && r.Year == year));
            return request.Dynamics is { Value: var direction } ? SchoolDynamicsFilter.Apply(db, schools, direction, request) : schools;
        }
    }
}
