using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>Which schools of a list have no partner, or fewer agreements than their programme asks for.</summary>
public static class ListPartnershipGaps
{
    /// <param name="Cohort">The list of supported schools; the newest one when absent.</param>
    /// <param name="Municipality">Only schools of this municipality; ОКТМО code.</param>
    /// <param name="Lacking">Only schools that lack agreements.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name or inForce; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid? Cohort = null,
        string? Municipality = null,
        bool Lacking = false,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PartnershipGaps>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => this.PagingRules([.. Sorts.Keys]);
    }

    private static readonly Dictionary<string, Expression<Func<Counted, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = c => c.SortName,
        ["inForce"] = c => c.InForce,
    };

    /// <summary>A school of the list with its agreements in force.</summary>
    private sealed class Counted
    {
        public required Guid SchoolId { get; init; }
        public required string Name { get; init; }
        public required string SortName { get; init; }
        public required string MunicipalityCode { get; init; }
        public required string MunicipalityName { get; init; }
        public required int InForce { get; init; }
        public required int Outside { get; init; }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PartnershipGaps>>
    {
        public async Task<Ok<PartnershipGaps>> Handle(Query request, CancellationToken cancellationToken)
        {
            var cohort = await db
                .Cohorts.AsNoTracking()
                .Where(c => request.Cohort == null || c.Id == request.Cohort)
                .OrderByDescending(c => c.ResultsYear)
                .ThenBy(c => c.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (cohort is null)
                return request.Cohort is null ? TypedResults.Ok(PartnershipGaps.Nothing(request)) : throw Problems.NotFound("Список школ");
            // Where the programme says nothing, a school without any partner is what is looked for.
            var (least, outside) = (cohort.LeastPartnerships ?? 1, cohort.LeastOutside ?? 0);
            var counted = Count(cohort.Id, request.Municipality, await db.Today(cancellationToken));
            var lacking = counted.Where(c => c.InForce < least || c.Outside < outside);
            var page = await (request.Lacking ? lacking : counted)
                .SortBy(request.Sort, Sorts, "inForce", c => c.SchoolId)
                .ToPage(
                    request,
                    c => new PartnershipGap(
                        c.SchoolId,
                        c.Name,
                        c.MunicipalityCode,
                        c.MunicipalityName,
                        c.InForce,
                        c.Outside,
                        c.InForce < least || c.Outside < outside
                    ),
                    cancellationToken
                );
            var told = new GapsCohort(cohort.Id, cohort.Name, cohort.LeastPartnerships, cohort.LeastOutside, cohort.Version);
            var others = await (request.Lacking ? counted : lacking).CountAsync(cancellationToken);
            var (lack, schools) = request.Lacking ? (page.Total, others) : (others, page.Total);
            return TypedResults.Ok(new PartnershipGaps(told, lack, schools, page.Items, page.Page, page.PageSize, page.Total));
        }

        private IQueryable<Counted> Count(Guid cohort, string? municipality, DateOnly today)
        {
            var inForce = db.Partnerships.Where(AgreementsInForce.On(today));
            var supported = db.PartnershipParties.Where(x => x.Role == PartyRole.Supported);
            return db
                .CohortMembers.Where(m => m.CohortId == cohort && m.LeftOn == null)
                .Where(m => municipality == null || m.MunicipalityCode == municipality)
                .Join(
                    db.Schools,
                    m => m.SchoolId,
                    s => s.Id,
                    (m, s) =>
                        new Counted
                        {
                            SchoolId = s.Id,
                            Name = s.Name,
                            SortName = s.SortName,
                            MunicipalityCode = s.MunicipalityCode,
                            MunicipalityName = db.Municipalities.Where(x => x.Code == s.MunicipalityCode).Select(x => x.Name).First(),
                            InForce = supported.Count(x => x.SchoolId == s.Id && inForce.Any(p => p.Id == x.PartnershipId)),
                            Outside = supported.Count(x =>
                                x.SchoolId == s.Id
                                && inForce.Any(p =>
                                    p.Id == x.PartnershipId
                                    && p.Parties.Any(y =>
                                        y.Role == PartyRole.Partner
                                        && (y.MunicipalityCode == null || y.MunicipalityCode != s.MunicipalityCode)
                                    )
                                )
                            ),
                        }
                );
        }
    }
}

/// <summary>Schools of a list by their agreements.</summary>
/// <param name="Cohort">The list and what it asks for; null while there is no list.</param>
/// <param name="Lacking">How many of its schools lack agreements.</param>
/// <param name="Schools">How many schools it has, those that have left it aside.</param>
/// <param name="Items">The rows of this page.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="PageSize">Rows on a page.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record PartnershipGaps(
    GapsCohort? Cohort,
    int Lacking,
    int Schools,
    IReadOnlyList<PartnershipGap> Items,
    int Page,
    int PageSize,
    int Total
)
{
    internal static PartnershipGaps Nothing(IPaged asked) => new(null, 0, 0, [], asked.Page, asked.PageSize, 0);
}

/// <summary>A list and how many agreements it asks for.</summary>
/// <param name="Id">Id of the list.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Least">Agreements that each school must have; null when the programme does not say.</param>
/// <param name="LeastOutside">How many of them must be with somebody outside the school's municipality.</param>
/// <param name="Version">Version of the list, for If-Match.</param>
public sealed record GapsCohort(Guid Id, string Name, int? Least, int? LeastOutside, int Version);

/// <summary>A school and its agreements in force.</summary>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="SchoolName">Name of the school.</param>
/// <param name="MunicipalityCode">ОКТМО code.</param>
/// <param name="MunicipalityName">Name of the municipality.</param>
/// <param name="InForce">Agreements in force in which it is helped.</param>
/// <param name="Outside">How many of them have a partner outside its municipality.</param>
/// <param name="Lacking">Whether these are fewer than asked for, or none where nothing is asked for.</param>
public sealed record PartnershipGap(
    Guid SchoolId,
    string SchoolName,
    string MunicipalityCode,
    string MunicipalityName,
    int InForce,
    int Outside,
    bool Lacking
);
