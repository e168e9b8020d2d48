using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>What all changes of a request have in common: the version before, the card after.</summary>
internal static class SpecialistRequestChange
{
    /// <summary>The request to change with its sessions, in the version that the caller saw, and the day in its region.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<(SpecialistRequest Request, DateOnly Today)> RequestToChange(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        CancellationToken cancellationToken
    )
    {
        var request =
            await db.SpecialistRequests.Include(r => r.Sessions).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw Problems.NotFound("Заявка");
        db.Expect(request, seen.Version);
        return (request, await db.Today(request.RegionCode, cancellationToken));
    }

    /// <summary>A session of the request.</summary>
    /// <exception cref="Problem">404</exception>
    public static SupportSession Session(this SpecialistRequest request, Guid sessionId) =>
        request.Sessions.FirstOrDefault(s => s.Id == sessionId) ?? throw Problems.NotFound("Занятие");

    /// <summary>A school of the caller.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<School> SupportedSchool(this AppDbContext db, Guid schoolId, CancellationToken cancellationToken) =>
        await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, cancellationToken)
        ?? throw Problems.NotFound("Школа", "/schoolId", schoolId.ToString());

    /// <summary>An organisation of the region that the school lies in.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Organisation> SupportingOrganisation(
        this AppDbContext db,
        Guid organisationId,
        string regionCode,
        CancellationToken cancellationToken
    ) =>
        await db
            .Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == organisationId && o.RegionCode == regionCode, cancellationToken)
        ?? throw Problems.NotFound("Организация", "/organisationId", organisationId.ToString());

    /// <summary>Somebody on the staff of an organisation.</summary>
    /// <exception cref="Problem">404, also where the person works elsewhere.</exception>
    public static async Task<StaffMember?> SupportingPerson(
        this AppDbContext db,
        Guid? memberId,
        Guid? organisationId,
        CancellationToken cancellationToken
    ) =>
        memberId is null
            ? null
            : await db
                .StaffMembers.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == memberId && s.OrganisationId == organisationId, cancellationToken)
                ?? throw Problems.NotFound("Специалист организации", "/staffMemberId", memberId.ToString());

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<SpecialistRequestDetails>> Changed(
        this AppDbContext db,
        SpecialistRequest request,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await SpecialistRequestDetails.Read(db, request.Id, caller, cancellationToken);
    }
}
