using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Associations;

/// <summary>By what coverage by associations is told.</summary>
public enum AssociationCoverageBy
{
    /// <summary>By municipality.</summary>
    Municipality,

    /// <summary>By school.</summary>
    School,
}

/// <summary>What coverage is asked for, on the screen and in a file alike.</summary>
internal interface IAssociationCoverageFilter
{
    WireEnum<AssociationCoverageBy>? By { get; }
    WireEnum<AssociationLevel>[]? Level { get; }
    DateOnly? From { get; }
    DateOnly? Until { get; }
    string[]? Municipality { get; }
    Guid? School { get; }
    string? Subject { get; }
    bool Supported { get; }
}

/// <summary>One count for the screen and its file.</summary>
internal static class AssociationCoverageFilter
{
    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IAssociationCoverageFilter
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
    public static async Task<AssociationCoverage> CoverageOf(
        this AppDbContext db,
        KeptFigures kept,
        IAssociationCoverageFilter filter,
        CancellationToken cancellationToken
    )
    {
        var today = await db.Today(cancellationToken);
        var from = filter.From ?? new DateOnly((filter.Until ?? today).Year, 1, 1);
        var until = filter.Until ?? new DateOnly(from.Year, 12, 31);
        var period = new CoveragePeriod(from, until, until < today ? until : today)
        {
            Municipalities = filter.Municipality ?? [],
            SchoolId = filter.School,
            Subject = filter.Subject,
            Supported = filter.Supported,
        };
        List<AssociationLevel> levels = filter.Level is { Length: > 0 } asked
            ? [.. asked.Select(l => l.Value)]
            : [.. Enum.GetValues<AssociationLevel>()];
        var bySchool = filter.By?.Value == AssociationCoverageBy.School;
        var question = $"associations {bySchool} {string.Join(' ', levels)} {period.Question}";
        return await kept.Get(
            db,
            question,
            c => c.Rows.Count,
            () => db.Counted(bySchool, period, levels, cancellationToken),
            cancellationToken
        );
    }

    private static async Task<AssociationCoverage> Counted(
        this AppDbContext db,
        bool bySchool,
        CoveragePeriod period,
        List<AssociationLevel> levels,
        CancellationToken cancellationToken
    )
    {
        var rows = bySchool
            ? await db.BySchool(period, levels, cancellationToken)
            : await db.ByMunicipality(period, levels, cancellationToken);
        return new AssociationCoverage(
            period.From,
            period.Until,
            period.StaffOn,
            rows.Sum(r => r.Reached),
            rows.Sum(r => r.Members),
            rows.Sum(r => r.Staff),
            [
                .. rows.OrderBy(r => (double)r.Reached / r.Staff)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Key, StringComparer.Ordinal),
            ]
        );
    }

    private static async Task<List<AssociationCoverageRow>> BySchool(
        this AppDbContext db,
        CoveragePeriod period,
        List<AssociationLevel> levels,
        CancellationToken cancellationToken
    )
    {
        var counts = await db.ReachBySchool(period, levels, cancellationToken);
        var names = await db
            .Schools.AsNoTracking()
            .Select(s => new { s.Id, s.Name })
            .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        return
        [
            .. counts.Select(c => new AssociationCoverageRow(
                $"{c.Key}",
                names.GetValueOrDefault(c.Key, ""),
                c.Reached,
                c.Members,
                c.Staff
            )),
        ];
    }

    private static async Task<List<AssociationCoverageRow>> ByMunicipality(
        this AppDbContext db,
        CoveragePeriod period,
        List<AssociationLevel> levels,
        CancellationToken cancellationToken
    )
    {
        var counts = await db.ReachByMunicipality(period, levels, cancellationToken);
        var names = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Code, m => m.Name, cancellationToken);
        return
        [
            .. counts.Select(c => new AssociationCoverageRow(c.Key, names.GetValueOrDefault(c.Key, c.Key), c.Reached, c.Members, c.Staff)),
        ];
    }
}

/// <summary>How many teachers associations reached: «24 из 25».</summary>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="StaffOn">The day whose staff is counted.</param>
/// <param name="Reached">Teachers on the staff who came to a meeting held in the period; each once.</param>
/// <param name="Members">Teachers on the staff who were members on any day of the period; each once.</param>
/// <param name="Staff">Teachers on the staff; each once, at the main school.</param>
/// <param name="Rows">The same by municipality or school, the least covered first.</param>
public sealed record AssociationCoverage(
    DateOnly From,
    DateOnly Until,
    DateOnly StaffOn,
    int Reached,
    int Members,
    int Staff,
    IReadOnlyList<AssociationCoverageRow> Rows
);

/// <summary>A municipality or school.</summary>
/// <param name="Key">Code of the municipality or id of the school.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reached">Teachers who came to a meeting.</param>
/// <param name="Members">Teachers who were members.</param>
/// <param name="Staff">Teachers on the staff.</param>
public sealed record AssociationCoverageRow(string Key, string Name, int Reached, int Members, int Staff);
