using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Training;

/// <summary>What changes of courses and runs have in common: the version before, the card after.</summary>
internal static class TrainingChange
{
    /// <summary>The course to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<Course> CourseToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (course is null || !db.Current.Scope.Reaches(course))
            throw Problems.NotFound("Курс");
        db.Expect(course, seen.Version);
        return course;
    }

    /// <summary>Refuses a provider that the region does not know.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustBeKnown(
        this AppDbContext db,
        Guid? provider,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        if (provider is { } id && !await db.Organisations.AnyAsync(o => o.Id == id && o.RegionCode == region, cancellationToken))
            throw Problems.NotFound("Организация", pointer, id.ToString());
    }

    /// <summary>Refuses deficits that the dictionary of the region does not hold.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task MustKnowDeficits(
        this AppDbContext db,
        IReadOnlyList<string>? codes,
        string region,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        if (codes is not { Count: > 0 })
            return;
        var known = await db
            .Deficits.Where(d => d.RegionCode == region && codes.Contains(d.Code))
            .Select(d => d.Code)
            .ToListAsync(cancellationToken);
        foreach (var (i, code) in codes.Index())
            if (!known.Contains(code, StringComparer.Ordinal))
                throw Problems.NotFound("Дефицит", $"{pointer}/{i}", code);
    }

    /// <summary>The run to change, in the version that the caller saw, kept from others until the transaction ends.</summary>
    /// <exception cref="Problem">404, also where the caller may read it and not write it.</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<CourseRun> RunToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var run = await db.HoldRun(id, cancellationToken);
        if (run is null || !db.Current.Scope.Reaches(run))
            throw Problems.NotFound("Поток");
        db.Expect(run, seen.Version);
        return run;
    }

    /// <summary>Saves the change under the name that the history gives it, and answers with the card.</summary>
    public static async Task<Versioned<CourseDetails>> Changed(
        this AppDbContext db,
        Course course,
        string action,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        db.Act = (action, null);
        await db.SaveChangesAsync(cancellationToken);
        return await CourseDetails.Read(db, course.Id, caller, cancellationToken);
    }
}
