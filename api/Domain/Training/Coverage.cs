namespace Opora.Domain.Training;

/// <summary>By what coverage is told.</summary>
public enum CoverageBy
{
    /// <summary>By school.</summary>
    School,

    /// <summary>By municipality.</summary>
    Municipality,

    /// <summary>By subject: whoever teaches two is counted in both.</summary>
    Subject,
}
