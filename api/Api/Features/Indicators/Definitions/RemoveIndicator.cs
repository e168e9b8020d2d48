using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Removes an indicator that was defined by mistake: one that has no values and no targets.</summary>
public static class RemoveIndicator
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var indicator = await db.IndicatorToChange(request.Id, request.IfMatch, cancellationToken);
            await DefinitionUse.CheckUnused(db, [indicator.Id], cancellationToken);
            var users = (await KnownIndicators.Read(db, cancellationToken)).UsersOf(indicator.RegionCode, indicator.Code);
            if (users.Count > 0)
                throw new BrokenRule(
                    "indicator-used-by-formula",
                    $"На показатель опираются формулы: {string.Join(", ", users.Select(u => $"«{u.Code}»"))}. Сначала исправьте их."
                );
            db.Remove(indicator);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
