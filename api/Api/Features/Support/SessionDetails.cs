using System.Linq.Expressions;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A session of a specialist.</summary>
/// <param name="Id">Id.</param>
/// <param name="On">The day.</param>
/// <param name="Held">Whether it took place.</param>
/// <param name="Organisation">Who answered for the request then.</param>
/// <param name="Person">Who held it; null when nobody is named, and for callers who see no people's names.</param>
/// <param name="Counts">Who was reached; null while it is planned.</param>
/// <param name="Note">What was done; null for callers who see no people's names.</param>
public sealed record SessionDetails(
    Guid Id,
    DateOnly On,
    bool Held,
    SupportingOrganisation Organisation,
    SupportingPerson? Person,
    SessionCountsBody? Counts,
    string? Note
)
{
    /// <summary>The row of a session.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told.</param>
    internal static Expression<Func<SupportSession, SessionDetails>> From(AppDbContext db, bool seesPeople) =>
        s => new SessionDetails(
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
        );
}
