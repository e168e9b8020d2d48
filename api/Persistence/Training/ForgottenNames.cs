using Microsoft.EntityFrameworkCore;
using Opora.Domain.Imports;

namespace Opora.Persistence.Training;

/// <summary>Where a name stands besides the row of its teacher: in what was wrong with rows of staff lists.</summary>
public static class ForgottenNames
{
    private const string Forgotten = "Сведения удалены: педагог обезличен.";

    /// <summary>
    /// Erases a name from the reports of imports, as it is written and as tables write it: in capitals, with «е» for «ё». Whoever loaded the
    /// list may be anywhere in the region, so it is the system that does it.
    /// </summary>
    public static async Task ForgetInImports(this AppDbContext db, string regionCode, string name, CancellationToken cancellationToken)
    {
        using var system = db.Current.AsSystem(regionCode);
        var plain = name.Replace('ё', 'е').Replace('Ё', 'Е');
        string[] written = [name, plain, name.ToUpperInvariant(), plain.ToUpperInvariant()];
        var lists = db.ImportRuns.Where(r => r.Kind == ImportKind.Teachers).Select(r => r.Id);
        await db
            .RejectedRows.Where(r =>
                lists.Contains(r.ImportId)
                && (EF.Parameter(written).Contains(r.Value) || r.Message.StartsWith(name) || r.Message.StartsWith(plain))
            )
            .ExecuteUpdateAsync(
                u =>
                    u.SetProperty(r => r.Value, (string?)null)
                        .SetProperty(r => r.Allowed, (string?)null)
                        .SetProperty(r => r.Message, Forgotten),
                cancellationToken
            );
    }
}
