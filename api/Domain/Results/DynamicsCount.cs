using System.Text.Json.Serialization;

namespace Opora.Domain.Results;

/// <summary>Which schools the share of rising ones is taken of.</summary>
public enum DynamicsBase
{
    /// <summary>Schools with results in both years.</summary>
    [JsonStringEnumMemberName("comparable")]
    Comparable,

    /// <summary>All schools of the list, also those without comparison: the way Tatarstan's note reports «50 из 71».</summary>
    [JsonStringEnumMemberName("cohort")]
    Cohort,
}

/// <summary>How many schools went which way against the year before. Counts of disjoint groups may be added.</summary>
public readonly record struct DynamicsCount(int Rising, int Falling, int Equal, int Mixed, int WithoutComparison)
{
    /// <summary>Schools with results in both years.</summary>
    public int Comparable => Rising + Falling + Equal + Mixed;

    /// <summary>All schools counted.</summary>
    public int All => Comparable + WithoutComparison;

    /// <summary>Share of rising schools on the given base; its denominator may be 0, and then there is no share to show.</summary>
    public Ratio Share(DynamicsBase of) => new(Rising, of == DynamicsBase.Cohort ? All : Comparable);

    public static DynamicsCount operator +(DynamicsCount a, DynamicsCount b) =>
        new(a.Rising + b.Rising, a.Falling + b.Falling, a.Equal + b.Equal, a.Mixed + b.Mixed, a.WithoutComparison + b.WithoutComparison);

    public static DynamicsCount Add(DynamicsCount left, DynamicsCount right) => left + right;
}
