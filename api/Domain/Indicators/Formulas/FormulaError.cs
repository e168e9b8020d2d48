namespace Opora.Domain.Indicators.Formulas;

/// <summary>What kind of mistake a formula holds.</summary>
public enum FormulaMistake
{
    /// <summary>The text follows no rule of the grammar.</summary>
    Syntax,

    /// <summary>Longer, deeper or of more parts than a formula may be.</summary>
    TooLarge,

    /// <summary>A function that does not exist.</summary>
    UnknownFunction,

    /// <summary>An assessment, subject, choice or label that does not exist.</summary>
    UnknownName,

    /// <summary>An indicator that does not exist in the region.</summary>
    UnknownIndicator,

    /// <summary>Too few, too many or impossible arguments.</summary>
    Arguments,

    /// <summary>A part, or the whole, is of another type than its place wants.</summary>
    WrongType,

    /// <summary>Asks at a school for what only a municipality or region has, or the other way round.</summary>
    WrongLevel,

    /// <summary>Refers to an indicator that is measured in other periods.</summary>
    WrongPeriod,

    /// <summary>The indicator would be computed from itself.</summary>
    Cycle,

    /// <summary>Divides by a constant zero.</summary>
    ZeroDivision,
}

/// <summary>A mistake in a formula, as its author is told.</summary>
/// <param name="Mistake">Its kind.</param>
/// <param name="Position">Where it begins: characters before it.</param>
/// <param name="Length">How many characters it covers; 0 at the end of the text.</param>
/// <param name="Message">A Russian sentence.</param>
/// <param name="Nearest">The known name that was most likely meant, or null.</param>
public sealed record FormulaError(FormulaMistake Mistake, int Position, int Length, string Message, string? Nearest = null);

/// <summary>Ends the reading of a text that follows no grammar; never leaves this folder.</summary>
sealed class FormulaSyntaxException(FormulaError error) : Exception(error.Message)
{
    public FormulaError Error { get; } = error;
}
