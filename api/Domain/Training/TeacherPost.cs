using Opora.Domain.Places;

namespace Opora.Domain.Training;

/// <summary>
/// A school at which a teacher works or worked besides the main one of today: a part-timer's further school, or the main school of
/// earlier years. While it lasts, the school's people read the teacher; only the main school's write.
/// </summary>
public sealed class TeacherPost : IParty
{
    private TeacherPost() { }

    internal TeacherPost(Teacher teacher, IPlaced school, Guid schoolId, DateOnly? fromOn, bool main)
    {
        TeacherId = teacher.Id;
        (RegionCode, MunicipalityCode, SchoolId) = (school.RegionCode, school.MunicipalityCode!, schoolId);
        (FromOn, Main) = (fromOn, main);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose post it is.</summary>
    public Guid TeacherId { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Municipality in which the school stands now.</summary>
    public string MunicipalityCode { get; private set; } = "";

    string? IParty.MunicipalityCode => MunicipalityCode;

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IParty.SchoolId => SchoolId;

    /// <summary>Whether it was the main place of work then.</summary>
    public bool Main { get; private set; }

    /// <summary>First day; null when unknown.</summary>
    public DateOnly? FromOn { get; private set; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? UntilOn { get; private set; }

    internal void End(DateOnly on) => UntilOn = on;

    internal void Resume() => UntilOn = null;
}
