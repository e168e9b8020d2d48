using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Names of those who wrote something.</summary>
internal static class PeopleNames
{
    /// <summary>The names of people by id, for a caller who may see names; programs have none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesOf(
        this AppDbContext db,
        IReadOnlyCollection<Guid> ids,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0 || !caller.SeesPeople)
            return new Dictionary<Guid, string>();
        var wanted = ids.Distinct().ToArray();
        return await db
            .Users.AsNoTracking()
            .Where(p => EF.Parameter(wanted).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken);
    }
}
