using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>A machine client as a row of a list; never its key.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Place">Where it acts.</param>
/// <param name="Permissions">What it may do.</param>
/// <param name="ExpiresOn">Last day on which its keys are taken, null for no end.</param>
/// <param name="Networks">Networks its calls come from; empty for any.</param>
/// <param name="State">Whether its keys are taken.</param>
/// <param name="CreatedAt">UTC instant at which it was registered.</param>
/// <param name="LastUsedAt">UTC instant of its last call, known to five minutes; null when it never called.</param>
/// <param name="RevokedAt">UTC instant at which it was revoked.</param>
/// <param name="RevokeReason">Why it was revoked.</param>
/// <param name="Version">Version, for If-Match.</param>
public record ClientSummary(
    Guid Id,
    string Name,
    ClientKind Kind,
    ClientPlace Place,
    IReadOnlyList<ClientPermission> Permissions,
    DateOnly? ExpiresOn,
    IReadOnlyList<string> Networks,
    ClientState State,
    DateTime CreatedAt,
    DateTime? LastUsedAt,
    DateTime? RevokedAt,
    string? RevokeReason,
    int Version
);

/// <summary>The region or municipality of a client.</summary>
/// <param name="Code">ISO 3166-2 code of the region, or ОКТМО code of the municipality.</param>
/// <param name="Name">Name.</param>
/// <param name="IsRegion">Whether it is a whole region.</param>
public sealed record ClientPlace(string Code, string Name, bool IsRegion);

/// <summary>What is read of a client; texts are taken apart after reading.</summary>
internal sealed record ClientRow(MachineClient Client, string PlaceName, DateTime? LastUsedAt)
{
    /// <summary>The row of a client.</summary>
    public static Expression<Func<MachineClient, ClientRow>> From(AppDbContext db) =>
        c => new ClientRow(
            c,
            c.MunicipalityCode == null
                ? db.Regions.Where(r => r.Code == c.RegionCode).Select(r => r.Name).First()
                : db.Municipalities.Where(m => m.Code == c.MunicipalityCode).Select(m => m.Name).First(),
            db.ClientKeys.Where(k => k.ClientId == c.Id).Max(k => k.LastUsedAt)
        );

    /// <summary>Reads a client within the caller's scope.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<ClientRow> Read(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.MachineClients.AsNoTracking().Where(c => c.Id == id).Select(From(db)).SingleOrDefaultAsync(cancellationToken)
        ?? throw Problems.NotFound("Программа");

    /// <summary>As it is answered.</summary>
    public ClientSummary Told(DateTime now) =>
        new(
            Client.Id,
            Client.Name,
            Client.Kind,
            new ClientPlace(Client.MunicipalityCode ?? Client.RegionCode, PlaceName, Client.MunicipalityCode is null),
            ClientPermissions.Kept(Client.Permissions),
            Client.ExpiresOn,
            AllowedNetworks.Split(Client.Networks),
            Client switch
            {
                { RevokedAt: not null } => ClientState.Revoked,
                { ExpiresAt: { } end } when end <= now => ClientState.Expired,
                _ => ClientState.Active,
            },
            Client.CreatedAt,
            LastUsedAt,
            Client.RevokedAt,
            Client.RevokeReason,
            Client.Version
        );
}
