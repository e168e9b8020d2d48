using Microsoft.AspNetCore.Identity;

namespace Opora.Persistence.Identity;

/// <summary>Somebody who signs in. The name stands in this row only; everywhere else people are ids.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Longest display name.</summary>
    public const int DisplayNameLength = 200;

    /// <summary>Creates a person with a new id.</summary>
    public Person() => Id = Guid.CreateVersion7();

    /// <summary>The name that screens show.</summary>
    public string DisplayName { get; set; } = "";
}
