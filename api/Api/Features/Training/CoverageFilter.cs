using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>What coverage is asked for, on the screen and in a file alike.</summary>
internal interface ICoverageFilter
{
    WireEnum<CoverageBy>? By { get; }
    DateOnly? From { get; }
    DateOnly? Until { get; }
    string[]? Municipality { get; }
    Guid? School { get; }
    string? Subject { get; }
}

/// <summary>One count for the screen and its file.</summary>
internal static class CoverageFilter
{
    private const string NoSubject = "";

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : ICoverageFilter
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

    /// <summary>Coverage in this period, the calendar year when none is named; the least covered first.</summary>
    public static async Task<TrainingCoverage> CoverageOf(
        this AppDbContext db,
        KeptFigures kept,
        ICoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        var today = db.Current.Scope.VisibleRegions is [var region, ..] ? await db.Today(region, cancellationToken) : DateOnly.MinValue;
        var from = filter.From ?? new DateOnly((filter.Until ?? today).Year, 1, 1);
        var until = filter.Until ?? new DateOnly(from.Year, 12, 31);
        var period = new CoveragePeriod(from, until, until < today ? until : today)
        {
            Municipalities = filter.Municipality ?? [],
            SchoolId = filter.School,
            Subject = filter.Subject,
        };
        var by = filter.By?.Value ?? CoverageBy.Municipality;
        var question = $"coverage {by} {period.Question}";
        return await kept.Get(db, question, c => c.Rows.Count, () => db.Counted(by, period, cancellationToken), cancellationToken);
    }

    private static async Task<TrainingCoverage> Counted(
        this AppDbContext db,
        CoverageBy by,
        CoveragePeriod period,
        CancellationToken cancellationToken
    )
    {
        var rows = by switch
        {
            CoverageBy.School => await db.BySchool(period, cancellationToken),
            CoverageBy.Subject => await db.BySubject(period, cancellationToken),
            _ => await db.ByMunicipality(period, cancellationToken),
        };
        return new TrainingCoverage(
            period.From,
            period.Until,
            period.StaffOn,
            rows.Trained,
            rows.Staff,
            [
                .. rows
                    .Rows.OrderBy(r => (double)r.Trained / r.Staff)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Key, StringComparer.Ordinal),
            ]
        );
    }

    private static async Task<Sum> BySchool(this AppDbContext db, CoveragePeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.CoverageBySchool(period, cancellationToken);
        var schools = await db
            .Schools.AsNoTracking()
            .Select(s => new { s.Id, s.Name })
            .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        return Sum.Of(counts, c => new CoverageRow(c.Key.ToString(), schools.GetValueOrDefault(c.Key, ""), c.Trained, c.Staff));
    }

    private static async Task<Sum> ByMunicipality(this AppDbContext db, CoveragePeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.CoverageByMunicipality(period, cancellationToken);
        var names = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Code, m => m.Name, cancellationToken);
        return Sum.Of(counts, c => new CoverageRow(c.Key, names.GetValueOrDefault(c.Key, c.Key), c.Trained, c.Staff));
    }

    private static async Task<Sum> BySubject(this AppDbContext db, CoveragePeriod period, CancellationToken cancellationToken)
    {
        var counts = await db.CoverageBySubjects(period, cancellationToken);
        var rows = counts
            .SelectMany(c => SubjectsOf(c.Key).Select(code => (Code: code, c.Trained, c.Staff)))
            .GroupBy(c => c.Code, StringComparer.Ordinal)
            .Select(g => new CoverageRow(g.Key, NameOf(g.Key), g.Sum(c => c.Trained), g.Sum(c => c.Staff)));
        return new Sum([.. rows], counts.Sum(c => c.Trained), counts.Sum(c => c.Staff));
    }

    private static string[] SubjectsOf(string codes) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } subjects ? subjects : [NoSubject];

    private static string NameOf(string code) => code == NoSubject ? "Предмет не указан" : Subject.OfCode(code)?.Name ?? code;

    private sealed record Sum(List<CoverageRow> Rows, int Trained, int Staff)
    {
        public static Sum Of<TKey>(List<CoverageCount<TKey>> counts, Func<CoverageCount<TKey>, CoverageRow> row) =>
            new([.. counts.Select(row)], counts.Sum(c => c.Trained), counts.Sum(c => c.Staff));
    }
}

/// <summary>How many teachers completed a course: «355 из 412».</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="StaffOn">The day whose staff is counted.</param>
/// <param name="Trained">Teachers on the staff who completed a course whose run ended in the period; each once.</param>
/// <param name="Staff">Teachers on the staff; each once, at the main school.</param>
/// <param name="Rows">The same by school, municipality or subject, the least covered first.</param>
public sealed record TrainingCoverage(
    DateOnly From,
    DateOnly Until,
    DateOnly StaffOn,
    int Trained,
    int Staff,
    IReadOnlyList<CoverageRow> Rows
);

/// <summary>A school, municipality or subject.</summary>
/// <param name="Key">Id of the school, code of the municipality or of the subject; empty for teachers without a subject.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trained">Teachers who completed a course.</param>
/// <param name="Staff">Teachers on the staff.</param>
public sealed record CoverageRow(string Key, string Name, int Trained, int Staff);
