using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Checks the formulas of definitions before they are saved, and those that build on them.</summary>
internal static class DefinitionFormulas
{
    /// <summary>What is wrong with the formula of a definition; empty when there is none or it is right.</summary>
    public static IReadOnlyList<ErrorItem> Faults(
        FormulaIndicator subject,
        IReadOnlyDictionary<string, FormulaIndicator> known,
        string pointer
    ) =>
        subject.Formula is not { } text
            ? []
            :
            [
                .. Formula
                    .Check(text, subject, known)
                    .Errors.Select(e => new ErrorItem(pointer, "formula-" + Code(e.Mistake), Sentence(text, e), text, e.Nearest)),
            ];

    /// <summary>Refuses a definition by which the formula of another indicator, right until now, would become wrong.</summary>
    /// <exception cref="BrokenRule"><c>definition-used-by-formula</c></exception>
    public static void CheckUsers(
        FormulaIndicator changed,
        IReadOnlyDictionary<string, FormulaIndicator> before,
        IReadOnlyDictionary<string, FormulaIndicator> after
    )
    {
        foreach (var user in before.Values.Where(i => i.Code != changed.Code && Names(i, before, changed.Code)))
            if (Formula.Check(user.Formula!, user, after).Errors is [{ } error, ..])
                throw new BrokenRule(
                    "definition-used-by-formula",
                    $"На показатель опирается формула «{user.Code}», и после изменения она станет неверной: {error.Message}. Сначала исправьте её."
                );
    }

    /// <summary>Whether the formula of an indicator names another one. A formula that is wrong already names nothing.</summary>
    public static bool Names(FormulaIndicator indicator, IReadOnlyDictionary<string, FormulaIndicator> known, string code) =>
        indicator.Formula is { } text
        && Formula.Check(text, indicator, known).Formula?.References is { } references
        && (references.Indicators.Contains(code) || references.Previous.Contains(code) || references.OfSchools.Contains(code));

    /// <summary>A definition as formulas see it.</summary>
    public static FormulaIndicator ToFormula(string code, IndicatorWording wording, IndicatorMeaning meaning) =>
        new(code, wording.Name, meaning.Unit, meaning.Level, meaning.PeriodKind, meaning.Formula);

    private static string Sentence(string text, FormulaError error)
    {
        var where = error.Length > 0 ? $" («{text.Substring(error.Position, error.Length)}», знак {error.Position + 1})" : "";
        return $"{error.Message.TrimEnd('.')}{where}.";
    }

    private static string Code(FormulaMistake mistake) =>
        mistake switch
        {
            FormulaMistake.Syntax => "syntax",
            FormulaMistake.TooLarge => "too-large",
            FormulaMistake.UnknownFunction => "unknown-function",
            FormulaMistake.UnknownName => "unknown-name",
            FormulaMistake.UnknownIndicator => "unknown-indicator",
            FormulaMistake.Arguments => "arguments",
            FormulaMistake.WrongType => "wrong-type",
            FormulaMistake.WrongLevel => "wrong-level",
            FormulaMistake.WrongPeriod => "wrong-period",
            FormulaMistake.Cycle => "cycle",
            _ => "zero-division",
        };
}
