namespace Opora.Domain.Indicators.Formulas;

/// <summary>Everything that a formula takes from outside, so that a change of it makes the value be computed again.</summary>
/// <param name="Results">Results of the period's year.</param>
/// <param name="BothYears">Whether some of them are read of the year before as well.</param>
/// <param name="Indicators">Codes of indicators of the same place and period.</param>
/// <param name="Previous">Codes of indicators of the same place and the period before.</param>
/// <param name="OfSchools">Codes of indicators of the schools of the place.</param>
/// <param name="Registers">Codes of registers.</param>
/// <param name="Listed">Whether it matters which schools are listed.</param>
public sealed record FormulaReferences(
    IReadOnlyList<ResultsRef> Results,
    bool BothYears,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<string> Previous,
    IReadOnlyList<string> OfSchools,
    IReadOnlyList<string> Registers,
    bool Listed
)
{
    internal static FormulaReferences Of(FormulaPart root)
    {
        var all = new List<FormulaPart>();
        Collect(root, all);
        var results = all.OfType<ResultsPart>().ToList();
        var indicators = all.OfType<IndicatorPart>().ToList();
        var schools = all.OfType<SchoolsPart>().ToList();
        var registers = all.OfType<RegisterPart>().Select(part => part.Register.Code).Distinct().ToList();
        return new(
            [.. results.Select(part => part.Results).Distinct()],
            results.Any(part => part.Function == ResultsFunction.Rising),
            [.. indicators.Where(part => !part.Previous).Select(part => part.Indicator.Code).Distinct()],
            [.. indicators.Where(part => part.Previous).Select(part => part.Indicator.Code).Distinct()],
            [.. schools.Select(part => part.Indicator.Code).Distinct()],
            registers,
            results.Any(part => part.OfListed) || schools.Any(part => part.OfListed) || registers.Contains(FormulaRegister.Listed.Code)
        );
    }

    /// <summary>Codes that a text refers to within one period, by its syntax alone; none when it has no syntax.</summary>
    internal static IReadOnlyList<string> CodesIn(string text)
    {
        try
        {
            return [.. CodesIn(FormulaParser.Parse(text)).Select(code => code.Text)];
        }
        catch (FormulaSyntaxException)
        {
            return [];
        }
    }

    /// <summary>Where a formula names indicators of the same period. What it takes from an earlier one makes no circle.</summary>
    internal static IEnumerable<TextSyntax> CodesIn(FormulaSyntax syntax) =>
        syntax
            .All()
            .OfType<CallSyntax>()
            .Where(call => call.Function is "indicator" or "sum" or "count_yes" or "count_known")
            .SelectMany(call => call.Arguments.Take(1))
            .Select(argument => argument.Value)
            .OfType<TextSyntax>();

    static void Collect(FormulaPart part, List<FormulaPart> into)
    {
        into.Add(part);
        foreach (var inner in part.Parts)
            Collect(inner, into);
    }
}
