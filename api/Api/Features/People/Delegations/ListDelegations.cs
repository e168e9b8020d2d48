using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>The rights that the caller has lent and borrowed, today and ahead.</summary>
public static class ListDelegations
{
    public sealed record Query : IRequest<Ok<Delegations>>;

    /// <summary>Rights lent and borrowed.</summary>
    /// <param name="Lent">Own rights with others.</param>
    /// <param name="Borrowed">Rights of others with the caller.</param>
    public sealed record Delegations(IReadOnlyList<Delegation> Lent, IReadOnlyList<Delegation> Borrowed);

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<Delegations>>
    {
        public async Task<Ok<Delegations>> Handle(Query request, CancellationToken cancellationToken)
        {
            var me = http.Caller().Actor.Id!.Value;
            var today = await db.Today(cancellationToken);
            var rows = await db
                .Grants.AsNoTracking()
                .Where(g =>
                    g.DelegatedById != null && (g.DelegatedById == me || g.HolderId == me) && g.RevokedAt == null && g.ToOn >= today
                )
                .Select(g => new
                {
                    Grant = g,
                    Holder = db.Users.Where(p => p.Id == g.HolderId).Select(p => p.DisplayName).FirstOrDefault(),
                    Owner = db.Users.Where(p => p.Id == g.DelegatedById).Select(p => p.DisplayName).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            IReadOnlyList<Delegation> Told(bool lent) =>
                [
                    .. rows.Where(r => (r.Grant.DelegatedById == me) == lent)
                        .Select(r =>
                            (r.Grant, Other: lent ? Named(r.Grant.HolderId, r.Holder) : Named(r.Grant.DelegatedById!.Value, r.Owner))
                        )
                        .GroupBy(r => (r.Other, From: r.Grant.FromOn!.Value, To: r.Grant.ToOn!.Value))
                        .OrderBy(g => g.Key.From)
                        .Select(g => new Delegation(
                            g.Key.Other,
                            [.. g.Select(r => r.Grant.Role).Distinct()],
                            g.Key.From,
                            g.Key.To,
                            g.Key.From <= today
                        )),
                ];
            return TypedResults.Ok(new Delegations(Told(lent: true), Told(lent: false)));
        }

        private static PersonName Named(Guid id, string? name) => new(id, name ?? "");
    }
}
