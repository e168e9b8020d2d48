using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Removes a set with its indicators and periods, while nothing was filled in.</summary>
public static class RemoveIndicatorSet
{
    /// <param name="Id">Id of the set.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var set = await db.SetToChange(request.Id, request.IfMatch, cancellationToken);
            var indicators = await db.Indicators.Include(i => i.Versions).Where(i => i.SetId == set.Id).ToListAsync(cancellationToken);
            await DefinitionUse.CheckUnused(db, [.. indicators.Select(i => i.Id)], cancellationToken);
            if (await db.IndicatorReports.AnyAsync(r => r.SetId == set.Id, cancellationToken))
                throw new BrokenRule("set-has-reports", "По набору уже сдавали периоды: удалить его нельзя.");
            await CheckUsers(set.RegionCode, [.. indicators.Select(i => i.Code)], cancellationToken);
            db.RemoveRange(await db.IndicatorPeriods.Where(p => p.SetId == set.Id).ToListAsync(cancellationToken));
            db.RemoveRange(indicators);
            db.Remove(set);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }

        // Formulas within the set go with it.
        private async Task CheckUsers(string regionCode, HashSet<string> codes, CancellationToken cancellationToken)
        {
            var known = await KnownIndicators.Read(db, cancellationToken);
            var users = codes.SelectMany(c => known.UsersOf(regionCode, c)).Select(u => u.Code).Where(c => !codes.Contains(c)).Distinct();
            if (users.ToList() is { Count: > 0 } others)
                throw new BrokenRule(
                    "indicator-used-by-formula",
                    $"На показатели набора опираются формулы других наборов: {string.Join(", ", others.Select(c => $"«{c}»"))}. Сначала исправьте их."
                );
        }
    }
}
