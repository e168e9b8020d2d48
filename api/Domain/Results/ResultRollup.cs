using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>
/// Figures of one group kept ready per municipality and category, so that a dashboard adds a few rows up instead of scanning the
/// results. A region is the sum of its municipalities, a cohort the sum of its categories. Computed by
/// <see cref="RollupCalculation"/> only; the results stay the truth. Key: region, municipality, category, smallness and the five
/// parts of the group.
/// </summary>
public sealed class ResultRollup : IOffered
{
    /// <summary>The category key of the rows that count every school.</summary>
    public const string AllSchools = "";

    public required string RegionCode { get; init; }

    /// <summary>Where the schools were on 1 June of the year: past reports keep the old place.</summary>
    public required string MunicipalityCode { get; init; }

    /// <summary>
    /// <see cref="AllSchools"/>, or the category under which the schools stand in the region's cohort of this year; a school
    /// counts in the first and, when it is in the cohort, once more in the second.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>
    /// Whether these are the schools with a figure over too few pupils, or over an unknown number, which may be as small
    /// (<see cref="SchoolDynamics.MayGoOutward"/>). A school
    /// stands in one of the two rows only, so callers within the product add both up, and what goes outward is the other row alone.
    /// </summary>
    public required bool Small { get; init; }
    public required int Year { get; init; }
    public required Assessment Assessment { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public required string Sitting { get; init; }

    public int Rising { get; init; }
    public int Falling { get; init; }
    public int Equal { get; init; }

    /// <summary>Only of the composite: comparable, but neither risen, fallen nor equal in both subjects.</summary>
    public int Mixed { get; init; }

    /// <summary>
    /// Over all schools: those with a result this year that cannot be compared. In a category: all its schools that cannot be
    /// compared, with or without a result, so that the sum of the five is the size of the category.
    /// </summary>
    public int WithoutComparison { get; init; }

    /// <summary>Schools with a result this year.</summary>
    public int Schools { get; init; }

    /// <summary>Σ mean · participants in thousandths, over results that have both on the prevailing scale; 0 for the composite.</summary>
    public long WeightedThousandths { get; init; }

    /// <summary>Σ participants of the same results: the base of the weighted mean.</summary>
    public long WeightedParticipants { get; init; }

    /// <summary>How many schools stand behind the weighted mean.</summary>
    public int WeightedSchools { get; init; }

    /// <summary>Σ participants of all results where they are known; counts of marks make them known.</summary>
    public long Participants { get; init; }

    /// <summary>Σ pupils below the threshold over results that have both it and the participants.</summary>
    public long BelowThreshold { get; init; }

    /// <summary>Σ participants of the same results: the base of the share below the threshold.</summary>
    public long BelowThresholdOf { get; init; }

    /// <summary>Σ pupils with «2» over results whose marks are counts or could be turned into counts; the base is the sum of the four.</summary>
    public long Mark2 { get; init; }
    public long Mark3 { get; init; }
    public long Mark4 { get; init; }
    public long Mark5 { get; init; }

    public DynamicsCount Dynamics => new(Rising, Falling, Equal, Mixed, WithoutComparison);

    public ResultGroup Group => new(RegionCode, Year, Assessment, Subject, Grade, Sitting);
}
