using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// A teacher in an association, from a day to a day. It belongs to the main school of the teacher and moves along with the teacher.
/// </summary>
public sealed class AssociationMember : IPlaced, IVersioned, IHistoried
{
    private AssociationMember() { }

    /// <summary>Takes a teacher in.</summary>
    /// <exception cref="BrokenRule"><c>association-closed</c>, <c>member-of-others</c></exception>
    public AssociationMember(Association association, Teacher teacher, DateOnly fromOn)
    {
        if (association.ClosedOn <= fromOn)
            throw new BrokenRule("association-closed", "Объединение закрыто: принять в него нельзя.");
        if (association.SchoolId is { } school && school != teacher.SchoolId && teacher.Posts.All(p => p.SchoolId != school))
            throw new BrokenRule("member-of-others", $"{teacher.Name}: не работает в школе этого объединения.");
        (AssociationId, TeacherId, FromOn, Version) = (association.Id, teacher.Id, fromOn, 1);
        (RegionCode, MunicipalityCode, SchoolId) = (teacher.RegionCode, teacher.MunicipalityCode, teacher.SchoolId);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc cref="IPlaced.MunicipalityCode"/>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The main school of the teacher.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>In what.</summary>
    public Guid AssociationId { get; private set; }

    /// <summary>Who.</summary>
    public Guid TeacherId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    Guid? IHistoried.HistoryRoot => AssociationId;

    /// <summary>Lets the teacher go.</summary>
    /// <exception cref="BrokenRule"><c>already-left</c>, <c>left-before-entry</c></exception>
    public void Leave(DateOnly on)
    {
        if (UntilOn is not null)
            throw new BrokenRule("already-left", $"Педагог уже вышел из объединения {UntilOn:dd.MM.yyyy}.");
        if (on < FromOn)
            throw new BrokenRule("left-before-entry", $"День выхода раньше дня вступления ({FromOn:dd.MM.yyyy}).");
        UntilOn = on;
    }
}
