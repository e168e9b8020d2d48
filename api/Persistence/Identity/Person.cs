using Microsoft.AspNetCore.Identity;
using Opora.Domain;

namespace Opora.Persistence.Identity;

/// <summary>
/// Somebody who signs in, with a user name: the e-mail address where there is one. The name stands in this row only; everywhere else
/// people are ids.
/// </summary>
public sealed class Person : IdentityUser<Guid>, IVersioned
{
    /// <summary>Longest display name.</summary>
    public const int DisplayNameLength = 200;

    /// <summary>Longest e-mail address.</summary>
    public const int EmailLength = 200;

    /// <summary>Longest protected secret.</summary>
    public const int SecretLength = 500;

    private string _displayName = "";

    /// <summary>Creates a person with a new id.</summary>
    public Person() => Id = Guid.CreateVersion7();

    /// <summary>The name that screens show.</summary>
    public string DisplayName
    {
        get => _displayName;
        set => (_displayName, SearchName, SortName) = (value, SearchText.Fold(value), SortText.Key(value));
    }

    /// <summary>The name by <see cref="SearchText"/>: what search looks at.</summary>
    public string SearchName { get; private set; } = " ";

    /// <summary>The name by <see cref="SortText"/>: what lists are sorted by.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>UTC instant from which the person may not sign in; null while they may.</summary>
    public DateTime? BlockedAt { get; set; }

    /// <summary>UTC instant of the last sign-in.</summary>
    public DateTime? LastSignInAt { get; set; }

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
