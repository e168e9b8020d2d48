namespace Opora.Domain.Indicators.Formulas;

/// <summary>What must be known of an indicator so that a formula may refer to it, or be its own.</summary>
/// <param name="Code">Its code in the region.</param>
/// <param name="Name">Its Russian name.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Level">Whose values it has.</param>
/// <param name="PeriodKind">Its periods.</param>
/// <param name="Formula">Its formula, or null when it is entered.</param>
public sealed record FormulaIndicator(
    string Code,
    string Name,
    IndicatorUnit Unit,
    IndicatorLevel Level,
    IndicatorPeriodKind PeriodKind,
    string? Formula = null
)
{
    /// <summary>What its values are to a formula.</summary>
    public FormulaType Type =>
        Unit switch
        {
            IndicatorUnit.Share => FormulaType.Share,
            IndicatorUnit.Count => FormulaType.Whole,
            IndicatorUnit.YesNo => FormulaType.YesNo,
            _ => FormulaType.Number,
        };
}
