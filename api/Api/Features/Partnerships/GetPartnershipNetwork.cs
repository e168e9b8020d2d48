using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>Who helps whom: every pair of a partner and a supported school that an agreement in force joins.</summary>
public static class GetPartnershipNetwork
{
    /// <summary>Most pairs that are told: more cannot be seen at once.</summary>
    public const int MostLinks = 2_000;

    /// <param name="Municipality">Only pairs with a side in this municipality; ОКТМО code.</param>
    public sealed record Query(string? Municipality = null) : IRequest<Ok<PartnershipNetwork>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<PartnershipNetwork>>
    {
        public async Task<Ok<PartnershipNetwork>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = await db.Today(cancellationToken);
            var found = await new PartnershipFilter(null, null, request.Municipality, null, null, today)
                .Of(db.Partnerships)
                .Where(AgreementsInForce.On(today))
                .AsNoTracking()
                .AsSplitQuery()
                .OrderBy(p => p.Id)
                .Select(PartnershipSummary.From(db, today))
                .Take(MostLinks)
                .ToListAsync(cancellationToken);
            var links = found
                .SelectMany(p =>
                    p.Parties.Where(x => x.Role == PartyRole.Partner)
                        .SelectMany(_ => p.Parties.Where(x => x.Role == PartyRole.Supported), (partner, school) => (partner, school, p.Id))
                )
                .GroupBy(l => (Partner: Key(l.partner), School: l.school.SchoolId!.Value))
                .Select(g => new NetworkLink(g.First().partner, g.First().school, [.. g.Select(l => l.Id)]))
                .OrderBy(l => l.Partner.Name, StringComparer.Ordinal)
                .ThenBy(l => l.School.Name, StringComparer.Ordinal)
                .ToList();
            return TypedResults.Ok(new PartnershipNetwork([.. links.Take(MostLinks)], found.Count, links.Count > MostLinks));
        }

        private static Guid Key(PartyDetails party) => party.SchoolId ?? party.OrganisationId!.Value;
    }
}

/// <summary>Who helps whom.</summary>
/// <param name="Links">Pairs, by partner and then by school.</param>
/// <param name="Agreements">Agreements in force.</param>
/// <param name="Truncated">Whether there are more pairs than are told.</param>
public sealed record PartnershipNetwork(IReadOnlyList<NetworkLink> Links, int Agreements, bool Truncated);

/// <summary>A partner and a school that it helps.</summary>
/// <param name="Partner">Who helps.</param>
/// <param name="School">Who is helped.</param>
/// <param name="Agreements">Ids of the agreements in force between the two.</param>
public sealed record NetworkLink(PartyDetails Partner, PartyDetails School, IReadOnlyList<Guid> Agreements);
