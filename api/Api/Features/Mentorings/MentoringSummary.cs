using System.Linq.Expressions;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>A pairing as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">Who helps whom.</param>
/// <param name="Aim">What it is to bring.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Parties">Both sides, the mentor first.</param>
/// <param name="Visits">Meetings.</param>
/// <param name="Hours">Academic hours of all meetings.</param>
/// <param name="LastVisitOn">The day of the last one.</param>
/// <param name="Reached">Whether the aim was reached.</param>
/// <param name="Version">Version, for If-Match.</param>
public record MentoringSummary(
    Guid Id,
    MentoringKind Kind,
    string Aim,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    MentoringState State,
    IReadOnlyList<MentoringPartyDetails> Parties,
    int Visits,
    int Hours,
    DateOnly? LastVisitOn,
    MentoringReached? Reached,
    int Version
)
{
    /// <summary>The row of a pairing with the names of its people; see <see cref="Told"/>.</summary>
    /// <param name="db">The database.</param>
    /// <param name="today">The day in the region.</param>
    internal static Expression<Func<Mentoring, MentoringSummary>> From(AppDbContext db, DateOnly today) =>
        m => new MentoringSummary(
            m.Id,
            m.Kind,
            m.Aim,
            m.StartsOn,
            m.EndsOn,
            Mentoring.StateOn(today, m.StartsOn, m.EndsOn, m.TerminatedOn),
            m.Parties.OrderBy(p => p.Role)
                .ThenBy(p => p.Id)
                .Select(p => new MentoringPartyDetails(
                    p.Role,
                    p.RegionCode,
                    p.MunicipalityCode,
                    db.Municipalities.Where(x => x.Code == p.MunicipalityCode).Select(x => x.Name).FirstOrDefault(),
                    p.SchoolId,
                    p.OrganisationId,
                    db.ToldSchools.Where(x => x.Id == p.SchoolId).Select(x => x.Name).FirstOrDefault()
                        ?? db.Organisations.Where(x => x.Id == p.OrganisationId).Select(x => x.ShortName ?? x.Name).FirstOrDefault()
                        ?? "",
                    p.TeacherId,
                    p.StaffMemberId,
                    db.ToldTeachers.Where(x => x.Id == p.TeacherId).Select(x => x.Name).FirstOrDefault()
                        ?? db.StaffMembers.Where(x => x.Id == p.StaffMemberId).Select(x => x.Name).FirstOrDefault()
                ))
                .ToList(),
            m.Visits.Count,
            m.Visits.Sum(v => v.Hours),
            m.Visits.Max(v => (DateOnly?)v.On),
            m.Reached,
            m.Version
        );

    /// <summary>Whether somebody who sees people in these places is a side of it, or above one: then both sides' names are told.</summary>
    internal bool NamesPeopleTo(Scope people) => Parties.Any(p => people.Reaches(p.Place()));

    /// <summary>The row as it is told to whoever sees people in these places.</summary>
    internal MentoringSummary Told(Scope people) =>
        NamesPeopleTo(people)
            ? this
            : this with
            {
                Parties = [.. Parties.Select(p => p with { TeacherId = null, StaffMemberId = null, Person = null })],
            };
}

/// <summary>A side of a pairing.</summary>
/// <param name="Role">Which side.</param>
/// <param name="RegionCode">Region.</param>
/// <param name="MunicipalityCode">Its municipality; null for an organisation of the whole region.</param>
/// <param name="MunicipalityName">Name of the municipality.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="OrganisationId">Id of the organisation, when it is no school.</param>
/// <param name="Name">Name of the school or organisation.</param>
/// <param name="TeacherId">Id of the teacher; null where people are not told.</param>
/// <param name="StaffMemberId">Id of who it is on the organisation's staff; null where people are not told.</param>
/// <param name="Person">Name of the person; null where nobody is named, where the name was erased, or where people are not told.</param>
public sealed record MentoringPartyDetails(
    MentoringRole Role,
    string RegionCode,
    string? MunicipalityCode,
    string? MunicipalityName,
    Guid? SchoolId,
    Guid? OrganisationId,
    string Name,
    Guid? TeacherId,
    Guid? StaffMemberId,
    string? Person
)
{
    internal Place Place() => new(RegionCode, MunicipalityCode, SchoolId);
}
