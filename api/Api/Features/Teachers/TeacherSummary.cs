using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Teachers;

/// <summary>A teacher as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Full name; null once anonymised.</param>
/// <param name="School">The main school.</param>
/// <param name="Subjects">Codes of subjects.</param>
/// <param name="Position">Position at the school.</param>
/// <param name="Category">Qualification category.</param>
/// <param name="ExperienceSince">Year in which the person began to teach.</param>
/// <param name="StaffSinceOn">First day at the main school.</param>
/// <param name="LeftOn">Last day there; null while the person works there.</param>
/// <param name="Plan">The individual development plan; null when there is none.</param>
/// <param name="Portfolio">The portfolio; null when there is none.</param>
/// <param name="FurtherSchools">Further schools at which the person works now.</param>
/// <param name="Achievements">Achievements noted.</param>
/// <param name="Version">Version, for If-Match.</param>
public record TeacherSummary(
    Guid Id,
    string? Name,
    TeacherSchool School,
    IReadOnlyList<string> Subjects,
    string? Position,
    TeacherCategory Category,
    int? ExperienceSince,
    DateOnly? StaffSinceOn,
    DateOnly? LeftOn,
    TeacherPaper? Plan,
    TeacherPaper? Portfolio,
    int FurtherSchools,
    int Achievements,
    int Version
)
{
    /// <summary>The row of a teacher. The main school is told to readers from a further one too, who do not reach it.</summary>
    internal static Expression<Func<Teacher, TeacherSummary>> From(AppDbContext db) =>
        t => new TeacherSummary(
            t.Id,
            t.Name,
            new TeacherSchool(
                t.SchoolId,
                db.ToldSchools.Where(s => s.Id == t.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                t.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == t.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? ""
            ),
            Codes(t.SubjectCodes),
            t.Position,
            t.Category,
            t.ExperienceSince,
            t.StaffSinceOn,
            t.LeftOn,
            Paper(t.PlanOn, t.PlanUpdatedOn),
            Paper(t.PortfolioOn, t.PortfolioUpdatedOn),
            t.Posts.Count(p => !p.Main && p.UntilOn == null),
            t.Achievements.Count,
            t.Version
        );

    private static string[] Codes(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TeacherPaper? Paper(DateOnly? madeOn, DateOnly? updatedOn) =>
        madeOn is { } day ? new TeacherPaper(day, updatedOn) : null;
}

/// <summary>A school of a teacher.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its official name.</param>
/// <param name="MunicipalityCode">ОКТМО code of its municipality.</param>
/// <param name="Municipality">Name of the municipality.</param>
public sealed record TeacherSchool(Guid Id, string Name, string MunicipalityCode, string Municipality);
