using Microsoft.EntityFrameworkCore.Diagnostics;
using Opora.Domain.Indicators;

namespace Opora.Persistence.Indicators;

/// <summary>
/// Wakes the computation of formulas when notes for it were saved, whoever saved them. Should a transaction around it take longer than
/// the computation waits for quiet, the notes are found the next time.
/// </summary>
internal sealed class FormulaWaking(FormulaSignal signal) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        // After a saving those that were taken away are tracked no more: what is left has just been added.
        if (eventData.Context?.ChangeTracker.Entries<FormulaNote>().Any() == true)
            signal.Raise();
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }
}
