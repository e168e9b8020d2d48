using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>What may be given and taken back: nobody gives more than they hold, and a region never loses its last operator.</summary>
internal static class Giving
{
    /// <summary>The last day up to which the caller may give the role at the place; null when there is no end.</summary>
    /// <exception cref="Problem">403</exception>
    public static DateOnly? LatestEnd(this Caller caller, Role role, IPlaced place)
    {
        var held = caller.Grants.Where(g => Roles.MayGive(g.Role, role) && Covers(g, place)).ToList();
        if (held.Count == 0)
            throw Problems.Forbidden($"Выдача роли «{RoleWords.Of(role)}» в этом месте");
        return held.Exists(g => g.ToOn is null) ? null : held.Max(g => g.ToOn);
    }

    /// <summary>Whether the caller may give the role at the place at all.</summary>
    public static bool MayGive(this Caller caller, Role role, IPlaced place) =>
        caller.Grants.Any(g => Roles.MayGive(g.Role, role) && Covers(g, place));

    /// <summary>Refuses an end later than the caller's own.</summary>
    /// <exception cref="BrokenRule">It is later.</exception>
    public static void DemandEnd(DateOnly? latest, DateOnly? toOn)
    {
        if (latest is { } last && !(toOn <= last))
            throw new BrokenRule(
                "longer-than-own",
                $"Ваши собственные права здесь действуют до {last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}: выдать их на больший срок нельзя."
            );
    }

    /// <summary>Refuses to leave a region without an operator who can sign in for good.</summary>
    /// <param name="db">The database, in a writing transaction.</param>
    /// <param name="regionCode">The region.</param>
    /// <param name="without">What is about to be lost: the grants of a person, or one grant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BrokenRule">Nobody would be left.</exception>
    public static async Task DemandOperatorLeft(
        this AppDbContext db,
        string regionCode,
        System.Linq.Expressions.Expression<Func<Grant, bool>> without,
        CancellationToken cancellationToken
    )
    {
        // Two operators who take each other's rights at the same moment take turns.
        await db.HoldResults(regionCode, cancellationToken);
        var today = await db.Today(regionCode, cancellationToken);
        var lost = db.Grants.Where(without);
        var left = await db.Grants.AnyAsync(
            g =>
                g.RegionCode == regionCode
                && g.Role == Role.Operator
                && g.DelegatedById == null
                && g.RevokedAt == null
                && (g.FromOn == null || g.FromOn <= today)
                && g.ToOn == null
                && !lost.Any(l => l.Id == g.Id)
                && db.Users.Any(p => p.Id == g.HolderId && p.BlockedAt == null && (p.PasswordHash != null || p.LastSignInAt != null)),
            cancellationToken
        );
        if (!left)
            throw new BrokenRule(
                "last-operator",
                "Это последний оператор региона. Сначала дайте роль оператора другому человеку и дождитесь его первого входа."
            );
    }

    private static bool Covers(GrantedRole held, IPlaced place) =>
        held.SchoolId is { } school ? place.SchoolId == school
        : held.MunicipalityCode is { } municipality ? string.Equals(place.MunicipalityCode, municipality, StringComparison.Ordinal)
        : string.Equals(place.RegionCode, held.RegionCode, StringComparison.Ordinal);
}
