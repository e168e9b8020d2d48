namespace Opora.Domain.Training.Diagnostics;

/// <summary>What one cell of a table of results says.</summary>
/// <param name="Measured">Whether it says anything: missing is not zero.</param>
/// <param name="Score">The score, thousandths of a point; null where only yes or no is told.</param>
/// <param name="Found">Whether there is a deficit.</param>
public readonly record struct Reading(bool Measured, int? Score, bool Found)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Reading None = new(Measured: false, Score: null, Found: false);
}
