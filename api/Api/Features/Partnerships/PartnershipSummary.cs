using System.Linq.Expressions;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>An agreement as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Subject">What the sides agree upon.</param>
/// <param name="Number">Number, null while it is a draft.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
/// <param name="StartsOn">First day of its term; that of signing when null.</param>
/// <param name="EndsOn">Last day of its term.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Parties">All sides, supported schools first.</param>
/// <param name="Actions">Joint actions planned.</param>
/// <param name="ActionsDone">How many of them have been done.</param>
/// <param name="Version">Version, for If-Match.</param>
public record PartnershipSummary(
    Guid Id,
    string Subject,
    string? Number,
    DateOnly? SignedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    PartnershipState State,
    IReadOnlyList<PartyDetails> Parties,
    int Actions,
    int ActionsDone,
    int Version
)
{
    /// <summary>The row of an agreement.</summary>
    /// <param name="db">The database.</param>
    /// <param name="today">The day in the region.</param>
    internal static Expression<Func<Partnership, PartnershipSummary>> From(AppDbContext db, DateOnly today) =>
        p => new PartnershipSummary(
            p.Id,
            p.Subject,
            p.Number,
            p.SignedOn,
            p.StartsOn,
            p.EndsOn,
            Partnership.StateOn(today, p.SignedOn, p.StartsOn, p.EndsOn, p.TerminatedOn),
            p.Parties.OrderByDescending(s => s.Role)
                .ThenBy(s => s.Id)
                .Select(s => new PartyDetails(
                    s.Role,
                    s.SchoolId,
                    s.OrganisationId,
                    db.ToldSchools.Where(x => x.Id == s.SchoolId).Select(x => x.Name).FirstOrDefault()
                        ?? db.Organisations.Where(x => x.Id == s.OrganisationId).Select(x => x.ShortName ?? x.Name).FirstOrDefault()
                        ?? "",
                    s.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).FirstOrDefault()
                ))
                .ToList(),
            p.Actions.Count,
            p.Actions.Count(a => a.DoneOn != null),
            p.Version
        );

    /// <summary>Which agreements are in a state on a day; the same rule as <see cref="Partnership.StateOn"/>.</summary>
    internal static Expression<Func<Partnership, bool>> Is(PartnershipState state, DateOnly today)
    {
        var soon = today.AddDays(Partnership.ExpiringDays);
        return state switch
        {
            PartnershipState.Terminated => p => p.TerminatedOn <= today,
            PartnershipState.Draft => p => p.SignedOn == null,
            PartnershipState.Expired => p => !(p.TerminatedOn <= today) && p.SignedOn != null && p.EndsOn < today,
            PartnershipState.Upcoming => p =>
                !(p.TerminatedOn <= today) && p.SignedOn != null && !(p.EndsOn < today) && (p.StartsOn ?? p.SignedOn) > today,
            PartnershipState.Expiring => p =>
                !(p.TerminatedOn <= today)
                && (p.StartsOn ?? p.SignedOn) <= today
                && p.SignedOn != null
                && p.EndsOn >= today
                && p.EndsOn <= soon,
            _ => p =>
                !(p.TerminatedOn <= today)
                && p.SignedOn != null
                && (p.StartsOn ?? p.SignedOn) <= today
                && (p.EndsOn == null || p.EndsOn > soon),
        };
    }
}

/// <summary>A side of an agreement.</summary>
/// <param name="Role">Which side.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="OrganisationId">Id of the organisation, when it is no school.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityCode">Its municipality; null for an organisation of the whole region.</param>
/// <param name="MunicipalityName">Name of the municipality.</param>
public sealed record PartyDetails(
    PartyRole Role,
    Guid? SchoolId,
    Guid? OrganisationId,
    string Name,
    string? MunicipalityCode,
    string? MunicipalityName
);
