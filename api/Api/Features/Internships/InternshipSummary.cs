using System.Linq.Expressions;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>A teacher at a place for internships, as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SiteId">Id of the place.</param>
/// <param name="Site">What is learned there.</param>
/// <param name="TeacherId">Id of the teacher; null where people are not told.</param>
/// <param name="Teacher">Name of the teacher; null where it was erased or people are not told.</param>
/// <param name="Sending">The school that sends.</param>
/// <param name="Host">Who takes the teacher.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Hours">Academic hours.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Outcome">What came of it; null where people are not told.</param>
/// <param name="Version">Version, for If-Match.</param>
public record InternshipSummary(
    Guid Id,
    Guid SiteId,
    string Site,
    Guid? TeacherId,
    string? Teacher,
    InternshipSide Sending,
    InternshipSide Host,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Hours,
    InternshipState State,
    string? Outcome,
    int Version
)
{
    /// <summary>The row of an internship with the name of the teacher; see <see cref="Told"/>.</summary>
    internal static Expression<Func<Internship, InternshipSummary>> From(AppDbContext db, DateOnly today) =>
        i => new InternshipSummary(
            i.Id,
            i.SiteId,
            db.InternshipSites.Where(s => s.Id == i.SiteId).Select(s => s.Title).FirstOrDefault() ?? "",
            i.TeacherId,
            db.ToldTeachers.Where(t => t.Id == i.TeacherId).Select(t => t.Name).FirstOrDefault(),
            new InternshipSide(
                i.RegionCode,
                i.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == i.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                i.SchoolId,
                null,
                db.ToldSchools.Where(s => s.Id == i.SchoolId).Select(s => s.Name).FirstOrDefault() ?? ""
            ),
            new InternshipSide(
                i.RegionCode,
                db.InternshipSites.Where(s => s.Id == i.SiteId).Select(s => s.MunicipalityCode).FirstOrDefault(),
                db.InternshipSites.Where(s => s.Id == i.SiteId)
                    .Join(db.Municipalities, s => s.MunicipalityCode, m => m.Code, (s, m) => m.Name)
                    .FirstOrDefault(),
                db.InternshipSites.Where(s => s.Id == i.SiteId).Select(s => s.SchoolId).FirstOrDefault(),
                db.InternshipSites.Where(s => s.Id == i.SiteId).Select(s => s.OrganisationId).FirstOrDefault(),
                db.InternshipSites.Where(s => s.Id == i.SiteId)
                    .Join(db.ToldSchools, s => s.SchoolId, x => x.Id, (s, x) => x.Name)
                    .FirstOrDefault()
                    ?? db.InternshipSites.Where(s => s.Id == i.SiteId)
                        .Join(db.Organisations, s => s.OrganisationId, x => x.Id, (s, x) => x.ShortName ?? x.Name)
                        .FirstOrDefault()
                    ?? ""
            ),
            i.StartsOn,
            i.EndsOn,
            i.Hours,
            Internship.StateOn(today, i.StartsOn, i.EndsOn, i.Result),
            i.Outcome,
            i.Version
        );

    /// <summary>Whether somebody who sees people in these places is a side of it, or above one.</summary>
    internal bool NamesPeopleTo(Scope people) => people.Reaches(Sending.Place()) || people.Reaches(Host.Place());

    /// <summary>The row as it is told to whoever sees people in these places.</summary>
    internal InternshipSummary Told(Scope people) =>
        NamesPeopleTo(people) ? this : this with { TeacherId = null, Teacher = null, Outcome = null };
}

/// <summary>A side of an internship.</summary>
/// <param name="RegionCode">Region.</param>
/// <param name="MunicipalityCode">ОКТМО code; null for an organisation of the whole region.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="OrganisationId">Id of the organisation, when it is no school.</param>
/// <param name="Name">Its name.</param>
public sealed record InternshipSide(
    string RegionCode,
    string? MunicipalityCode,
    string? Municipality,
    Guid? SchoolId,
    Guid? OrganisationId,
    string Name
)
{
    internal Place Place() => new(RegionCode, MunicipalityCode, SchoolId);
}
