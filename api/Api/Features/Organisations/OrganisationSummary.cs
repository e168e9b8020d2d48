using System.Linq.Expressions;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>An organisation as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in lists.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Municipality">Whose it is, null for the whole region.</param>
/// <param name="Functions">What an education centre does.</param>
/// <param name="Staff">People on its staff.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
/// <param name="Version">Version, for If-Match.</param>
public record OrganisationSummary(
    Guid Id,
    string Name,
    string? ShortName,
    OrganisationKind Kind,
    OrganisationPlace? Municipality,
    IReadOnlyList<CentreFunction> Functions,
    int Staff,
    DateOnly? ClosedOn,
    int Version
)
{
    /// <summary>The row of an organisation.</summary>
    internal static Expression<Func<Organisation, OrganisationSummary>> From(AppDbContext db) =>
        o => new OrganisationSummary(
            o.Id,
            o.Name,
            o.ShortName,
            o.Kind,
            o.MunicipalityCode == null
                ? null
                : new OrganisationPlace(
                    o.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == o.MunicipalityCode).Select(m => m.Name).First()
                ),
            o.Functions,
            db.StaffMembers.Count(s => s.OrganisationId == o.Id),
            o.ClosedOn,
            o.Version
        );
}

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record OrganisationPlace(string Code, string Name);
