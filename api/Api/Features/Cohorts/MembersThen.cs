using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.History;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>
/// How the members of a list stood on a day, where that differs from today: days of entering and leaving speak for themselves, categories
/// and supports that had ended and began anew are turned back from the history.
/// </summary>
internal sealed class MembersThen
{
    private readonly Dictionary<Guid, Standing> _standings = [];

    private MembersThen(DateOnly day) => Day = day;

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Schools that were supported that day, and whose row speaks of a later support now.</summary>
    public List<Guid> Readmitted => [.. _standings.Where(s => s.Value.Entered is not null).Select(s => s.Key)];

    /// <summary>Reads what has changed since the day ended.</summary>
    public static async Task<MembersThen> Read(AppDbContext db, Guid cohortId, DateOnly day, CancellationToken cancellationToken)
    {
        var then = new MembersThen(day);
        var region = await db
            .Regions.AsNoTracking()
            .SingleAsync(r => db.Cohorts.Any(c => c.Id == cohortId && c.RegionCode == r.Code), cancellationToken);
        var end = day < DateOnly.MaxValue ? region.StartOf(day.AddDays(1)) : DateTime.MaxValue;
        var entries = await db
            .ChangeEntries.AsNoTracking()
            .Where(c => c.RootId == cohortId && c.Thing == nameof(CohortMember) && c.At >= end && c.SchoolId != null)
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Select(c => new { SchoolId = c.SchoolId!.Value, c.Changes })
            .ToListAsync(cancellationToken);
        foreach (var entry in entries)
            then.Undo(entry.SchoolId, JsonSerializer.Deserialize<List<ChangedField>>(entry.Changes, JsonOptions.Web)!);
        return then;
    }

    /// <summary>Schools whose category of that day was known to be another one than now: those not in this category then, and those in it.</summary>
    public (List<Guid> Other, List<Guid> Had) Split(SupportCategory category)
    {
        bool Has(Standing s) => s.Category == category || s.Category == SupportCategory.Both;
        var known = _standings.Where(s => s.Value.Category is not null).ToList();
        return ([.. known.Where(s => !Has(s.Value)).Select(s => s.Key)], [.. known.Where(s => Has(s.Value)).Select(s => s.Key)]);
    }

    /// <summary>The row as it stood that day.</summary>
    public CohortMemberDetails Told(CohortMemberDetails now)
    {
        if (!_standings.TryGetValue(now.School.Id, out var then))
            return now;
        var category = then.Category ?? now.Category;
        return then.Entered is { } entered
            ? now with
            {
                Category = category,
                EnteredOn = entered,
                Reason = then.EntryReason,
                LeftOn = then.Left,
                ExitReason = then.ExitReason,
            }
            : now with
            {
                Category = category,
            };
    }

    private void Undo(Guid schoolId, List<ChangedField> changes)
    {
        string? From(string field) => changes.Find(c => c.Field == field)?.From;

        // The row itself is younger than the day: its days speak, and nothing is older than it.
        if (changes.Exists(c => c.Field == "enteredOn" && c.From is null))
            return;
        var standing = _standings.GetValueOrDefault(schoolId) ?? new Standing();
        if (From("category") is { } category)
            standing = standing with { Category = Enum.Parse<SupportCategory>(category) };
        // A support that had ended and began anew on the same row: the former one is told by this entry alone.
        if (
            From("leftOn") is { } left
            && From("enteredOn") is { } entered
            && DateOnly.Parse(entered, System.Globalization.CultureInfo.InvariantCulture) <= Day
            && DateOnly.Parse(left, System.Globalization.CultureInfo.InvariantCulture) >= Day
        )
            standing = standing with
            {
                Entered = DateOnly.Parse(entered, System.Globalization.CultureInfo.InvariantCulture),
                Left = DateOnly.Parse(left, System.Globalization.CultureInfo.InvariantCulture),
                EntryReason = From("entryReason"),
                ExitReason = From("exitReason"),
            };
        _standings[schoolId] = standing;
    }

    private sealed record Standing(
        SupportCategory? Category = null,
        DateOnly? Entered = null,
        DateOnly? Left = null,
        string? EntryReason = null,
        string? ExitReason = null
    );
}
