using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>What all changes of an organisation have in common: the version before, the card after.</summary>
internal static class OrganisationChange
{
    /// <summary>The organisation to change with its staff, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Organisation> OrganisationToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var organisation = await db.Organisations.Include(o => o.Staff).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (organisation is null || !db.Current.Scope.Reaches(organisation))
            throw Problems.NotFound("Организация");
        db.Expect(organisation, seen.Version);
        return organisation;
    }

    /// <summary>Somebody on its staff.</summary>
    /// <exception cref="Problem">404</exception>
    public static StaffMember Member(this Organisation organisation, Guid memberId) =>
        organisation.Staff.FirstOrDefault(s => s.Id == memberId) ?? throw Problems.NotFound("Сотрудник");

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<OrganisationDetails>> Changed(
        this AppDbContext db,
        Organisation organisation,
        string action,
        string? reason,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, reason);
        await db.SaveChangesAsync(cancellationToken);
        return await OrganisationDetails.Read(db, organisation.Id, caller, cancellationToken);
    }
}
