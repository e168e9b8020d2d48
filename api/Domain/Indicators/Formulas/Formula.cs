namespace Opora.Domain.Indicators.Formulas;

/// <summary>
/// How an indicator is computed: a checked expression of a small typed language. The grammar is that of <see cref="FormulaParser"/>:
/// numbers, <c>+ - * /</c>, comparisons, parentheses and these functions.
/// <list type="bullet">
/// <item><c>marks(VPR, russian, 5, 2, 3)</c>: share of pupils with these marks among those with marks.</item>
/// <item><c>below(EGE, mathematics-profile)</c>: share below the threshold. The grade may be left out where there is one only.</item>
/// <item><c>participants(OGE, russian)</c>: how many took part. <c>mean(OGE, russian)</c>: the mean, weighted by participants.</item>
/// <item><c>rising(OGE, mathematics, base: cohort, of: listed)</c>: share of schools whose mean rose; of a municipality or region.
/// Without <c>base</c> of the schools with results in both years. <c>rising(VPR, main)</c> is of the two main subjects.</item>
/// <item><c>indicator("code")</c>, <c>previous("code")</c>: another indicator of the place, now or in the period before.</item>
/// <item><c>sum("code")</c>, <c>count_yes("code")</c>, <c>count_known("code")</c>: over the schools of the place, with
/// <c>of: listed</c> over those of the list.</item>
/// <item><c>pupils()</c> and the other <see cref="FormulaRegister"/>s.</item>
/// <item><c>share(a, b)</c>: the share that one whole number makes of another.</item>
/// </list>
/// A grade may be <c>all</c>; <c>sitting: "…"</c> tells two works of one year apart. A share counts as its per cent in arithmetic and
/// comparisons. Numbers are exact and rounded to thousandths at the end only, half away from zero. Missing is not zero: whatever needs a
/// missing figure or a zero denominator has no value, and says why.
/// </summary>
public sealed class Formula
{
    /// <summary>Longest text.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Deepest nesting.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most parts.</summary>
    public const int MaxParts = 200;

    Formula(string text, FormulaPart root) => (Text, Root) = (text, root);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What it consists of.</summary>
    public FormulaPart Root { get; }

    /// <summary>What it depends on.</summary>
    public FormulaReferences References => FormulaReferences.Of(Root);

    /// <summary>What it computes, in Russian words.</summary>
    public string Words => FormulaWords.Of(Root);

    /// <summary>The value at a place and period.</summary>
    public FormulaOutcome Evaluate(IFormulaInputs inputs) => FormulaOutcome.Of(new FormulaEvaluation(inputs).Evaluate(Root));

    /// <summary>The value with everything it was computed from.</summary>
    public FormulaStep Explain(IFormulaInputs inputs) => new FormulaExplanation(this, inputs).Of(Root);

    /// <summary>Checks a formula before it is saved.</summary>
    /// <param name="text">As written.</param>
    /// <param name="subject">The indicator that it computes; its own code may be new.</param>
    /// <param name="known">The indicators of the region by code, in their present versions.</param>
    public static FormulaCheck Check(string text, FormulaIndicator subject, IReadOnlyDictionary<string, FormulaIndicator> known) =>
        Check(text, subject, known, circles: true);

    /// <summary>
    /// Reads a formula that was checked when it was saved; null when it has become wrong, because an indicator that it names is no more.
    /// Circles are not searched: who computes takes each formula once, whatever it refers to.
    /// </summary>
    public static Formula? Read(string text, FormulaIndicator subject, IReadOnlyDictionary<string, FormulaIndicator> known) =>
        Check(text, subject, known, circles: false).Formula;

    static FormulaCheck Check(string text, FormulaIndicator subject, IReadOnlyDictionary<string, FormulaIndicator> known, bool circles)
    {
        try
        {
            var syntax = FormulaParser.Parse(text);
            var binder = new FormulaBinder(subject, known, circles);
            var root = binder.Bind(syntax);
            return binder.Errors.Count == 0 ? new(new Formula(text, root), []) : new(null, binder.Errors);
        }
        catch (FormulaSyntaxException broken)
        {
            return new(null, [broken.Error]);
        }
    }
}

/// <summary>What the check of a formula gave: the formula, or what is wrong with it.</summary>
public sealed record FormulaCheck(Formula? Formula, IReadOnlyList<FormulaError> Errors);
