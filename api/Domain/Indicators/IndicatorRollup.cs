using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>
/// Figures over the schools of a municipality in one category, kept ready so that a panel adds a few rows up instead of scanning the
/// values. The values stay the truth. Counts whole values only (<see cref="Breakdown.Whole"/>) of indicators at school level.
/// </summary>
public sealed class IndicatorRollup : IOffered
{
    /// <summary>The category key of the rows that count every school.</summary>
    public const string AllSchools = "";

    public required string RegionCode { get; init; }
    public required Guid IndicatorId { get; init; }
    public required Period Period { get; init; }

    /// <summary>Where the schools were on 1 June of the period's results year.</summary>
    public required string MunicipalityCode { get; init; }

    /// <summary>
    /// <see cref="AllSchools"/>, or the category under which the schools stand in the region's cohort of the period's results year.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>Whether the schools' bases are small or unknown, so that their figures are withheld outward; of shares only.</summary>
    public required bool Small { get; init; }

    /// <summary>Schools with a value.</summary>
    public int Schools { get; set; }

    /// <summary>Of them, schools whose share has a known base.</summary>
    public int WithBase { get; set; }

    /// <summary>Of them, schools whose value is above zero.</summary>
    public int AboveZero { get; set; }

    /// <summary>Σ numerators of shares with a known base.</summary>
    public long Numerators { get; set; }

    /// <summary>Σ denominators of the same.</summary>
    public long Denominators { get; set; }

    /// <summary>Σ values in thousandths of the shown unit, rounded school by school: the mean of schools is this by <see cref="Schools"/>.</summary>
    public long Thousandths { get; set; }

    /// <summary>Least value in thousandths.</summary>
    public long Least { get; set; }

    /// <summary>Greatest value in thousandths.</summary>
    public long Greatest { get; set; }

    /// <summary>Schools with a target.</summary>
    public int Targets { get; set; }

    /// <summary>Schools that reached their target.</summary>
    public int Achieved { get; set; }

    /// <summary>Schools that have a value and missed their target.</summary>
    public int Missed { get; set; }

    /// <summary>The same figures as they add up.</summary>
    public IndicatorTally Tally =>
        new(
            Schools,
            WithBase,
            AboveZero,
            Numerators,
            Denominators,
            Thousandths,
            Schools == 0 ? null : Least,
            Schools == 0 ? null : Greatest,
            Targets,
            Achieved,
            Missed
        );
}
