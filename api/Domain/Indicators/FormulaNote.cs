namespace Opora.Domain.Indicators;

/// <summary>
/// A note that formulas must be computed again because something other than exam results changed: these are found by their place in
/// the change feed. What is null is not narrowed.
/// </summary>
public sealed class FormulaNote
{
    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }

    /// <summary>Only for this school: its facts or its place changed.</summary>
    public Guid? SchoolId { get; init; }

    /// <summary>Only for this municipality.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Only this period: a value that formulas use changed.</summary>
    public Period? Period { get; init; }

    /// <summary>Only formulas that use this indicator.</summary>
    public Guid? InputId { get; init; }

    /// <summary>Only the formula of this indicator: it was changed itself.</summary>
    public Guid? IndicatorId { get; init; }
}

/// <summary>How far the formulas of a region have been computed; one row a region.</summary>
public sealed class FormulaProgress
{
    public required string RegionCode { get; init; }

    /// <summary>Changes of exam results below this number have been taken in.</summary>
    public long ResultsBelow { get; set; }

    /// <summary>Places and periods computed of those that the running computation found.</summary>
    public int Done { get; set; }

    /// <summary>All that it found; equal to <see cref="Done"/> when nothing runs.</summary>
    public int Total { get; set; }

    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>Advanced by whoever computes, and checked when saved: of two that run at once the later one starts again.</summary>
    public long Turn { get; set; }
}
