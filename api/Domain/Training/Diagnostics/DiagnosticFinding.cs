namespace Opora.Domain.Training.Diagnostics;

/// <summary>Whether a teacher has a deficit, as one result says.</summary>
public sealed class DiagnosticFinding
{
    private DiagnosticFinding() { }

    internal DiagnosticFinding(DiagnosticResult result, DiagnosticMeasure measure, Reading reading)
    {
        (ResultId, DeficitId, Place, Maximum) = (result.Id, measure.DeficitId, measure.Place, measure.Maximum);
        Become(reading);
    }

    /// <summary>The result.</summary>
    public Guid ResultId { get; private set; }

    /// <summary>Which deficit was looked for.</summary>
    public Guid DeficitId { get; private set; }

    /// <summary>Its place among the columns of the diagnostics, which stand once there are results.</summary>
    public int Place { get; private set; }

    /// <summary>Highest score, thousandths of a point; null where only yes or no is told.</summary>
    public int? Maximum { get; private set; }

    /// <summary>The score, thousandths of a point; null where only yes or no is told.</summary>
    public int? Score { get; private set; }

    /// <summary>Whether there is a deficit.</summary>
    public bool Found { get; private set; }

    internal void Become(Reading reading) => (Score, Found) = (reading.Score, reading.Found);
}
