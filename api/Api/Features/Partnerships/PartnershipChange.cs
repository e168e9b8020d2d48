using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Partnerships;
using Opora.Persistence;
using Opora.Persistence.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>What all changes of an agreement have in common: its sides, the version before, the card after.</summary>
internal static class PartnershipChange
{
    /// <summary>The agreement to change with its sides and actions, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Partnership> PartnershipToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var partnership = await db
            .Partnerships.Include(p => p.Parties)
            .Include(p => p.Actions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (partnership is null || !db.Current.Scope.Reaches(partnership))
            throw Problems.NotFound("Договор");
        db.Expect(partnership, seen.Version);
        return partnership;
    }

    /// <summary>The sides that a body names: schools within reach, partners from anywhere in the region. Who is new must work.</summary>
    /// <exception cref="Problem">404: a side is unknown or out of reach.</exception>
    /// <exception cref="BrokenRule"><c>side-closed</c></exception>
    public static async Task<IReadOnlyList<PartySide>> Sides(
        this AppDbContext db,
        PartnershipBody body,
        IReadOnlyList<PartnershipParty> known,
        CancellationToken cancellationToken
    )
    {
        Guid[] schools = [.. body.Supported, .. body.Partners.Select(p => p.SchoolId).OfType<Guid>()];
        Guid[] organisations = [.. body.Partners.Select(p => p.OrganisationId).OfType<Guid>()];
        var own = await db
            .Schools.Where(s => schools.Contains(s.Id))
            .Select(s => new PartySide(PartyRole.Supported, s.RegionCode, s.MunicipalityCode, s.Id, null))
            .ToDictionaryAsync(s => s.SchoolId!.Value, cancellationToken);
        var helping = await db
            .Partners.Where(p => schools.Contains(p.SchoolId))
            .Select(p => new PartySide(PartyRole.Partner, p.RegionCode, p.MunicipalityCode, p.SchoolId, null))
            .ToDictionaryAsync(s => s.SchoolId!.Value, cancellationToken);
        var others = await db
            .Organisations.Where(o => organisations.Contains(o.Id))
            .Select(o => new PartySide(PartyRole.Partner, o.RegionCode, o.MunicipalityCode, null, o.Id))
            .ToDictionaryAsync(s => s.OrganisationId!.Value, cancellationToken);
        var sides = body
            .Supported.Select((id, i) => own.GetValueOrDefault(id) ?? throw Problems.NotFound("Школа", $"/supported/{i}", id.ToString()))
            .ToList();
        foreach (var (partner, i) in body.Partners.Select((partner, i) => (partner, i)))
            sides.Add(
                partner.SchoolId is { } id
                    ? helping.GetValueOrDefault(id)
                        ?? (own.TryGetValue(id, out var near) ? near with { Role = PartyRole.Partner } : null)
                        ?? throw Problems.NotFound("Школа-партнёр", $"/partners/{i}/schoolId", id.ToString())
                    : others.GetValueOrDefault(partner.OrganisationId!.Value)
                        ?? throw Problems.NotFound("Организация", $"/partners/{i}/organisationId", partner.OrganisationId.ToString())
            );
        if (sides.Select(s => s.RegionCode).Distinct(StringComparer.Ordinal).Count() > 1)
            throw Problems.Validation("/partners", "other-region", "Все стороны договора — из одного региона.");
        await db.MustWork(
            sides.Select(s => s.SchoolId).OfType<Guid>().Except(known.Select(p => p.SchoolId).OfType<Guid>()),
            sides.Select(s => s.OrganisationId).OfType<Guid>().Except(known.Select(p => p.OrganisationId).OfType<Guid>()),
            cancellationToken
        );
        return sides;
    }

    /// <summary>Demands that the caller answers for all supported schools together.</summary>
    /// <exception cref="Problem">400</exception>
    public static void MustOwn(this AppDbContext db, Partnership partnership)
    {
        if (!db.Current.Scope.Reaches(partnership))
            throw Problems.Validation(
                "/supported",
                "several-places",
                "Договор школ, за которые вы не отвечаете вместе, вносит координатор их муниципалитета или региональный оператор."
            );
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    /// <exception cref="Problem">409: the number is taken.</exception>
    public static async Task<PartnershipDetails> Saved(
        this AppDbContext db,
        Partnership partnership,
        string action,
        string? reason,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            throw Problems.Duplicate(
                "/number",
                $"Договор № {partnership.Number} уже внесён. Откройте его или укажите другой номер.",
                partnership.Number
            );
        }
        return await PartnershipDetails.Read(db, partnership.Id, caller, cancellationToken);
    }
}
