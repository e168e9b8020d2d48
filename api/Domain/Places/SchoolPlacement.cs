namespace Opora.Domain.Places;

/// <summary>A municipality that a school stood in, from a day (inclusive) to a day (exclusive, null while it lasts).</summary>
public sealed class SchoolPlacement
{
    private SchoolPlacement() { }

    internal SchoolPlacement(Guid schoolId, Municipality municipality, DateOnly fromOn, string? reason)
    {
        SchoolId = schoolId;
        RegionCode = municipality.RegionCode;
        MunicipalityCode = municipality.Code;
        FromOn = fromOn;
        Reason = reason;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>Region, which never changes.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>ОКТМО code.</summary>
    public string MunicipalityCode { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>First day elsewhere.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>Why the school came here.</summary>
    public string? Reason { get; private set; }

    /// <summary>
    /// Where a school stood on a day. Before its first placement it counts where it was first known, because schools are
    /// registered long after the years whose results are loaded.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no placement.</exception>
    public static string MunicipalityOn(IEnumerable<SchoolPlacement> placements, DateOnly day)
    {
        SchoolPlacement? first = null;
        foreach (var placement in placements)
        {
            if (placement.FromOn <= day && !(placement.ToOn <= day))
                return placement.MunicipalityCode;
            if (first is null || placement.FromOn < first.FromOn)
                first = placement;
        }
        return (first ?? throw new InvalidOperationException("A school without a placement.")).MunicipalityCode;
    }

    internal void End(DateOnly on) => ToOn = on;
}
