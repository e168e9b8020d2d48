using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>A place for internships.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Title">What is learned there.</param>
/// <param name="Subjects">Codes of subjects; empty when it is for all.</param>
/// <param name="SchoolId">Id of the school that takes interns.</param>
/// <param name="OrganisationId">Id of the organisation, when it is no school.</param>
/// <param name="Host">Name of the school or organisation.</param>
/// <param name="RegionCode">Region.</param>
/// <param name="MunicipalityCode">ОКТМО code; null for the whole region.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Capacity">How many can be there at once.</param>
/// <param name="Taken">How many are there today.</param>
/// <param name="Interns">Teachers who have completed an internship there, each once.</param>
/// <param name="Contact">Whom to turn to, by role.</param>
/// <param name="Note">More about it.</param>
/// <param name="ClosedOn">The day on which it stopped taking interns.</param>
/// <param name="Version">Version, for If-Match.</param>
public record InternshipSiteSummary(
    Guid Id,
    string Title,
    IReadOnlyList<string> Subjects,
    Guid? SchoolId,
    Guid? OrganisationId,
    string Host,
    string RegionCode,
    string? MunicipalityCode,
    string? Municipality,
    int Capacity,
    int Taken,
    int Interns,
    string? Contact,
    string? Note,
    DateOnly? ClosedOn,
    int Version
)
{
    /// <summary>The row of a place.</summary>
    internal static Expression<Func<InternshipSite, InternshipSiteSummary>> From(AppDbContext db, DateOnly today) =>
        s => new InternshipSiteSummary(
            s.Id,
            s.Title,
            SubjectList.Of(s.SubjectCodes),
            s.SchoolId,
            s.OrganisationId,
            db.ToldSchools.Where(x => x.Id == s.SchoolId).Select(x => x.Name).FirstOrDefault()
                ?? db.Organisations.Where(x => x.Id == s.OrganisationId).Select(x => x.ShortName ?? x.Name).FirstOrDefault()
                ?? "",
            s.RegionCode,
            s.MunicipalityCode,
            db.Municipalities.Where(x => x.Code == s.MunicipalityCode).Select(x => x.Name).FirstOrDefault(),
            s.Capacity,
            db.ToldStays.Count(x => x.SiteId == s.Id && x.StartsOn <= today && x.EndsOn >= today && x.Result == null),
            db.ToldStays.Where(x => x.SiteId == s.Id && x.Result == InternshipResult.Completed).Select(x => x.TeacherId).Distinct().Count(),
            s.Contact,
            s.Note,
            s.ClosedOn,
            s.Version
        );
}

/// <summary>A place for internships, and whether the caller may change it.</summary>
public sealed record InternshipSiteDetails : InternshipSiteSummary
{
    private InternshipSiteDetails(InternshipSiteSummary summary)
        : base(summary) { }

    /// <summary>Whether the caller may change it: whoever answers for the host.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a place of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<InternshipSiteDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var today = await db.Today(cancellationToken);
        var summary =
            await db.InternshipSites.AsNoTracking().Where(s => s.Id == id).Select(From(db, today)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Площадка");
        var details = new InternshipSiteDetails(summary)
        {
            Editable = caller
                .ScopeFor(Permission.PartnershipsWrite)
                .Reaches(new Place(summary.RegionCode, summary.MunicipalityCode, summary.SchoolId)),
        };
        return new Versioned<InternshipSiteDetails>(details, details.Version);
    }
}
