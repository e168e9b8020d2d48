using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Lists who of the caller's schools is in an association, or was.</summary>
public static class ListAssociationMembers
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Id">Id of the association.</param>
    /// <param name="Search">Words of the name; case and «ё» do not matter.</param>
    /// <param name="School">Main school of the teacher; its id.</param>
    /// <param name="Now">Whether they are in it now; all when absent.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, school or from; a leading minus turns the order round.</param>
    public sealed record Query(
        Guid Id,
        string? Search,
        Guid? School,
        bool? Now = null,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<AssociationMemberSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules(["name", "school", "from"]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<PageOf<AssociationMemberSummary>>>
    {
        public async Task<Ok<PageOf<AssociationMemberSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!await db.Associations.AnyAsync(a => a.Id == request.Id, cancellationToken))
                throw Problems.NotFound("Методическое объединение");
            var seesPeople = http.Caller().SeesPeople;
            return TypedResults.Ok(
                await Filter(request, seesPeople)
                    .AsNoTracking()
                    .SortBy(request.Sort, Sorts(seesPeople), seesPeople ? "name" : "school", m => m.Id)
                    .ToPage(request, AssociationMemberSummary.From(db, seesPeople), cancellationToken)
            );
        }

        // The order of names would tell who is there to those who see no people.
        private Dictionary<string, Expression<Func<AssociationMember, object?>>> Sorts(bool seesPeople)
        {
            Expression<Func<AssociationMember, object?>> school = m =>
                db.Schools.Where(s => s.Id == m.SchoolId).Select(s => s.SortName).FirstOrDefault();
            return new(StringComparer.Ordinal)
            {
                ["name"] = seesPeople ? m => db.Teachers.Where(t => t.Id == m.TeacherId).Select(t => t.SortName).FirstOrDefault() : school,
                ["school"] = school,
                ["from"] = m => m.FromOn,
            };
        }

        private IQueryable<AssociationMember> Filter(Query request, bool seesPeople)
        {
            var found = db.AssociationMembers.Where(m => m.AssociationId == request.Id);
            foreach (var word in SearchText.NameNeedles(request.Search))
                found = found.Where(m => seesPeople && db.Teachers.Any(t => t.Id == m.TeacherId && t.SearchName.Contains(word)));
            if (request.School is { } school)
                found = found.Where(m => m.SchoolId == school);
            return request.Now is { } now ? found.Where(m => m.UntilOn == null == now) : found;
        }
    }
}

/// <summary>A teacher in an association.</summary>
/// <param name="Id">Id of the membership.</param>
/// <param name="Teacher">Who; null for callers who see no people.</param>
/// <param name="School">The main school of the teacher.</param>
/// <param name="Municipality">Name of its municipality.</param>
/// <param name="FromOn">First day in it.</param>
/// <param name="UntilOn">Last day; null while it lasts.</param>
/// <param name="MeetingsAttended">Meetings held that the teacher came to.</param>
/// <param name="Version">Version, for changes.</param>
public sealed record AssociationMemberSummary(
    Guid Id,
    AssociationPerson? Teacher,
    AssociationSchool School,
    string Municipality,
    DateOnly FromOn,
    DateOnly? UntilOn,
    int MeetingsAttended,
    int Version
)
{
    /// <summary>The row of a membership.</summary>
    internal static Expression<Func<AssociationMember, AssociationMemberSummary>> From(AppDbContext db, bool seesPeople) =>
        m => new AssociationMemberSummary(
            m.Id,
            seesPeople
                ? new AssociationPerson(m.TeacherId, db.Teachers.Where(t => t.Id == m.TeacherId).Select(t => t.Name).FirstOrDefault())
                : null,
            new AssociationSchool(m.SchoolId, db.Schools.Where(s => s.Id == m.SchoolId).Select(s => s.Name).FirstOrDefault() ?? ""),
            db.Municipalities.Where(x => x.Code == m.MunicipalityCode).Select(x => x.Name).FirstOrDefault() ?? "",
            m.FromOn,
            m.UntilOn,
            db.EventAttendees.Count(a =>
                a.TeacherId == m.TeacherId && db.Events.Any(e => e.Id == a.EventId && e.AssociationId == m.AssociationId)
            ),
            m.Version
        );
}
