using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>
/// Names to sign in with for people who are invited: the e-mail address, or one that can be read from paper — <c>school-160312002</c>,
/// <c>coord-92626000-2</c>. An address that somebody else signs in with is passed over without a word, so that nobody learns of it.
/// </summary>
internal sealed class UserNames(ILookupNormalizer names)
{
    private const int MostOfOneName = 50;

    private HashSet<string> _taken = [];

    /// <summary>Looks once which of the names that may be wanted are taken.</summary>
    public async Task Read(AppDbContext db, IReadOnlyList<PlannedRow> rows, CancellationToken cancellationToken)
    {
        List<string> wanted =
        [
            .. rows.SelectMany(r => Candidates(r.Row)).Select(n => names.NormalizeName(n)).Distinct(StringComparer.Ordinal),
        ];
        var taken = await db
            .Users.Where(p => wanted.Contains(p.NormalizedUserName!))
            .Select(p => p.NormalizedUserName!)
            .ToListAsync(cancellationToken);
        _taken = new HashSet<string>(taken, StringComparer.Ordinal);
    }

    /// <summary>Takes the first free name for a row.</summary>
    public string Take(InvitationRow row) =>
        Candidates(row).FirstOrDefault(n => _taken.Add(names.NormalizeName(n))) ?? $"{BaseOf(row)}-{Guid.NewGuid():N}";

    private static IEnumerable<string> Candidates(InvitationRow row)
    {
        if (row.Email is { } email)
            yield return email;
        var name = BaseOf(row);
        yield return name;
        for (var number = 2; number <= MostOfOneName; number++)
            yield return $"{name}-{number}";
    }

    private static string BaseOf(InvitationRow row) =>
        row.Role switch
        {
            Role.School => "school-",
            Role.Coordinator => "coord-",
            Role.Operator => "operator-",
            _ => "observer-",
        } + row.Place.Code.ToLowerInvariant();
}
