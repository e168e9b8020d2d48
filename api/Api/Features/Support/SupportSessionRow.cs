using System.Linq.Expressions;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A session as a row of the journal.</summary>
/// <param name="Session">The session.</param>
/// <param name="RequestId">Id of the request that it answers.</param>
/// <param name="Specialist">Whose session it is.</param>
/// <param name="School">The school.</param>
public sealed record SupportSessionRow(SessionDetails Session, Guid RequestId, SpecialistKind Specialist, SupportedSchool School)
{
    /// <summary>The row of a session.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told.</param>
    internal static Expression<Func<SupportSession, SupportSessionRow>> From(AppDbContext db, bool seesPeople) =>
        s => new SupportSessionRow(
            new SessionDetails(
                s.Id,
                s.On,
                s.Held,
                new SupportingOrganisation(
                    s.OrganisationId,
                    db.Organisations.Where(o => o.Id == s.OrganisationId).Select(o => o.ShortName ?? o.Name).First()
                ),
                s.StaffMemberId == null || !seesPeople
                    ? null
                    : new SupportingPerson(
                        s.StaffMemberId.Value,
                        db.StaffMembers.Where(p => p.Id == s.StaffMemberId).Select(p => p.Name).FirstOrDefault()
                    ),
                s.Held ? new SessionCountsBody(s.Children, s.Returning, s.Examined, s.Consulted, s.Teachers, s.Parents) : null,
                seesPeople ? s.Note : null
            ),
            s.RequestId,
            s.Specialist,
            new SupportedSchool(
                s.SchoolId,
                db.Schools.Where(x => x.Id == s.SchoolId).Select(x => x.Name).First(),
                s.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).First()
            )
        );
}

/// <summary>What sessions are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface ISupportSessionFilter
{
    bool? Held { get; }
    WireEnum<SpecialistKind>? Specialist { get; }
    string? Municipality { get; }
    Guid? School { get; }
    Guid? Organisation { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }
}

/// <summary>One filter for the journal and its file.</summary>
internal static class SupportSessionFilter
{
    public static IQueryable<SupportSession> Filtered(this AppDbContext db, ISupportSessionFilter filter)
    {
        IQueryable<SupportSession> found = db.SupportSessions;
        if (filter.Held is { } held)
            found = found.Where(s => s.Held == held);
        if (filter.Specialist is { Value: var specialist })
            found = found.Where(s => s.Specialist == specialist);
        if (filter.Municipality is { } municipality)
            found = found.Where(s => s.MunicipalityCode == municipality);
        if (filter.School is { } school)
            found = found.Where(s => s.SchoolId == school);
        if (filter.Organisation is { } organisation)
            found = found.Where(s => s.OrganisationId == organisation);
        if (filter.From is { } from)
            found = found.Where(s => s.On >= from);
        return filter.To is { } to ? found.Where(s => s.On <= to) : found;
    }
}
