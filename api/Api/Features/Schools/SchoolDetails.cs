using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>A school with its places and lists.</summary>
public sealed record SchoolDetails : SchoolSummary
{
    private SchoolDetails(SchoolSummary summary)
        : base(summary) { }

    /// <summary>Postal address.</summary>
    public string? Address { get; private init; }

    /// <summary>Site.</summary>
    public string? Website { get; private init; }

    /// <summary>The day it closed or merged.</summary>
    public DateOnly? ClosedOn { get; private init; }

    /// <summary>The school it became part of.</summary>
    public SchoolName? MergedInto { get; private init; }

    /// <summary>The municipalities it has stood in, oldest first.</summary>
    public required IReadOnlyList<PlacementDetails> Placements { get; init; }

    /// <summary>The lists of supported schools that it is or was on, newest first.</summary>
    public required IReadOnlyList<SchoolCohort> Cohorts { get; init; }

    /// <summary>Whether the caller may change it.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads the card of a school in the caller's scope.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The school.</param>
    /// <param name="writable">Where the caller may change schools.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Problem">404</exception>
    internal static async Task<SchoolDetails> Read(AppDbContext db, Guid id, Scope writable, CancellationToken cancellationToken)
    {
        var schools = db.Schools.AsNoTracking().Where(s => s.Id == id);
        var summary =
            await schools.Select(SchoolSummary.From(db)).SingleOrDefaultAsync(cancellationToken) ?? throw Problems.NotFound("Школа");
        var more = await schools
            .Select(s => new
            {
                s.RegionCode,
                s.Address,
                s.Website,
                s.ClosedOn,
                s.MergedIntoId,
                // The name alone: a whole object would make SQLite number all schools of the region first.
                MergedIntoName = db.Schools.Where(o => o.Id == s.MergedIntoId).Select(o => o.Name).FirstOrDefault(),
                Placements = s
                    .Placements.OrderBy(p => p.FromOn)
                    .Select(p => new PlacementDetails(
                        new MunicipalityName(
                            p.MunicipalityCode,
                            db.Municipalities.Where(m => m.Code == p.MunicipalityCode).Select(m => m.Name).First()
                        ),
                        p.FromOn,
                        p.ToOn,
                        p.Reason
                    ))
                    .ToList(),
            })
            .SingleAsync(cancellationToken);
        var cohorts = await (
            from member in db.CohortMembers.AsNoTracking()
            join cohort in db.Cohorts on member.CohortId equals cohort.Id
            where member.SchoolId == id
            orderby cohort.ResultsYear descending
            select new SchoolCohort(
                cohort.Id,
                cohort.Name,
                cohort.Period,
                cohort.OrderNumber,
                cohort.OrderDate,
                member.Category,
                member.EnteredOn,
                member.LeftOn,
                member.ExitReason
            )
        ).ToListAsync(cancellationToken);
        return new SchoolDetails(summary)
        {
            Address = more.Address,
            Website = more.Website,
            ClosedOn = more.ClosedOn,
            MergedInto = more is { MergedIntoId: { } into, MergedIntoName: { } name } ? new SchoolName(into, name) : null,
            Placements = more.Placements,
            Cohorts = cohorts,
            Editable = writable.Reaches(new Place(more.RegionCode, summary.Municipality.Code, id)),
        };
    }
}

/// <summary>A school by id and name.</summary>
public sealed record SchoolName(Guid Id, string Name);

/// <summary>A municipality that the school stood in.</summary>
public sealed record PlacementDetails(MunicipalityName Municipality, DateOnly From, DateOnly? To, string? Reason);

/// <summary>A list of supported schools that holds the school.</summary>
public sealed record SchoolCohort(
    Guid Id,
    string Name,
    Period Period,
    string OrderNumber,
    DateOnly OrderDate,
    SupportCategory Category,
    DateOnly EnteredOn,
    DateOnly? LeftOn,
    string? ExitReason
);
