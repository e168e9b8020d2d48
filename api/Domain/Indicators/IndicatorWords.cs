namespace Opora.Domain.Indicators;

/// <summary>What an indicator is measured in; it decides which parts of a <see cref="Measure"/> are filled.</summary>
public enum IndicatorUnit
{
    /// <summary>A share: numerator of denominator, shown in per cent; or a bare percentage whose base is unknown.</summary>
    Share,

    /// <summary>How many: a whole number.</summary>
    Count,

    /// <summary>A mean: thousandths.</summary>
    Mean,

    /// <summary>Points: thousandths.</summary>
    Points,

    /// <summary>Yes or no: 1 or 0.</summary>
    YesNo,
}

/// <summary>Where the better values lie. «Достигнут» depends on it.</summary>
public enum IndicatorDirection
{
    /// <summary>58 against a target of 60 is not achieved.</summary>
    HigherIsBetter,

    /// <summary>58 against a target of 60 is achieved.</summary>
    LowerIsBetter,

    /// <summary>Watched, never judged.</summary>
    Neutral,
}

/// <summary>Whose value it is.</summary>
public enum IndicatorLevel
{
    School,
    Municipality,
    Region,
}

/// <summary>Which periods the values are for.</summary>
public enum IndicatorPeriodKind
{
    CalendarYear,
    SchoolYear,
    HalfYear,
    Quarter,
}

/// <summary>Who brings the values.</summary>
public enum IndicatorSource
{
    /// <summary>The school types it.</summary>
    School,

    /// <summary>The municipality types it for its schools or itself.</summary>
    Municipality,

    /// <summary>The regional operator types it.</summary>
    Operator,

    /// <summary>A formula computes it; nobody types it.</summary>
    Formula,
}

/// <summary>How the values of schools make the value of a larger place.</summary>
public enum IndicatorAggregation
{
    /// <summary>Σ numerators / Σ denominators; only of shares.</summary>
    RatioOfSums,

    /// <summary>The sum of the values; only of counts, and of yes/no, where it counts the schools that said yes.</summary>
    Sum,

    /// <summary>The mean of the schools' values, each school weighing the same; labelled so.</summary>
    MeanOfSchools,

    /// <summary>
    /// Of the periods within a year the last one with a value stands for the year; over schools it adds up as
    /// <see cref="RatioOfSums"/> or <see cref="Sum"/> does, whichever the unit allows.
    /// </summary>
    Last,
}

/// <summary>Where a stored value came from.</summary>
public enum ValueOrigin
{
    Entered,
    Computed,
    Imported,
}
