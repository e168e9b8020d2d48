using System.Text.Json.Serialization;
using Opora.Domain.Access;

namespace Opora.Api.Features.Clients;

/// <summary>What a machine client may do; which of these depends on its kind.</summary>
public enum ClientPermission
{
    /// <summary>Read the dictionaries and the list of schools, to name places.</summary>
    [JsonStringEnumMemberName("registry:read")]
    RegistryRead,

    /// <summary>Read exam results and what is computed from them.</summary>
    [JsonStringEnumMemberName("results:read")]
    ResultsRead,

    /// <summary>Send exam results.</summary>
    [JsonStringEnumMemberName("results:write")]
    ResultsWrite,

    /// <summary>Read indicators, their values and what is computed from them.</summary>
    [JsonStringEnumMemberName("indicators:read")]
    IndicatorsRead,

    /// <summary>Send values of indicators.</summary>
    [JsonStringEnumMemberName("indicators:write")]
    IndicatorsWrite,

    /// <summary>See its imports of files.</summary>
    [JsonStringEnumMemberName("imports:read")]
    ImportsRead,

    /// <summary>Import files.</summary>
    [JsonStringEnumMemberName("imports:write")]
    ImportsWrite,
}

/// <summary>Whether the keys of a client are taken.</summary>
public enum ClientState
{
    /// <summary>They are.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Its last day has passed.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Somebody revoked it.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,
}

/// <summary>The two ways to name a permission.</summary>
internal static class ClientPermissions
{
    /// <summary>As the domain names them.</summary>
    public static IReadOnlyList<Permission> InDomain(IEnumerable<ClientPermission> permissions) =>
        [.. permissions.Select(p => Enum.Parse<Permission>(p.ToString()))];

    /// <summary>As the client's row keeps them.</summary>
    public static IReadOnlyList<ClientPermission> Kept(string permissions) =>
        [.. MachineClient.PermissionsIn(permissions).Order().Select(p => Enum.Parse<ClientPermission>(p.ToString()))];
}
