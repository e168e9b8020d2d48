using System.Text.Json.Serialization;

namespace Opora.Persistence.Identity;

/// <summary>How high the rows of tables are.</summary>
public enum Density
{
    /// <summary>Room to read.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>More rows on a screen.</summary>
    [JsonStringEnumMemberName("compact")]
    Compact,
}

/// <summary>Colours of the screens.</summary>
public enum Theme
{
    /// <summary>As the device is set.</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>Dark on light.</summary>
    [JsonStringEnumMemberName("light")]
    Light,

    /// <summary>Light on dark.</summary>
    [JsonStringEnumMemberName("dark")]
    Dark,
}

/// <summary>How screens look and behave for one person, on every computer.</summary>
/// <param name="Density">How high the rows of tables are.</param>
/// <param name="SingleLetterKeys">Whether single letters (<c>j</c>, <c>k</c>, <c>/</c>) are shortcuts.</param>
/// <param name="Theme">Colours.</param>
public sealed record Preferences(Density Density, bool SingleLetterKeys, Theme Theme)
{
    /// <summary>What everybody starts with.</summary>
    public Preferences()
        : this(Density.Normal, SingleLetterKeys: true, Theme.Auto) { }
}
