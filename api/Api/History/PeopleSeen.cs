using Microsoft.EntityFrameworkCore;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.History;

/// <summary>The journal of who looked at personal data.</summary>
internal static class PeopleSeen
{
    /// <summary>Notes that somebody looked, once a day and thing.</summary>
    /// <param name="db">The context.</param>
    /// <param name="thing">What was looked at: <c>Teacher</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="action">What was done, in a word.</param>
    /// <param name="places">Where the thing belongs; noted at the first that the reader reaches.</param>
    /// <param name="at">UTC instant.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task NoteView(
        this AppDbContext db,
        string thing,
        Guid id,
        string action,
        IEnumerable<Place> places,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        // A day of UTC: it is about once a day, not about whose.
        var from = at.Date;
        var me = db.Current.Actor.Id;
        if (
            await db.ChangeEntries.AnyAsync(
                c => c.ThingId == id && c.At >= from && c.ActorId == me && c.Action == action,
                cancellationToken
            )
        )
            return;
        if (places.FirstOrDefault(db.Current.Scope.Reaches) is not { } place)
            return;
        db.Note(new ChangeNote(thing, id.ToString(), action, place, []));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes that somebody looked at a list of people, once a day, at the largest place of the caller.</summary>
    public static async Task NoteListView(
        this AppDbContext db,
        string thing,
        string action,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        if (await db.OwnPlace(cancellationToken) is not { } place)
            return;
        var key = (place.SchoolId?.ToString() ?? place.MunicipalityCode) ?? place.RegionCode;
        var (from, region, me) = (at.Date, place.RegionCode, db.Current.Actor.Id);
        var seen = db.ChangeEntries.Where(c => c.RegionCode == region && c.At >= from && c.ActorId == me);
        if (await seen.AnyAsync(c => c.Thing == thing && c.Action == action && c.ThingKey == key, cancellationToken))
            return;
        db.Note(new ChangeNote(thing, key, action, place, []));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The largest place of the caller: a region, a municipality or a school; null when there is none.</summary>
    public static async Task<Place?> OwnPlace(this AppDbContext db, CancellationToken cancellationToken) =>
        db.Current.Scope switch
        {
            { Regions: [var region, ..] } => new Place(region, null, null),
            { Municipalities: [var municipality, ..], VisibleRegions: [var region, ..] } => new Place(region, municipality, null),
            { Schools: [var school, ..] } => await db
                .Schools.Where(s => s.Id == school)
                .Select(s => new Place(s.RegionCode, s.MunicipalityCode, s.Id))
                .FirstOrDefaultAsync(cancellationToken),
            _ => null,
        };
}
