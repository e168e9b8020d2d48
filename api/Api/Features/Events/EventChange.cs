using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Events;

/// <summary>What changes of events have in common: the version before, the card after.</summary>
internal static class EventChange
{
    /// <summary>The event to change, in the version that the caller saw, kept from others until the transaction ends.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Event> EventToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var found = await db.HoldEvent(id, cancellationToken);
        if (found is null || !db.Current.Scope.Reaches(found))
            throw Problems.NotFound("Мероприятие");
        db.Expect(found, seen.Version);
        return found;
    }

    /// <summary>Refuses an organiser that the region does not know.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustKnowOrganiser(
        this AppDbContext db,
        EventBody body,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        if (
            body.OrganiserId is { } organisation
            && !await db.Organisations.AnyAsync(o => o.Id == organisation && o.RegionCode == region, cancellationToken)
        )
            throw Problems.NotFound("Организация", pointer + "/organiserId", organisation.ToString());
        if (
            body.OrganiserSchoolId is { } school
            && !await db.Schools.AnyAsync(s => s.Id == school && s.RegionCode == region, cancellationToken)
        )
            throw Problems.NotFound("Школа", pointer + "/organiserSchoolId", school.ToString());
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<EventDetails>> Changed(
        this AppDbContext db,
        Event changed,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await EventDetails.Read(db, changed.Id, caller, cancellationToken);
    }
}
