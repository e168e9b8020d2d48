using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>A machine client with what is known of its keys.</summary>
public sealed record ClientDetails : ClientSummary
{
    private ClientDetails(ClientSummary summary)
        : base(summary) { }

    /// <summary>Its keys, newest first; the keys themselves are known to nobody but their holder.</summary>
    public required IReadOnlyList<ClientKeyDetails> Keys { get; init; }

    /// <summary>Reads a client within the caller's scope.</summary>
    internal static async Task<ClientDetails> Read(AppDbContext db, Guid id, DateTime now, CancellationToken cancellationToken)
    {
        var client = (await ClientRow.Read(db, id, cancellationToken)).Told(now);
        var keys = await db
            .ClientKeys.AsNoTracking()
            .Where(k => k.ClientId == id)
            .OrderByDescending(k => k.CreatedAt)
            .ThenByDescending(k => k.Id)
            .ToListAsync(cancellationToken);
        return new ClientDetails(client) { Keys = [.. keys.Select(k => Told(k, client.State, now))] };
    }

    private static ClientKeyDetails Told(ClientKey key, ClientState client, DateTime now) =>
        new(
            key.Id,
            key.CreatedAt,
            key.ExpiresAt,
            key.LastUsedAt,
            key.RevokedAt is not null ? ClientState.Revoked
                : key.ExpiresAt <= now ? ClientState.Expired
                : client
        );
}

/// <summary>What is known of a key.</summary>
/// <param name="Id">Id of the key, as the history names it.</param>
/// <param name="CreatedAt">UTC instant at which it was given.</param>
/// <param name="ExpiresAt">UTC instant at which its overlap with a newer key ends; null while the client itself is good.</param>
/// <param name="LastUsedAt">UTC instant of its last use, known to five minutes; null when it was never used.</param>
/// <param name="State">Whether it is taken.</param>
public sealed record ClientKeyDetails(Guid Id, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? LastUsedAt, ClientState State);

/// <summary>A client with its new key, told this once: the product keeps only a hash.</summary>
/// <param name="Client">The client.</param>
/// <param name="Key">The key, to be sent as <c>Authorization: Bearer …</c>.</param>
public sealed record IssuedKey(ClientDetails Client, string Key);
