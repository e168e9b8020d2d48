using Opora.Domain.Places;

namespace Opora.Domain.Imports;

/// <summary>
/// What the columns of a customer's table mean, kept under a name: found again by the fingerprint of the header and shared in the
/// region. Everybody in the region reads it; whoever reaches the place that made it may change it.
/// </summary>
public sealed class ImportMapping : IPlaced, IOffered
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Longest fingerprint.</summary>
    public const int FingerprintLength = 64;

    private ImportMapping() { }

    /// <summary>Keeps a mapping; the name is unique in the region for its kind.</summary>
    public ImportMapping(ImportAsker by, ImportKind kind, string name, string fingerprint, MappingSpec spec, DateTime at)
    {
        RegionCode = by.RegionCode;
        MunicipalityCode = by.MunicipalityCode;
        Kind = kind;
        Name = name;
        Replace(fingerprint, spec, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <summary>The municipality whose people made it; null for the region's own.</summary>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>What the table holds.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What tables with the same header have in common.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The mapping as JSON.</summary>
    public string Spec { get; private set; } = "";

    /// <summary>UTC instant of the last saving.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Puts a newer mapping under the same name.</summary>
    public void Replace(string fingerprint, MappingSpec spec, DateTime at) =>
        (Fingerprint, Spec, SavedAt) = (fingerprint, spec.ToJson(), at);
}
