using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What chains are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IDeficitChainFilter
{
    Guid? School { get; }
    string[]? Municipality { get; }
    Guid? Cohort { get; }
    string? Deficit { get; }
    Guid? Course { get; }
    WireEnum<DeficitOutcome>[]? Outcome { get; }
    string? Search { get; }
}

/// <summary>One filter for the list and its file.</summary>
internal static class DeficitChainFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IDeficitChainFilter =>
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");

    /// <summary>The chains, by name of the teacher and then by deficit.</summary>
    public static async Task<List<DeficitChainRow>> ChainsOf(
        this AppDbContext db,
        IDeficitChainFilter filter,
        CancellationToken cancellationToken
    )
    {
        var chains = await db.ReadChains(
            new ChainScope
            {
                SchoolId = filter.School,
                Municipalities = filter.Municipality ?? [],
                CohortId = filter.Cohort,
                DeficitId = filter.Deficit is { } code ? await db.DeficitOf(code, cancellationToken) : null,
            },
            cancellationToken
        );
        if (filter.Outcome is { Length: > 0 } outcomes)
            chains.RemoveAll(c => !outcomes.Any(o => o.Value == c.Chain.Outcome));
        if (filter.Course is { } course)
            chains.RemoveAll(c => c.Chain.Course?.CourseId != course);
        if (chains.Count == 0)
            return [];
        var teachers = await TeachersOf(db, filter, [.. chains.Select(c => c.TeacherId).Distinct()], cancellationToken);
        return
        [
            .. chains
                .Where(c => teachers.ContainsKey(c.TeacherId))
                .Select(c =>
                    (
                        teachers[c.TeacherId].SortName,
                        Row: new DeficitChainRow(
                            teachers[c.TeacherId].Told,
                            c.Code,
                            c.Name,
                            c.Chain.FoundOn,
                            c.Chain.Course is { } run
                                ? new CourseOfChain(run.CourseId, run.RunId, run.Title, run.EndsOn, run.Completed)
                                : null,
                            c.Chain.MeasuredOn,
                            c.Chain.Outcome
                        )
                    )
                )
                .OrderBy(c => c.SortName, StringComparer.Ordinal)
                .ThenBy(c => c.Row.Teacher.Id)
                .ThenBy(c => c.Row.Name, StringComparer.Ordinal)
                .Select(c => c.Row),
        ];
    }

    private static async Task<Dictionary<Guid, (string SortName, DiagnosedTeacher Told)>> TeachersOf(
        AppDbContext db,
        IDeficitChainFilter filter,
        List<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var teachers = db.Teachers.Where(t => EF.Parameter(ids).Contains(t.Id));
        foreach (var word in SearchText.NameNeedles(filter.Search))
            teachers = teachers.Where(t => t.SearchName.Contains(word));
        var rows = await teachers
            .Select(t => new
            {
                t.SortName,
                Told = new DiagnosedTeacher(
                    t.Id,
                    t.Name,
                    t.SchoolId,
                    db.Schools.Where(s => s.Id == t.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                    t.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == t.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? ""
                ),
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(t => t.Told.Id, t => (t.SortName, t.Told));
    }
}

/// <summary>A deficit of a teacher: deficit → course → result.</summary>
/// <param name="Teacher">Who.</param>
/// <param name="Deficit">Code of the deficit.</param>
/// <param name="Name">Its name.</param>
/// <param name="FoundOn">When it was found.</param>
/// <param name="Course">The course that mends it: completed, or the teacher is on it; null when there is none.</param>
/// <param name="MeasuredOn">When it was measured after that; null when it was not.</param>
/// <param name="Outcome">How far it has come.</param>
public sealed record DeficitChainRow(
    DiagnosedTeacher Teacher,
    string Deficit,
    string Name,
    DateOnly FoundOn,
    CourseOfChain? Course,
    DateOnly? MeasuredOn,
    DeficitOutcome Outcome
);

/// <summary>A course in a chain.</summary>
/// <param name="Id">Id of the course.</param>
/// <param name="RunId">Id of its run.</param>
/// <param name="Title">Title of the course.</param>
/// <param name="EndsOn">Last day of the run.</param>
/// <param name="Completed">Whether the teacher completed it; else the teacher is on it still.</param>
public sealed record CourseOfChain(Guid Id, Guid RunId, string Title, DateOnly EndsOn, bool Completed);
