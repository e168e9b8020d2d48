using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>By what deficits are counted.</summary>
public enum DeficitBy
{
    /// <summary>By municipality.</summary>
    Municipality,

    /// <summary>By school.</summary>
    School,

    /// <summary>By subject: whoever teaches two is counted in both.</summary>
    Subject,

    /// <summary>By deficit: whoever has two is counted in both.</summary>
    Deficit,
}

/// <summary>What counts are asked for, on the screen and in a file alike.</summary>
internal interface IDeficitCountFilter
{
    WireEnum<DeficitBy>? By { get; }
    DateOnly? From { get; }
    DateOnly? Until { get; }
    string[]? Municipality { get; }
    Guid? School { get; }
    Guid? Cohort { get; }
    string? Subject { get; }
    WireEnum<DeficitKind>? Kind { get; }
    Guid? Campaign { get; }
    string? Deficit { get; }
}

/// <summary>One count for the screen and its file.</summary>
internal static class DeficitCountFilter
{
    private const string NoSubject = "";

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IDeficitCountFilter
    {
        validator
            .RuleFor(q => q.Subject)
            .Must(code => code is null || Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
        validator
            .RuleFor(q => q.Until)
            .Must((q, until) => until is null || q.From is null || until >= q.From)
            .WithErrorCode("ends-before-start")
            .WithMessage("Последний день раньше первого: проверьте даты.");
    }

    /// <summary>Counts of this period: of one campaign its own days, else the calendar year when none is named; the most deficient first.</summary>
    public static async Task<DeficitOverview> DeficitsOf(
        this AppDbContext db,
        IDeficitCountFilter filter,
        CancellationToken cancellationToken
    )
    {
        var today = db.Current.Scope.VisibleRegions is [var region, ..] ? await db.Today(region, cancellationToken) : DateOnly.MinValue;
        var (from, until) = await Days(db, filter, today, cancellationToken);
        var period = new DiagnosedPeriod(from, until, until < today ? until : today)
        {
            Municipalities = filter.Municipality ?? [],
            SchoolId = filter.School,
            CohortId = filter.Cohort,
            Subject = filter.Subject,
            Kind = filter.Kind?.Value,
            CampaignId = filter.Campaign,
            DeficitId = filter.Deficit is { } code ? await db.DeficitOf(code, cancellationToken) : null,
        };
        var rows = (filter.By?.Value ?? DeficitBy.Municipality) switch
        {
            DeficitBy.School => await db.BySchool(period, cancellationToken),
            DeficitBy.Subject => await db.BySubject(period, cancellationToken),
            DeficitBy.Deficit => await db.ByDeficit(period, cancellationToken),
            _ => await db.ByMunicipality(period, cancellationToken),
        };
        return new DeficitOverview(
            from,
            until,
            period.StaffOn,
            rows.Deficient,
            rows.Diagnosed,
            rows.Staff,
            [
                .. rows
                    .Rows.OrderByDescending(r => r.Diagnosed == 0 ? -1 : (double)r.Deficient / r.Diagnosed)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Key, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Id of a deficit of the caller's region.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Guid> DeficitOf(this AppDbContext db, string code, CancellationToken cancellationToken)
    {
        var id = await db.Deficits.Where(d => d.Code == code).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        return id ?? throw Problems.NotFound("Дефицит", "/deficit", code);
    }

    private static async Task<(DateOnly From, DateOnly Until)> Days(
        AppDbContext db,
        IDeficitCountFilter filter,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (filter is { Campaign: { } id, From: null, Until: null })
        {
            var days = await db
                .DiagnosticCampaigns.Where(c => c.Id == id)
                .Select(c => new { c.FromOn, c.UntilOn })
                .SingleOrDefaultAsync(cancellationToken);
            return days is null ? throw Problems.NotFound("Диагностика", "/campaign", id.ToString()) : (days.FromOn, days.UntilOn);
        }
        var from = filter.From ?? new DateOnly((filter.Until ?? today).Year, 1, 1);
        return (from, filter.Until ?? new DateOnly(from.Year, 12, 31));
    }

    private static async Task<Sum> BySchool(this AppDbContext db, DiagnosedPeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.DeficitsBySchool(period, cancellationToken);
        var names = await db
            .Schools.AsNoTracking()
            .Select(s => new { s.Id, s.Name })
            .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        return Sum.Of(counts, key => (key.ToString(), names.GetValueOrDefault(key, "")));
    }

    private static async Task<Sum> ByMunicipality(this AppDbContext db, DiagnosedPeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.DeficitsByMunicipality(period, cancellationToken);
        var names = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Code, m => m.Name, cancellationToken);
        return Sum.Of(counts, key => (key, names.GetValueOrDefault(key, key)));
    }

    private static async Task<Sum> ByDeficit(this AppDbContext db, DiagnosedPeriod period, CancellationToken cancellationToken)
    {
        var (counts, whole) = await db.DeficitsByDeficit(period, cancellationToken);
        var deficits = await db.Deficits.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellationToken);
        var sum = Sum.Of(counts, key => (deficits[key].Code, deficits[key].Name));
        return sum with { Deficient = whole.Deficient, Diagnosed = whole.Diagnosed, Staff = whole.Staff };
    }

    private static async Task<Sum> BySubject(this AppDbContext db, DiagnosedPeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.DeficitsBySubjects(period, cancellationToken);
        var rows = counts
            .SelectMany(c => SubjectsOf(c.Key).Select(code => (Code: code, Count: c)))
            .GroupBy(c => c.Code, StringComparer.Ordinal)
            .Select(g => new DeficitOverviewRow(
                g.Key,
                NameOf(g.Key),
                g.Sum(c => c.Count.Deficient),
                g.Sum(c => c.Count.Diagnosed),
                g.Sum(c => c.Count.Staff)
            ));
        return new Sum([.. rows], counts.Sum(c => c.Deficient), counts.Sum(c => c.Diagnosed), counts.Sum(c => c.Staff));
    }

    private static string[] SubjectsOf(string codes) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } subjects ? subjects : [NoSubject];

    private static string NameOf(string code) => code == NoSubject ? "Предмет не указан" : Subject.OfCode(code)?.Name ?? code;

    private sealed record Sum(List<DeficitOverviewRow> Rows, int Deficient, int Diagnosed, int Staff)
    {
        public static Sum Of<TKey>(List<DeficitCount<TKey>> counts, Func<TKey, (string Key, string Name)> named) =>
            new(
                [.. counts.Select(c => new DeficitOverviewRow(named(c.Key).Key, named(c.Key).Name, c.Deficient, c.Diagnosed, c.Staff))],
                counts.Sum(c => c.Deficient),
                counts.Sum(c => c.Diagnosed),
                counts.Sum(c => c.Staff)
            );
    }
}

/// <summary>How many teachers have deficits, of how many diagnosed, of how many on the staff.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="StaffOn">The day whose staff is counted.</param>
/// <param name="Deficient">Teachers diagnosed who have a deficit by its last measurement within the period; each once.</param>
/// <param name="Diagnosed">Teachers on the staff about whom there is a result in the period; each once.</param>
/// <param name="Staff">Teachers on the staff; each once, at the main school.</param>
/// <param name="Rows">The same by place, subject or deficit, the most deficient first.</param>
public sealed record DeficitOverview(
    DateOnly From,
    DateOnly Until,
    DateOnly StaffOn,
    int Deficient,
    int Diagnosed,
    int Staff,
    IReadOnlyList<DeficitOverviewRow> Rows
);

/// <summary>A place, subject or deficit.</summary>
/// <param name="Key">Id of the school, code of the municipality, subject or deficit; empty for teachers without a subject.</param>
/// <param name="Name">Its name.</param>
/// <param name="Deficient">Teachers who have a deficit; of a deficit those who have this one.</param>
/// <param name="Diagnosed">Teachers diagnosed; of a deficit those measured for it.</param>
/// <param name="Staff">Teachers on the staff.</param>
public sealed record DeficitOverviewRow(string Key, string Name, int Deficient, int Diagnosed, int Staff);
