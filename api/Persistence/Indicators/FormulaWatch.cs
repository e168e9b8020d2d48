using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Indicators;

/// <summary>
/// Leaves the notes of changes that formulas depend on and that happen in many places: facts of schools, lists, periods, definitions.
/// It stands in the one way to save, so no slice can forget it. Values of indicators leave theirs in <see cref="ValueChanges"/>, results
/// are found in the change feed.
/// </summary>
internal static class FormulaWatch
{
    private static readonly string[] FactsOfSchools =
    [
        nameof(School.Pupils),
        nameof(School.Teachers),
        nameof(School.State),
        nameof(School.MunicipalityCode),
    ];

    private const int MostOfOneSave = 50;

    public static void Record(AppDbContext db)
    {
        var notes = db.ChangeTracker.Entries().Select(NoteOf).OfType<FormulaNote>().ToList();
        foreach (var region in notes.DistinctBy(n => (n.RegionCode, n.SchoolId, n.Period, n.IndicatorId)).GroupBy(n => n.RegionCode))
            // A register that is loaded touches every school: then everything is computed.
            db.FormulaNotes.AddRange(region.Count() > MostOfOneSave ? [Note(region.Key)] : region);
    }

    private static FormulaNote? NoteOf(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) =>
        (entry.Entity, entry.State) switch
        {
            (School school, EntityState.Modified) when FactsOfSchools.Any(name => entry.Property(name).IsModified) => Note(
                school.RegionCode,
                school.Id
            ),
            (School school, EntityState.Added) => Note(school.RegionCode, school.Id),
            // The place that it had is told by its post, which every move leaves.
            (Teacher teacher, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(
                teacher.RegionCode,
                teacher.SchoolId
            ),
            (TeacherPost post, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(post.RegionCode, post.SchoolId),
            (Enrolment enrolment, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(
                enrolment.RegionCode,
                enrolment.SchoolId
            ),
            (CourseRun run, EntityState.Modified)
                when entry.Property(nameof(CourseRun.EndsOn)).IsModified || entry.Property(nameof(CourseRun.State)).IsModified => Note(
                run.RegionCode
            ),
            (Course course, EntityState.Modified) when entry.Property(nameof(Course.Hours)).IsModified => Note(course.RegionCode),
            (EventTurnout turnout, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(
                turnout.RegionCode,
                turnout.SchoolId
            ),
            // Its people may be of any school: in another period all of them count elsewhere.
            (Event { NamedCount: > 0 } or Event { UnnamedCount: > 0 }, EntityState.Modified)
                when entry.Property(nameof(Event.StartsOn)).IsModified || entry.Property(nameof(Event.Level)).IsModified => Note(
                ((Event)entry.Entity).RegionCode
            ),
            (
                SupportSession
                    or SupportVisit
                    or Consultation
                    or DiagnosticResult,
                EntityState.Added
                    or EntityState.Modified
                    or EntityState.Deleted
            ) when entry.Entity is IPlaced done => Note(done.RegionCode, done.SchoolId),
            (PartnershipParty { Role: PartyRole.Supported } side, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(
                side.RegionCode,
                side.SchoolId
            ),
            (MentoringParty { Role: MentoringRole.Supported } side, EntityState.Added or EntityState.Modified or EntityState.Deleted) =>
                Note(side.RegionCode, side.SchoolId),
            // What several schools have in common has no school of its own: then everything is computed.
            (Partnership or Mentoring or Internship, EntityState.Added or EntityState.Modified or EntityState.Deleted)
                when entry.Entity is IPlaced helped => Note(helped.RegionCode, helped.SchoolId),
            (CohortMember member, EntityState.Added or EntityState.Modified or EntityState.Deleted) => Note(
                member.RegionCode,
                member.SchoolId
            ),
            (IndicatorPeriod { ClosedAt: null } period, EntityState.Added or EntityState.Modified) => Note(
                period.RegionCode,
                period: period.Period
            ),
            (Indicator indicator, EntityState.Added) when indicator.Versions.Any(v => v.Formula is not null) => Note(
                indicator.RegionCode,
                indicatorId: indicator.Id
            ),
            (Indicator indicator, EntityState.Modified)
                when entry.Property(nameof(Indicator.Definition)).IsModified
                    || entry.Property(nameof(Indicator.RetiredFromOn)).IsModified => Note(indicator.RegionCode, indicatorId: indicator.Id),
            _ => null,
        };

    private static FormulaNote Note(string region, Guid? schoolId = null, Period? period = null, Guid? indicatorId = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RegionCode = region,
            SchoolId = schoolId,
            Period = period,
            IndicatorId = indicatorId,
        };
}
