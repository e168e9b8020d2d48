using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Training;

/// <summary>A run alone.</summary>
public sealed record CourseRunDetails : CourseRunSummary
{
    private CourseRunDetails(CourseRunSummary summary)
        : base(summary) { }

    /// <summary>How many teachers of the caller's places stand where.</summary>
    public required IReadOnlyList<EnrolmentCount> Own { get; init; }

    /// <summary>Whether the caller may change the run itself.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a run of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<CourseRunDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var runs = db.CourseRuns.AsNoTracking().Where(r => r.Id == id);
        var summary =
            await runs.Select(CourseRunSummary.From(db)).SingleOrDefaultAsync(cancellationToken) ?? throw Problems.NotFound("Поток");
        var place = await runs.Select(r => new { r.RegionCode, r.MunicipalityCode }).SingleAsync(cancellationToken);
        var own = await db
            .Enrolments.Where(e => e.RunId == id)
            .GroupBy(e => e.State)
            .Select(g => new EnrolmentCount(g.Key, g.Count()))
            .ToListAsync(cancellationToken);
        var details = new CourseRunDetails(summary)
        {
            Own = [.. own.OrderBy(c => c.State)],
            Editable = caller.ScopeFor(Permission.TrainingWrite).Reaches(new Place(place.RegionCode, place.MunicipalityCode, null)),
        };
        return new Versioned<CourseRunDetails>(details, details.Version);
    }
}

/// <summary>How many stand where.</summary>
/// <param name="State">How far they have come.</param>
/// <param name="Count">How many.</param>
public sealed record EnrolmentCount(EnrolmentState State, int Count);
