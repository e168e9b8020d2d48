using Opora.Domain.Places;

namespace Opora.Persistence.Identity;

/// <summary>
/// The name of a school that a person was told about, whether it works, and nothing else of it: a narrow look at the table of schools
/// without the filter by scope. Whoever lost a school to another municipality is told which one it was.
/// </summary>
public sealed class ToldSchool
{
    private ToldSchool() { }

    /// <summary>Id of the school.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it works.</summary>
    public SchoolState State { get; private set; }
}
