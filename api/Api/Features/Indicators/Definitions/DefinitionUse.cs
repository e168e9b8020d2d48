using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Whether anything hangs on a definition that somebody wants to remove.</summary>
internal static class DefinitionUse
{
    /// <summary>Refuses to remove indicators that have, or once had, values, or for which targets stand.</summary>
    /// <exception cref="BrokenRule"><c>indicator-has-values</c>, <c>indicator-has-targets</c></exception>
    public static async Task CheckUnused(AppDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (
            await db.IndicatorValues.AnyAsync(v => ids.Contains(v.IndicatorId), cancellationToken)
            || await db.IndicatorValueRevisions.AnyAsync(v => ids.Contains(v.IndicatorId), cancellationToken)
        )
            throw new BrokenRule(
                "indicator-has-values",
                "Есть внесённые или посчитанные значения: удалить нельзя, история пропала бы. Выведите показатель из наблюдения."
            );
        if (await db.IndicatorTargets.AnyAsync(t => ids.Contains(t.IndicatorId), cancellationToken))
            throw new BrokenRule("indicator-has-targets", "Поставлены цели: сначала уберите их или выведите показатель из наблюдения.");
    }
}
