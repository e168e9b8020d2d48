using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>A teacher at a place for internships.</summary>
public sealed record InternshipDetails : InternshipSummary
{
    private InternshipDetails(InternshipSummary summary)
        : base(summary) { }

    /// <summary>Whether the caller may change it: the school that sends may, the host reads.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an internship that one of the caller's places takes part in.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<InternshipDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var today = await db.Today(cancellationToken);
        var summary =
            await db.Internships.AsNoTracking().Where(i => i.Id == id).Select(From(db, today)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Стажировка");
        var details = new InternshipDetails(summary.Told(caller.ScopeFor(Permission.TeachersRead)))
        {
            Editable = caller.ScopeFor(Permission.PartnershipsWrite).Reaches(summary.Sending.Place()),
        };
        return new Versioned<InternshipDetails>(details, details.Version);
    }
}
