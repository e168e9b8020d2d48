using Opora.Domain.Places;

namespace Opora.Domain.Access;

/// <summary>What an operator says of a machine client.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Permissions">What it may do: some or all of what its kind may.</param>
/// <param name="ExpiresOn">Last day on which its keys are taken, null for no end.</param>
/// <param name="Networks">Networks its calls come from, as <see cref="AllowedNetworks"/> keeps them; null for any.</param>
public sealed record ClientFacts(
    string Name,
    IReadOnlyCollection<Permission> Permissions,
    DateOnly? ExpiresOn = null,
    string? Networks = null
);

/// <summary>
/// A program that calls the API with a key of its own. Where it may act stands in its <see cref="Grant"/>; what of its role it may use, until
/// when and from where stands here.
/// </summary>
public sealed class MachineClient : IPlaced, IVersioned, IHistoried
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest text of the permissions.</summary>
    public const int PermissionsLength = 400;

    /// <summary>Longest reason of a revocation.</summary>
    public const int ReasonLength = 500;

    private const string Separator = ", ";

    private MachineClient() { }

    /// <summary>Registers a client for a region (municipality null) or a municipality.</summary>
    /// <exception cref="BrokenRule"><c>client-permissions</c>, <c>expiry-in-past</c></exception>
    public MachineClient(ClientKind kind, Region region, Municipality? municipality, ClientFacts facts, DateTime now)
    {
        Kind = kind;
        RegionCode = region.Code;
        MunicipalityCode = municipality?.Code;
        CreatedAt = now;
        Version = 1;
        Take(facts, region, now);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What it is for.</summary>
    public ClientKind Kind { get; private set; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name by <see cref="SearchText"/>: what search looks at.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>: what lists are sorted by.</summary>
    public string SortName { get; private set; } = "";

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    object IHistoried.HistoryKey => Id;

    /// <summary>Names of the permissions it has; a role that learns more gives a client nothing by itself.</summary>
    public string Permissions { get; private set; } = "";

    /// <summary>Networks its calls come from, null for any.</summary>
    public string? Networks { get; private set; }

    /// <summary>Last day on which its keys are taken.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>UTC instant at which that day has ended in the region.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>UTC instant at which it was registered.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC instant from which none of its keys is taken.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Why it was revoked.</summary>
    public string? RevokeReason { get; private set; }

    /// <summary>Id of its newest key: in the history it tells that the key was changed, and nothing of the key.</summary>
    public Guid? KeyId { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The permissions in a text that <see cref="Permissions"/> holds.</summary>
    public static IReadOnlySet<Permission> PermissionsIn(string kept) =>
        kept.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>).ToHashSet();

    /// <summary>Says anew what is said of it.</summary>
    /// <exception cref="BrokenRule"><c>client-revoked</c>, <c>client-permissions</c>, <c>expiry-in-past</c></exception>
    public void Revise(ClientFacts facts, Region region, DateTime now)
    {
        MustNotBeRevoked();
        Take(facts, region, now);
    }

    /// <summary>Gives it a new key; those it has are taken until the overlap has passed.</summary>
    /// <param name="hash">SHA-256 of the key.</param>
    /// <param name="former">The keys it has.</param>
    /// <param name="overlap">How long these stay good.</param>
    /// <param name="now">UTC instant.</param>
    /// <exception cref="BrokenRule"><c>client-revoked</c>, <c>client-expired</c></exception>
    public ClientKey GiveKey(byte[] hash, IEnumerable<ClientKey> former, TimeSpan overlap, DateTime now)
    {
        MustNotBeRevoked();
        if (ExpiresAt <= now)
            throw new BrokenRule("client-expired", "Срок действия истёк: сначала продлите его, потом смените ключ.");
        foreach (var old in former)
            old.ExpireAt(now + overlap);
        var key = new ClientKey(Id, hash, expiresAt: null, now);
        KeyId = key.Id;
        return key;
    }

    /// <summary>Refuses all its keys from now on, for good.</summary>
    /// <exception cref="BrokenRule"><c>client-revoked</c></exception>
    public void Revoke(IEnumerable<ClientKey> keys, string reason, DateTime now)
    {
        MustNotBeRevoked();
        (RevokedAt, RevokeReason) = (now, reason);
        foreach (var key in keys)
            key.Revoke(now);
    }

    private void Take(ClientFacts facts, Region region, DateTime now)
    {
        if (facts.Permissions.Count == 0 || facts.Permissions.Any(p => !Roles.Permits(Kind.RoleOf(), p)))
            throw new BrokenRule("client-permissions", "Выберите хотя бы одно право из тех, что есть у программ этого вида.");
        // A day that has passed stays when only something else is corrected.
        if (facts.ExpiresOn != ExpiresOn && facts.ExpiresOn < region.DayAt(now))
            throw new BrokenRule("expiry-in-past", "Срок действия уже прошёл. Укажите сегодняшний день или более поздний.");
        Name = facts.Name;
        (SearchName, SortName) = (SearchText.Fold(Name), SortText.Key(Name));
        Permissions = string.Join(Separator, facts.Permissions.Distinct().Order());
        Networks = facts.Networks;
        ExpiresOn = facts.ExpiresOn;
        ExpiresAt = facts.ExpiresOn is { } last ? region.StartOf(last.AddDays(1)) : null;
    }

    private void MustNotBeRevoked()
    {
        if (RevokedAt is not null)
            throw new BrokenRule("client-revoked", "Доступ этой программы отозван навсегда. Зарегистрируйте её заново.");
    }
}
