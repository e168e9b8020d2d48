using Microsoft.EntityFrameworkCore;

namespace Opora.Persistence.Training;

/// <summary>Where a teacher was on the staff on a day: the main place of work, so that each stands in one place.</summary>
internal sealed class StaffPlace
{
    public Guid TeacherId { get; init; }
    public string RegionCode { get; init; } = "";
    public string MunicipalityCode { get; init; } = "";
    public Guid SchoolId { get; init; }
    public string SubjectCodes { get; init; } = "";
}

/// <summary>How many of a group.</summary>
internal sealed class Counted<TKey>
{
    public required TKey Key { get; init; }
    public int Count { get; init; }
}

/// <summary>The staff that shares of teachers are of.</summary>
internal static class StaffPlaces
{
    /// <summary>The staff of the caller's schools that a share is asked of.</summary>
    public static IQueryable<StaffPlace> StaffOf(this AppDbContext db, CoveragePeriod of)
    {
        var staff = db.StaffOn(of.StaffOn);
        if (of.Municipalities is { Count: > 0 } municipalities)
            staff = staff.Where(s => municipalities.Contains(s.MunicipalityCode));
        if (of.SchoolId is { } school)
            staff = staff.Where(s => s.SchoolId == school);
        if (of.Subject is { } subject)
        {
            var code = $" {subject} ";
            staff = staff.Where(s => s.SubjectCodes.Contains(code));
        }
        if (of.Supported)
        {
            var supported = db
                .CohortMembers.Where(m => m.EnteredOn <= of.Until && (m.LeftOn == null || m.LeftOn >= of.From))
                .Select(m => m.SchoolId);
            staff = staff.Where(s => supported.Contains(s.SchoolId));
        }
        return staff;
    }

    /// <summary>The staff of a day in the caller's schools, by main place of work; of earlier days by the posts that keep it.</summary>
    public static IQueryable<StaffPlace> StaffOn(this AppDbContext db, DateOnly day)
    {
        var (regions, municipalities, schools) = (db.ScopeRegions, db.ScopeMunicipalities, db.ScopeSchools);
        var now = db
            .Teachers.Where(t => (t.StaffSinceOn == null || t.StaffSinceOn <= day) && (t.LeftOn == null || t.LeftOn >= day))
            .Select(t => new StaffPlace
            {
                TeacherId = t.Id,
                RegionCode = t.RegionCode,
                MunicipalityCode = t.MunicipalityCode,
                SchoolId = t.SchoolId,
                SubjectCodes = t.SubjectCodes,
            });
        var then =
            from p in db.TeacherPosts
            join t in db.Teachers on p.TeacherId equals t.Id
            where p.Main && (p.FromOn == null || p.FromOn <= day) && p.UntilOn >= day && t.StaffSinceOn > day
            select new StaffPlace
            {
                TeacherId = t.Id,
                RegionCode = p.RegionCode,
                MunicipalityCode = p.MunicipalityCode,
                SchoolId = p.SchoolId,
                SubjectCodes = t.SubjectCodes,
            };
        // A teacher is read from a further school, too, and counts at the main one only: the place itself must be in reach.
        return now.Concat(then)
            .Where(s => regions.Contains(s.RegionCode) || municipalities.Contains(s.MunicipalityCode) || schools.Contains(s.SchoolId));
    }
}
