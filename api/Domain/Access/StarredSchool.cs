namespace Opora.Domain.Access;

/// <summary>A school that a person keeps an eye on. It shows nothing by itself: one that leaves the person's places is no longer seen.</summary>
public sealed class StarredSchool
{
    private StarredSchool() { }

    /// <summary>Stars a school.</summary>
    /// <param name="personId">Whose star it is.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="at">UTC instant.</param>
    public StarredSchool(Guid personId, Guid schoolId, DateTime at) => (PersonId, SchoolId, StarredAt) = (personId, schoolId, at);

    /// <summary>Whose star it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>UTC instant.</summary>
    public DateTime StarredAt { get; private set; }
}
