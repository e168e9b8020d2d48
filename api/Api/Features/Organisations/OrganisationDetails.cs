using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>An organisation with its staff.</summary>
public sealed record OrganisationDetails : OrganisationSummary
{
    private OrganisationDetails(OrganisationSummary summary)
        : base(summary) { }

    /// <summary>Postal address.</summary>
    public string? Address { get; private init; }

    /// <summary>Site.</summary>
    public string? Website { get; private init; }

    /// <summary>Who works there, by name; null for callers who see no people's names.</summary>
    public IReadOnlyList<StaffMemberDetails>? People { get; private init; }

    /// <summary>Whether the caller may change it.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads an organisation of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<OrganisationDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var organisations = db.Organisations.AsNoTracking().Where(o => o.Id == id);
        var summary =
            await organisations.Select(OrganisationSummary.From(db)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Организация");
        var more = await organisations
            .Select(o => new
            {
                o.RegionCode,
                o.Address,
                o.Website,
            })
            .SingleAsync(cancellationToken);
        var people = caller.SeesPeople ? await StaffOf(db, id, cancellationToken) : null;
        var writable = caller.ScopeFor(Permission.OrganisationsWrite);
        var details = new OrganisationDetails(summary)
        {
            Address = more.Address,
            Website = more.Website,
            People = people,
            Editable = writable.Reaches(new Place(more.RegionCode, summary.Municipality?.Code, null)),
        };
        return new Versioned<OrganisationDetails>(details, details.Version);
    }

    private static async Task<List<StaffMemberDetails>> StaffOf(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db
            .StaffMembers.AsNoTracking()
            .Where(s => s.OrganisationId == id)
            .OrderBy(s => s.Name)
            .ThenBy(s => s.Id)
            .Select(s => new StaffMemberDetails(s.Id, s.Name, s.Position, s.Functions, s.Contact))
            .ToListAsync(cancellationToken);
}

/// <summary>Somebody on the staff.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Position">Position.</param>
/// <param name="Functions">What the person does at an education centre.</param>
/// <param name="Contact">Work telephone or e-mail.</param>
public sealed record StaffMemberDetails(Guid Id, string Name, string Position, IReadOnlyList<CentreFunction> Functions, string? Contact);
