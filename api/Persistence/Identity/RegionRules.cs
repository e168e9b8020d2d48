namespace Opora.Persistence.Identity;

/// <summary>
/// What sign-in must know of a region before it is known which regions the caller may see: a narrow look at the table of regions
/// without the filter by scope. It carries nothing that would tell a stranger of the region.
/// </summary>
public sealed class RegionRules
{
    private RegionRules() { }

    /// <summary>Code of the region.</summary>
    public string Code { get; private set; } = "";

    /// <summary>IANA time zone in which «today» is told.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Least pupils whose figures are not small.</summary>
    public int LeastPupils { get; private set; }

    /// <summary>Least schools whose common figure may be shown.</summary>
    public int LeastSchools { get; private set; }

    /// <summary>Whether its operators must have a second factor.</summary>
    public bool RequiresSecondFactor { get; private set; }
}
