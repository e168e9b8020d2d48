namespace Opora.Domain.Results;

/// <summary>
/// A mean kept exact as Σ mean · weight / Σ weight, so that two of them are compared by cross-multiplication and a tie is a tie.
/// </summary>
/// <param name="Weighted">Σ mean · weight, in thousandths.</param>
/// <param name="Weight">Σ weight; positive.</param>
/// <param name="Participants">Pupils behind it; null when unknown (then a single mean of weight 1).</param>
public readonly record struct SchoolMean(long Weighted, long Weight, long? Participants) : IComparable<SchoolMean>
{
    /// <summary>One mean, with its participants where they are known.</summary>
    public static SchoolMean Of(int meanThousandths, int? participants) =>
        participants is > 0 and var n ? new((long)meanThousandths * n, n, n) : new(meanThousandths, 1, participants);

    /// <summary>Rounded half away from zero, in thousandths; for showing only.</summary>
    public int Thousandths => (int)Rounding.Divide(Weighted, Weight);

    /// <summary>This mean less the other, in thousandths, rounded half away from zero; for showing only.</summary>
    public int Less(SchoolMean other) =>
        (int)Rounding.Divide((Int128)Weighted * other.Weight - (Int128)other.Weighted * Weight, Weight * other.Weight);

    /// <summary>Compares the exact means.</summary>
    public int CompareTo(SchoolMean other) => ((Int128)Weighted * other.Weight).CompareTo((Int128)other.Weighted * Weight);

    public static bool operator <(SchoolMean left, SchoolMean right) => left.CompareTo(right) < 0;

    public static bool operator >(SchoolMean left, SchoolMean right) => left.CompareTo(right) > 0;

    public static bool operator <=(SchoolMean left, SchoolMean right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SchoolMean left, SchoolMean right) => left.CompareTo(right) >= 0;
}
