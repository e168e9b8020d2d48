using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Lists the people within the caller's scope.</summary>
public static class ListPeople
{
    private static readonly DateTime Never = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, Expression<Func<Person, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = p => p.SortName,
        ["userName"] = p => p.UserName,
        ["lastSignIn"] = p => p.LastSignInAt ?? Never,
    };

    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="Search">Words of the name, or the beginning of the user name or e-mail address.</param>
    /// <param name="Role">With this role, today or later.</param>
    /// <param name="Municipality">With a role in this municipality or one of its schools; ОКТМО code.</param>
    /// <param name="School">With a role in this school; its id.</param>
    /// <param name="State">Where the person stands on the way in.</param>
    /// <param name="Page">Number of the page, from 1.</param>
    /// <param name="PageSize">Rows on a page, at most 200.</param>
    /// <param name="Sort">name, userName or lastSignIn; a leading minus turns the order round.</param>
    public sealed record Query(
        string? Search,
        WireEnum<Role>? Role,
        string? Municipality,
        Guid? School,
        WireEnum<PersonState>? State,
        int Page = 1,
        int PageSize = Paging.DefaultRows,
        string? Sort = null
    ) : IRequest<Ok<PageOf<PersonSummary>>>, IPaged;

    internal sealed class Validator : AbstractValidator<Query>
    {
        private const int SearchLength = 200;

        public Validator()
        {
            this.PagingRules([.. Sorts.Keys]);
            RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Ok<PageOf<PersonSummary>>>
    {
        public async Task<Ok<PageOf<PersonSummary>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var today = await db.Today(cancellationToken);
            var alive = db.ReachedGrants().Where(g => g.RevokedAt == null && (g.ToOn == null || g.ToOn >= today));
            var page = await Filter(request, alive, now)
                .AsNoTracking()
                .SortBy(request.Sort, Sorts, "name", p => p.Id)
                .ToPage(request, p => p, cancellationToken);
            var ids = page.Items.Select(p => p.Id).ToList();
            var links = await PersonSummary.Links(db, ids, cancellationToken);
            var grants = await GrantDetails.Read(db, alive.Where(g => ids.Contains(g.HolderId)), today, cancellationToken);
            return TypedResults.Ok(
                new PageOf<PersonSummary>(
                    [.. page.Items.Select(p => PersonSummary.From(p, links.GetValueOrDefault(p.Id), grants[p.Id], now))],
                    page.Page,
                    page.PageSize,
                    page.Total
                )
            );
        }

        private IQueryable<Person> Filter(Query request, IQueryable<Grant> alive, DateTime now)
        {
            var people = db.ReachedPeople();
            if (request.Search?.Trim() is { Length: > 0 } search)
            {
                var upper = search.ToUpperInvariant();
                var named = people;
                foreach (var word in SearchText.Needles(search))
                    named = named.Where(p => p.SearchName.Contains(word));
                people = people.Where(p =>
                    named.Any(n => n.Id == p.Id) || p.NormalizedUserName!.StartsWith(upper) || p.NormalizedEmail!.StartsWith(upper)
                );
            }
            if (request.Role is { Value: var role })
                people = people.Where(p => alive.Any(g => g.HolderId == p.Id && g.Role == role));
            if (request.Municipality is { } municipality)
                people = people.Where(p =>
                    alive.Any(g =>
                        g.HolderId == p.Id
                        && (
                            g.MunicipalityCode == municipality
                            || db.Schools.Any(s => s.Id == g.SchoolId && s.MunicipalityCode == municipality)
                        )
                    )
                );
            if (request.School is { } school)
                people = people.Where(p => alive.Any(g => g.HolderId == p.Id && g.SchoolId == school));
            return request.State is { Value: var state } ? people.Where(PersonStates.Are(db, state, now)) : people;
        }
    }
}
