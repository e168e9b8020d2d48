using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>Finds the teachers that a pasted list of names means.</summary>
public static class MatchTeachers
{
    private const int MostNames = 500;

    public sealed record Command(Body Body) : IRequest<Ok<IReadOnlyList<MatchedName>>>;

    /// <summary>The names, and where to look; without school and municipality in all places of the caller.</summary>
    /// <param name="Names">Full names or family name with initials, at most 500.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality.</param>
    public sealed record Body(IReadOnlyList<string> Names, Guid? SchoolId = null, string? MunicipalityCode = null) : IExampled<Body>
    {
        public static Body Example => new(["Образцова Анна Петровна", "Образцова А. П."]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Names)
                .Must(names => names.Count is > 0 and <= MostNames)
                .WithMessage($"Передайте от 1 до {MostNames} имён за раз.");
            RuleForEach(c => c.Body.Names).MaximumLength(Teacher.NameLength).WithMessage($"Имя — до {Teacher.NameLength} знаков.");
        }
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<IReadOnlyList<MatchedName>>>
    {
        public async Task<Ok<IReadOnlyList<MatchedName>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (names, school, municipality) = request.Body;
            var folded = names.Select(SearchText.FoldName).ToList();
            // Any word may be the family name: people write «Анна Образцова» too.
            var words = folded.SelectMany(Words).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).ToList();
            var teachers = db.TeachersOfScope().Where(t => t.LeftOn == null && words.Contains(t.Surname));
            if (school is { } id)
                teachers = teachers.AtSchool(db, id);
            if (municipality is not null)
                teachers = teachers.Where(t => t.MunicipalityCode == municipality);
            var keys = await teachers.AsNoTracking().Select(t => new { t.Id, t.SearchName }).ToListAsync(cancellationToken);
            var matches = folded
                .Select(name => NameMatch.Of(name, keys, k => k.SearchName))
                .Select(m => (m.Exact, Ids: m.Found.Select(k => k.Id).ToList()))
                .ToList();
            var wanted = matches.SelectMany(m => m.Ids).Distinct().ToList();
            var rows = await db
                .Teachers.AsNoTracking()
                .Where(t => wanted.Contains(t.Id))
                .OrderBy(t => t.SortName)
                .ThenBy(t => t.Id)
                .Select(TeacherSummary.From(db))
                .ToListAsync(cancellationToken);
            return TypedResults.Ok<IReadOnlyList<MatchedName>>([
                .. names.Select((name, i) => Told(name, matches[i].Exact, [.. rows.Where(r => matches[i].Ids.Contains(r.Id))])),
            ]);
        }

        private static MatchedName Told(string name, bool exact, List<TeacherSummary> found) =>
            new(
                name,
                found.Count == 0 ? NameMatchState.None
                    : exact && found.Count == 1 ? NameMatchState.Exact
                    : NameMatchState.Candidates,
                found
            );

        private static string[] Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>How sure it is whom a name means.</summary>
public enum NameMatchState
{
    /// <summary>One teacher of exactly this name.</summary>
    Exact,

    /// <summary>Several of this name, or such that a person should look: initials, a part of the name.</summary>
    Candidates,

    /// <summary>Nobody on staff.</summary>
    None,
}

/// <summary>A pasted name and whom it may mean.</summary>
/// <param name="Name">As it was pasted.</param>
/// <param name="State">How sure it is.</param>
/// <param name="Teachers">Whom it may mean; one when exact.</param>
public sealed record MatchedName(string Name, NameMatchState State, IReadOnlyList<TeacherSummary> Teachers);
