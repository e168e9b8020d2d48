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
    private static readonly HashSet<string> Silent = ["Id", "Version", "SearchName", "SortName", "RegionCode", "CohortId", "SchoolId"];

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
            var changes = ChangesOf(entry);
            if (changes.Count > 0)
                db.ChangeEntries.Add(EntryFor(db, entry, changes, at));
        }
    }

    private static ChangeEntry EntryFor(AppDbContext db, EntityEntry<IHistoried> entry, List<FieldChange> changes, DateTime at)
    {
        var placed = entry.Entity as IPlaced;
        var actor = db.Current.Actor;
        return new ChangeEntry
        {
            At = at,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            ImportId = actor.ImportId,
            Thing = entry.Metadata.ClrType.Name,
            ThingKey = entry.Entity.HistoryKey.ToString()!,
            Action = db.Act?.Action ?? DefaultAction(entry.State),
            Reason = db.Act?.Reason,
            Changes = JsonSerializer.Serialize(changes, Json),
            RegionCode = placed?.RegionCode ?? ((IOffered)entry.Entity).RegionCode,
            MunicipalityCode = placed?.MunicipalityCode,
            SchoolId = placed?.SchoolId,
        };
    }

    private static string DefaultAction(EntityState state) =>
        state switch
        {
            EntityState.Added => "created",
            EntityState.Deleted => "removed",
            _ => "revised",
        };

    private static List<FieldChange> ChangesOf(EntityEntry entry) =>
        [
            .. entry
                .Properties.Where(p => !Silent.Contains(p.Metadata.Name))
                .Select(p => new FieldChange(
                    JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name),
                    entry.State == EntityState.Added ? null : Text(p.OriginalValue),
                    entry.State == EntityState.Deleted ? null : Text(p.CurrentValue)
                ))
                .Where(c => !string.Equals(c.From, c.To, StringComparison.Ordinal)),
        ];

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    /// <summary>One field of one change.</summary>
    private sealed record FieldChange(string Field, string? From, string? To);
}
