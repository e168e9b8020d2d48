using Microsoft.AspNetCore.Identity;
using Opora.Domain;

namespace Opora.Persistence.Identity;

/// <summary>Somebody who signs in. The name stands in this row only; everywhere else people are ids.</summary>
public sealed class Person : IdentityUser<Guid>, IVersioned
{
    /// <summary>Longest display name.</summary>
    public const int DisplayNameLength = 200;

    /// <summary>Longest protected secret.</summary>
    public const int SecretLength = 500;

    /// <summary>Creates a person with a new id.</summary>
    public Person() => Id = Guid.CreateVersion7();

    /// <summary>The name that screens show.</summary>
    public string DisplayName { get; set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; } = 1;

    /// <summary>
    /// What the authenticator app of this person shares with the product, protected at rest. It counts once
    /// <see cref="IdentityUser{TKey}.TwoFactorEnabled"/> says that a first code was confirmed.
    /// </summary>
    public string? AuthenticatorSecret { get; set; }

    /// <summary>The time step of the last code that was taken: this one and earlier ones are taken no more.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>How screens look and behave for this person.</summary>
    public Preferences Preferences { get; set; } = new();
}
