using System.Text.Json.Serialization;

namespace Opora.Domain.Access;

/// <summary>What a machine client is for; named as on the wire.</summary>
public enum ClientKind
{
    /// <summary>A program of a third party that pulls indicator data.</summary>
    [JsonStringEnumMemberName("integration")]
    Integration,

    /// <summary>A program of a region or municipality that posts results.</summary>
    [JsonStringEnumMemberName("municipal-system")]
    MunicipalSystem,
}

/// <summary>What follows from a <see cref="ClientKind"/>.</summary>
public static class ClientKinds
{
    /// <summary>The role that a client of this kind holds at its place.</summary>
    public static Role RoleOf(this ClientKind kind) => kind == ClientKind.Integration ? Role.Integration : Role.MunicipalSystem;
}
