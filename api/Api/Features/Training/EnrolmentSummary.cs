using System.Linq.Expressions;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A teacher on a run as a row of a list. Who it is, is told to those only who see people.</summary>
/// <param name="Id">Id of the enrolment.</param>
/// <param name="Run">The run.</param>
/// <param name="Teacher">Who; null for callers who see no people.</param>
/// <param name="School">The main school of the teacher.</param>
/// <param name="State">How far it has come.</param>
/// <param name="AskedAt">When the place was asked for.</param>
/// <param name="CertificateNumber">Number of the certificate.</param>
/// <param name="CertificateOn">When it was issued.</param>
/// <param name="Reason">Why the course was not completed, or the teacher does not come.</param>
/// <param name="DaysPresent">Days on which the teacher was there.</param>
/// <param name="DaysMarked">Days marked at all.</param>
/// <param name="Version">Version, for changes of many at once.</param>
public sealed record EnrolmentSummary(
    Guid Id,
    RunOfEnrolment Run,
    TeacherOfEnrolment? Teacher,
    SchoolOfEnrolment School,
    EnrolmentState State,
    DateTime AskedAt,
    string? CertificateNumber,
    DateOnly? CertificateOn,
    string? Reason,
    int DaysPresent,
    int DaysMarked,
    int Version
)
{
    /// <summary>The row of an enrolment.</summary>
    internal static Expression<Func<Enrolment, EnrolmentSummary>> From(AppDbContext db, bool seesPeople) =>
        e => new EnrolmentSummary(
            e.Id,
            new RunOfEnrolment(
                e.RunId,
                db.CourseRuns.Where(r => r.Id == e.RunId)
                    .SelectMany(r => db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Title))
                    .First(),
                db.CourseRuns.Where(r => r.Id == e.RunId).Select(r => r.StartsOn).First(),
                db.CourseRuns.Where(r => r.Id == e.RunId).Select(r => r.EndsOn).First()
            ),
            seesPeople
                ? new TeacherOfEnrolment(
                    e.TeacherId,
                    db.Teachers.Where(t => t.Id == e.TeacherId).Select(t => t.Name).FirstOrDefault(),
                    db.Teachers.Where(t => t.Id == e.TeacherId).Select(t => t.Position).FirstOrDefault()
                )
                : null,
            new SchoolOfEnrolment(
                e.SchoolId,
                db.Schools.Where(s => s.Id == e.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                e.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == e.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? ""
            ),
            e.State,
            e.AskedAt,
            seesPeople ? e.CertificateNumber : null,
            e.CertificateOn,
            seesPeople ? e.Reason : null,
            e.Days.Count(d => d.Present),
            e.Days.Count,
            e.Version
        );
}

/// <summary>A run as an enrolment tells it.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="Course">Title of the course.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record RunOfEnrolment(Guid Id, string Course, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Who is enrolled.</summary>
/// <param name="Id">Id of the teacher.</param>
/// <param name="Name">Full name; null once anonymised.</param>
/// <param name="Position">Position at the school.</param>
public sealed record TeacherOfEnrolment(Guid Id, string? Name, string? Position);

/// <summary>Whose teacher it is.</summary>
/// <param name="Id">Id of the school.</param>
/// <param name="Name">Its official name.</param>
/// <param name="MunicipalityCode">ОКТМО code of its municipality.</param>
/// <param name="Municipality">Name of the municipality.</param>
public sealed record SchoolOfEnrolment(Guid Id, string Name, string MunicipalityCode, string Municipality);
