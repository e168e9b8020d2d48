using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>One cell to write.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">What to put; null empties the cell.</param>
/// <param name="Version">The version of the cell that was seen; 0 when it was empty.</param>
/// <param name="Breakdown">The part; nothing or empty for the whole.</param>
/// <param name="Comment">What to say of the value; nothing leaves what is said, empty text takes it away.</param>
public sealed record CellWrite(
    Guid IndicatorId,
    Period Period,
    CellInput? Value,
    int Version,
    string? Breakdown = null,
    string? Comment = null
);

/// <summary>A value in one of three forms: as typed, as a share with its base, or as a number.</summary>
/// <param name="Text">As people type and paste it: «73,4», «12/43», «12 из 43», «да», «–».</param>
/// <param name="Numerator">Numerator of a share; with a denominator.</param>
/// <param name="Denominator">Denominator of a share; with a numerator.</param>
/// <param name="Number">A number in the unit of the indicator; of a share its per cent when the base is unknown; yes is 1, no is 0.</param>
public sealed record CellInput(string? Text = null, long? Numerator = null, long? Denominator = null, decimal? Number = null)
{
    /// <summary>Reads whichever form was used.</summary>
    internal TypedMeasure Read(IndicatorUnit unit) =>
        (Text, Numerator, Denominator, Number) switch
        {
            ({ } text, null, null, null) => MeasureText.Read(unit, text),
            (null, { } numerator, { } denominator, null) => MeasureText.Share(numerator, denominator),
            (null, null, null, { } number) => MeasureText.Read(unit, number),
            _ => new TypedMeasure(
                null,
                new ValueFault("value-ambiguous", "Укажите значение одним способом", "text; numerator и denominator; number")
            ),
        };
}

/// <summary>What became of a cell.</summary>
public enum CellOutcome
{
    /// <summary>Written.</summary>
    Saved,

    /// <summary>Written, and worth a second look.</summary>
    SavedWithWarning,

    /// <summary>It held that already.</summary>
    Unchanged,

    /// <summary>Not written: the value is wrong.</summary>
    Invalid,

    /// <summary>Not written: somebody else has changed the cell meanwhile.</summary>
    Conflict,

    /// <summary>Not written: the cell cannot be written now, or not by the caller.</summary>
    Locked,
}

/// <summary>What became of one cell.</summary>
/// <param name="Index">Number of the cell in the request, from 0.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Faults">Why it was not written, or what is worth a second look.</param>
/// <param name="Cell">The cell as it stands now; null when the indicator is unknown.</param>
/// <param name="ChangedById">Who wrote what stands there now, when that is in the way.</param>
/// <param name="ChangedByName">The name of that person, for those who may see it.</param>
public sealed record CellResult(
    int Index,
    CellOutcome Outcome,
    IReadOnlyList<CellFault> Faults,
    GridCell? Cell,
    Guid? ChangedById,
    string? ChangedByName
);

/// <summary>What became of all cells.</summary>
/// <param name="Written">How many were written, with a warning or without.</param>
/// <param name="Unchanged">How many held that already.</param>
/// <param name="Refused">How many were not written.</param>
/// <param name="Cells">Each cell, in the order of the request.</param>
public sealed record CellResults(int Written, int Unchanged, int Refused, IReadOnlyList<CellResult> Cells)
{
    internal static CellResults Of(IReadOnlyList<CellResult> cells)
    {
        var written = cells.Count(c => c.Outcome is CellOutcome.Saved or CellOutcome.SavedWithWarning);
        var unchanged = cells.Count(c => c.Outcome == CellOutcome.Unchanged);
        return new CellResults(written, unchanged, cells.Count - written - unchanged, cells);
    }
}
