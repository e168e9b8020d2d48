using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>An association alone.</summary>
public sealed record AssociationDetails : AssociationSummary
{
    private AssociationDetails(AssociationSummary summary)
        : base(summary) { }

    /// <summary>Whether the caller may change it and announce its meetings.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an association that the caller may see.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<AssociationDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var associations = db.Associations.AsNoTracking().Where(a => a.Id == id);
        var summary =
            await associations.Select(AssociationSummary.From(db, caller.SeesPeople)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Методическое объединение");
        var region = await associations.Select(a => a.RegionCode).SingleAsync(cancellationToken);
        var place = new Place(region, summary.Municipality?.Code, summary.School?.Id);
        var details = new AssociationDetails(summary) { Editable = caller.ScopeFor(Permission.EventsWrite).Reaches(place) };
        return new Versioned<AssociationDetails>(details, details.Version);
    }
}
