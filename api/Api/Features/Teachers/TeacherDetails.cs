using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>A teacher with places of work and achievements.</summary>
public sealed record TeacherDetails : TeacherSummary
{
    private TeacherDetails(TeacherSummary summary)
        : base(summary) { }

    /// <summary>Since when the category holds.</summary>
    public DateOnly? CategoryOn { get; private init; }

    /// <summary>Why the person left.</summary>
    public string? LeftReason { get; private init; }

    /// <summary>When the name was erased.</summary>
    public DateTime? AnonymisedAt { get; private init; }

    /// <summary>Further schools and main ones of earlier years, the newest first.</summary>
    public required IReadOnlyList<TeacherPostDetails> Posts { get; init; }

    /// <summary>What the teacher achieved, the newest first.</summary>
    public required IReadOnlyList<TeacherAchievementDetails> AchievementList { get; init; }

    /// <summary>Whether the caller may change it: whoever answers for the main school.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a teacher within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<TeacherDetails>> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var teachers = db.Teachers.AsNoTracking().Where(t => t.Id == id);
        var row =
            await teachers
                .Select(t => new
                {
                    t.RegionCode,
                    t.CategoryOn,
                    t.LeftReason,
                    t.AnonymisedAt,
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Педагог");
        var summary = await teachers.Select(TeacherSummary.From(db)).SingleAsync(cancellationToken);
        var posts = await db
            .TeacherPosts.AsNoTracking()
            .Where(p => p.TeacherId == id)
            .OrderByDescending(p => p.UntilOn == null)
            .ThenByDescending(p => p.UntilOn)
            .ThenBy(p => p.Id)
            .Select(p => new TeacherPostDetails(
                p.Id,
                new TeacherSchool(
                    p.SchoolId,
                    db.ToldSchools.Where(s => s.Id == p.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                    p.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == p.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? ""
                ),
                p.Main,
                p.FromOn,
                p.UntilOn
            ))
            .ToListAsync(cancellationToken);
        var achievements = await teachers
            .SelectMany(t => t.Achievements)
            .OrderByDescending(a => a.On)
            .ThenByDescending(a => a.Id)
            .Select(a => new TeacherAchievementDetails(a.Id, a.Kind, a.On, a.Title, a.Level, a.Result))
            .ToListAsync(cancellationToken);
        var details = new TeacherDetails(summary)
        {
            CategoryOn = row.CategoryOn,
            LeftReason = row.LeftReason,
            AnonymisedAt = row.AnonymisedAt,
            Posts = posts,
            AchievementList = achievements,
            Editable = caller
                .ScopeFor(Permission.TeachersWrite)
                .Reaches(new Place(row.RegionCode, summary.School.MunicipalityCode, summary.School.Id)),
        };
        return new Versioned<TeacherDetails>(details, details.Version);
    }
}

/// <summary>A further school of a teacher, or the main one of earlier years.</summary>
/// <param name="Id">Id of the post.</param>
/// <param name="School">The school.</param>
/// <param name="Main">Whether it was the main place of work then.</param>
/// <param name="FromOn">First day; null when unknown.</param>
/// <param name="UntilOn">Last day; null while it lasts.</param>
public sealed record TeacherPostDetails(Guid Id, TeacherSchool School, bool Main, DateOnly? FromOn, DateOnly? UntilOn);

/// <summary>What a teacher achieved.</summary>
/// <param name="Id">Id of the achievement.</param>
/// <param name="Kind">Kind.</param>
/// <param name="On">The day.</param>
/// <param name="Title">What it was called; null once the teacher is anonymised.</param>
/// <param name="Level">How far it is known.</param>
/// <param name="Result">What came of it.</param>
public sealed record TeacherAchievementDetails(
    Guid Id,
    TeacherAchievementKind Kind,
    DateOnly On,
    string? Title,
    TeacherAchievementLevel? Level,
    string? Result
);
