using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.History;

/// <summary>Changes page by page with the names of all they speak of, in two statements.</summary>
internal static class ChangePage
{
    private static readonly Dictionary<string, Expression<Func<ChangeEntry, object?>>> Sorts = new(StringComparer.Ordinal)
    {
        ["at"] = c => c.At,
    };

    /// <summary>The page of these entries, the newest first unless the caller says otherwise.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told: they stand in the history by id.</param>
    /// <param name="paged">Which page.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<PageOf<Change>> ToChanges(
        this IQueryable<ChangeEntry> entries,
        AppDbContext db,
        bool seesPeople,
        IPaged paged,
        CancellationToken cancellationToken
    )
    {
        var page = await entries
            .AsNoTracking()
            .SortBy(paged.Sort, Sorts, "-at", c => c.Id)
            .ToPage(paged, Named(db, seesPeople), cancellationToken);
        return new PageOf<Change>([.. page.Items.Select(Told)], page.Page, page.PageSize, page.Total);
    }

    // Each name is looked up by its key for the rows of the page only.
    private static Expression<Func<ChangeEntry, Row>> Named(AppDbContext db, bool seesPeople) =>
        c => new Row
        {
            Entry = c,
            Client = db.MachineClients.Where(m => m.Id == c.ActorId).Select(m => m.Name).FirstOrDefault(),
            Person = db.Users.Where(p => seesPeople && p.Id == c.ActorId).Select(p => p.DisplayName).FirstOrDefault(),
            Lender = db.Users.Where(p => seesPeople && p.Id == c.OnBehalfOfId).Select(p => p.DisplayName).FirstOrDefault(),
            School = db.Schools.Where(s => s.Id == c.SchoolId).Select(s => s.Name).FirstOrDefault(),
            Cohort = db.Cohorts.Where(o => o.Id == c.ThingId).Select(o => o.Name).FirstOrDefault(),
            ThingClient = db.MachineClients.Where(m => m.Id == c.ThingId).Select(m => m.Name).FirstOrDefault(),
            Organisation = db.Organisations.Where(o => o.Id == c.ThingId).Select(o => o.Name).FirstOrDefault(),
            Indicator = db.Indicators.Where(i => i.Id == c.ThingId || i.Id == c.RootId).Select(i => i.Name).FirstOrDefault(),
            IndicatorSet = db.IndicatorSets.Where(i => i.Id == c.ThingId || i.Id == c.RootId).Select(i => i.Name).FirstOrDefault(),
            Teacher = db.Teachers.Where(t => seesPeople && t.Id == c.ThingId).Select(t => t.Name).FirstOrDefault(),
            Municipality = db.Municipalities.Where(m => m.Code == c.ThingKey).Select(m => m.Name).FirstOrDefault(),
            ThingPerson = db.Users.Where(p => seesPeople && p.Id == c.ThingId).Select(p => p.DisplayName).FirstOrDefault(),
        };

    private static Change Told(Row row)
    {
        var entry = row.Entry;
        var kind = entry switch
        {
            { ImportId: not null } => WhoKind.Import,
            { ActorKind: ActorKind.Person } => WhoKind.Person,
            { ActorKind: ActorKind.Client } => WhoKind.Client,
            _ => WhoKind.System,
        };
        return new Change(
            entry.Id,
            entry.At,
            new Who(kind, entry.ImportId ?? entry.ActorId, row.Client ?? row.Person),
            entry.OnBehalfOfId is { } lender ? new Who(WhoKind.Person, lender, row.Lender) : null,
            entry.Thing,
            entry.ThingKey,
            row.ThingName,
            entry.RootId,
            entry.SchoolId is { } school && row.School is { } name ? new ChangedSchool(school, name) : null,
            entry.Action,
            [.. JsonSerializer.Deserialize<List<ChangedField>>(entry.Changes, JsonOptions.Web)!.Select(Worded)],
            entry.Reason
        );
    }

    // Subjects are kept by their codes; people read names.
    private static ChangedField Worded(ChangedField field) =>
        field.Field == "subjectCodes" ? field with { From = SubjectNames(field.From), To = SubjectNames(field.To) } : field;

    private static string? SubjectNames(string? codes) =>
        codes is null
            ? null
            : string.Join(", ", codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Subject.OfCode(code)?.Name ?? code));

    private sealed class Row
    {
        public required ChangeEntry Entry { get; init; }
        public required string? Client { get; init; }
        public required string? Person { get; init; }
        public required string? Lender { get; init; }
        public required string? School { get; init; }
        public required string? Cohort { get; init; }
        public required string? ThingClient { get; init; }
        public required string? Organisation { get; init; }
        public required string? Indicator { get; init; }
        public required string? IndicatorSet { get; init; }
        public required string? Teacher { get; init; }
        public required string? Municipality { get; init; }
        public required string? ThingPerson { get; init; }

        public string? ThingName =>
            Entry.Thing switch
            {
                nameof(ChangedThing.Person) => ThingPerson,
                nameof(ChangedThing.School) or nameof(ChangedThing.CohortMember) => School,
                _ => Cohort ?? ThingClient ?? Organisation ?? Indicator ?? IndicatorSet ?? Teacher ?? Municipality,
            };
    }
}
