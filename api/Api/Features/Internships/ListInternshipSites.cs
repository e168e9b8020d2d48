using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>Lists the places of the region that take interns.</summary>
public static class ListInternshipSites
{
    private static readonly Dictionary<string, Expression<Func<InternshipSite, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["title"] = s => s.SortName,
        ["capacity"] = s => s.Capacity,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the title; case and «ё» do not matter.</param>
    /// <param name="Subject">Code of a subject; places for all subjects are found too.</param>
    /// <param name="Municipality">ОКТМО code of the host.</param>
    /// <param name="School">Id of the school that takes interns.</param>
    /// <param name="Organisation">Id of the organisation that takes interns.</param>
    /// <param name="Closed">Whether it takes interns no more; all when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">title or capacity; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search = null,
        string? Subject = null,
        string? Municipality = null,
        Guid? School = null,
        Guid? Organisation = null,
        bool? Closed = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<InternshipSiteSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(200).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PageOf<InternshipSiteSummary>>>
    {
        public async Task<Ok<PageOf<InternshipSiteSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            return TypedResults.Ok(
                await Filter(request)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts, "title", s => s.Id)
                    .ToPage(request, InternshipSiteSummary.From(db, today), cancellationToken)
            );
        }

        private IQueryable<InternshipSite> Filter(Query request)
        {
            IQueryable<InternshipSite> found = db.InternshipSites;
            foreach (var word in SearchText.Needles(request.Search))
                found = found.Where(s => s.SearchName.Contains(word));
            if (request.Subject is { } subject)
            {
                var code = $" {subject} ";
                found = found.Where(s => s.SubjectCodes == " " || s.SubjectCodes.Contains(code));
            }
            if (request.Municipality is { } municipality)
                found = found.Where(s => s.MunicipalityCode == municipality);
            if (request.School is { } school)
                found = found.Where(s => s.SchoolId == school);
            if (request.Organisation is { } organisation)
                found = found.Where(s => s.OrganisationId == organisation);
            return request.Closed is { } closed ? found.Where(s => s.ClosedOn != null == closed) : found;
        }
    }
}
