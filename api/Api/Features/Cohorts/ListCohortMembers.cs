using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>The schools of a list within the caller's scope.</summary>
public static class ListCohortMembers
{
    private static readonly Dictionary<string, Expression<Func<Row, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = r => r.School.SortName,
        ["code"] = r => r.School.Code,
        ["municipality"] = r => r.Municipality.SortName,
        ["category"] = r => r.Member.Category,
        ["enteredOn"] = r => r.Member.EnteredOn,
        ["leftOn"] = r => r.Member.LeftOn,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Id">Id of the list.</param>
    /// <param name="Search">Words of the name or the code; case, «ё», quotes and «№» do not matter.</param>
    /// <param name="Category">In this category; «Both» is in each of the two.</param>
    /// <param name="AsOf">Only schools supported on this day, with the category they had when it ended; all ever listed when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, code, municipality, category, enteredOn or leftOn; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid Id,
        string? Search = null,
        WireEnum<SupportCategory>? Category = null,
        DateOnly? AsOf = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<CohortMemberDetails>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<CohortMemberDetails>>>
    {
        public async Task<Ok<PageOf<CohortMemberDetails>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.Cohorts.AnyAsync(c => c.Id == request.Id, cancellationToken))
                throw Problems.NotFound("Список школ");
            var rows = Rows(request.AsOf).Where(r => r.Member.CohortId == request.Id);
            foreach (var word in SearchText.Needles(request.Search))
                rows = rows.Where(r => r.School.SearchName.Contains(word));
            var then = request.AsOf is { } day ? await MembersThen.Read(db, request.Id, day, cancellationToken) : null;
            if (then is not null)
            {
                var (on, readmitted) = (then.Day, then.Readmitted);
                rows = rows.Where(r =>
                    r.Member.EnteredOn <= on && (r.Member.LeftOn == null || r.Member.LeftOn >= on) || readmitted.Contains(r.Member.SchoolId)
                );
            }
            if (request.Category is { Value: var category })
            {
                var (other, had) = then?.Split(category) ?? ([], []);
                rows = rows.Where(r =>
                    (r.Member.Category == category || r.Member.Category == SupportCategory.Both) && !other.Contains(r.Member.SchoolId)
                    || had.Contains(r.Member.SchoolId)
                );
            }
            var page = await rows.SortBy(request.Sort, Sorts, "name", r => r.Member.Id).ToPage(request, Project, cancellationToken);
            return TypedResults.Ok(then is null ? page : page with { Items = [.. page.Items.Select(then.Told)] });
        }

        // Placements follow each other without gaps: the first that had not ended is the one of the day, and before all of them the first.
        private IQueryable<Row> Rows(DateOnly? asOf) =>
            from member in db.CohortMembers.AsNoTracking()
            join school in db.Schools on member.SchoolId equals school.Id
            join municipality in db.Municipalities
                on asOf == null
                    ? school.MunicipalityCode
                    : school
                        .Placements.Where(p => p.ToOn == null || p.ToOn > asOf)
                        .OrderBy(p => p.FromOn)
                        .Select(p => p.MunicipalityCode)
                        .First() equals municipality.Code
            select new Row
            {
                Member = member,
                School = school,
                Municipality = municipality,
            };

        private static readonly Expression<Func<Row, CohortMemberDetails>> Project = r => new CohortMemberDetails(
            new CohortSchool(r.School.Id, r.School.Code, r.School.Name, new CohortPlace(r.Municipality.Code, r.Municipality.Name)),
            r.Member.Category,
            r.Member.EnteredOn,
            r.Member.EntryReason,
            r.Member.LeftOn,
            r.Member.ExitReason
        );
    }

    private sealed class Row
    {
        public required CohortMember Member { get; init; }
        public required School School { get; init; }
        public required Municipality Municipality { get; init; }
    }
}

/// <summary>A school on a list.</summary>
/// <param name="School">The school.</param>
/// <param name="Category">Why it is supported.</param>
/// <param name="EnteredOn">First day of support.</param>
/// <param name="Reason">Why it was put on the list.</param>
/// <param name="LeftOn">Last day of support, null while it lasts.</param>
/// <param name="ExitReason">Why it left.</param>
public sealed record CohortMemberDetails(
    CohortSchool School,
    SupportCategory Category,
    DateOnly EnteredOn,
    string? Reason,
    DateOnly? LeftOn,
    string? ExitReason
);

/// <summary>A school of the register.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Code">Official code.</param>
/// <param name="Name">Official name.</param>
/// <param name="Municipality">Where it stands now, or stood on the day that was asked for.</param>
public sealed record CohortSchool(Guid Id, string Code, string Name, CohortPlace Municipality);

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record CohortPlace(string Code, string Name);
