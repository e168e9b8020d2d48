using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Opora.Domain;
using Opora.Domain.Places;

namespace Opora.Persistence;

/// <summary>Writes down, with the change itself, who changed which historied thing, from what to what.</summary>
internal static class ChangeLog
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Columns that say nothing to a reader, or are told by the entry itself.</summary>
    private static readonly HashSet<string> Silent =
    [
        "Id",
        "Version",
        "SearchName",
        "SortName",
        "Surname",
        "AnonymisedAt",
        "NumberKey",
        "OwnerKey",
        "RegionCode",
        "CohortId",
        "SchoolId",
        "OrganisationId",
        "ProviderId",
        "OrganiserId",
        "OrganiserSchoolId",
        "CourseId",
        "RunId",
        "TeacherId",
        "SiteId",
        "SelectionId",
        "PartnershipId",
        "CampaignId",
        "AskedAt",
        "Taken",
        "Waiting",
        "EventId",
        "AssociationId",
        "NamedCount",
        "UnnamedCount",
        "SchoolCount",
        "MemberCount",
        "CreatedAt",
        "ExpiresAt",
    ];

    public static void Record(AppDbContext db)
    {
        var changed = db
            .ChangeTracker.Entries<IHistoried>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Count == 0)
            return;
        var at = db.Clock.GetUtcNow().UtcDateTime;
        foreach (var entry in changed)
        {
            var changes = ChangesOf(entry, entry.Entity.PersonalFields);
            if (changes.Count > 0)
                db.ChangeEntries.Add(EntryFor(db, entry, changes, at));
        }
    }

    private static ChangeEntry EntryFor(AppDbContext db, EntityEntry<IHistoried> entry, List<FieldChange> changes, DateTime at)
    {
        var place = entry.Entity as IPlaced ?? new Place(((IOffered)entry.Entity).RegionCode, null, null);
        var note = new ChangeNote(
            entry.Metadata.ClrType.Name,
            entry.Entity.HistoryKey.ToString()!,
            db.Act?.Action ?? DefaultAction(entry.State),
            place,
            changes
        )
        {
            RootId = entry.Entity.HistoryRoot,
        };
        return EntryFor(db, note, at);
    }

    /// <summary>An entry for what is no historied row of its own.</summary>
    public static ChangeEntry EntryFor(AppDbContext db, ChangeNote note, DateTime at)
    {
        var actor = db.Current.Actor;
        return new ChangeEntry
        {
            At = at,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            OnBehalfOfId = db.Current.OnBehalfOf(note.Place),
            ImportId = actor.ImportId,
            Thing = note.Thing,
            ThingKey = note.Key,
            ThingId = Guid.TryParse(note.Key, out var id) ? id : null,
            RootId = note.RootId,
            Action = note.Action,
            Reason = db.Act?.Reason,
            Changes = JsonSerializer.Serialize(note.Changes, Json),
            RegionCode = note.Place.RegionCode,
            MunicipalityCode = note.Place.MunicipalityCode,
            SchoolId = note.Place.SchoolId,
        };
    }

    private static string DefaultAction(EntityState state) =>
        state switch
        {
            EntityState.Added => "created",
            EntityState.Deleted => "removed",
            _ => "revised",
        };

    private static List<FieldChange> ChangesOf(EntityEntry entry, IReadOnlyCollection<string> personal) =>
        [
            .. entry
                .Properties.Where(p => !Silent.Contains(p.Metadata.Name))
                .Select(p =>
                    (
                        p.Metadata.Name,
                        Field: JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name),
                        From: entry.State == EntityState.Added ? null : Text(p.OriginalValue),
                        To: entry.State == EntityState.Deleted ? null : Text(p.CurrentValue)
                    )
                )
                .Where(c => !string.Equals(c.From, c.To, StringComparison.Ordinal))
                .Select(c => personal.Contains(c.Name) ? new FieldChange(c.Field, null, null) : new FieldChange(c.Field, c.From, c.To)),
        ];

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            System.Collections.IEnumerable list and not string => string.Join(", ", list.Cast<object>()),
            DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}

/// <summary>One field of one change, as text.</summary>
public sealed record FieldChange(string Field, string? From, string? To);

/// <summary>Something done that the history keeps although no historied row changes: a role given, a link issued.</summary>
/// <param name="Thing">What it was done to: <c>Person</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Action">What was done, in a word.</param>
/// <param name="Place">Where it belongs; the actor must reach it.</param>
/// <param name="Changes">What changed; ids and codes, never names of people.</param>
public sealed record ChangeNote(string Thing, string Key, string Action, IPlaced Place, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>The root that it is part of.</summary>
    public Guid? RootId { get; init; }
}
