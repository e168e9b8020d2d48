using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>What a part of a formula gives.</summary>
public enum FormulaType
{
    /// <summary>Two integers, or a bare percentage; in arithmetic and comparisons it counts as its per cent.</summary>
    Share,

    /// <summary>An exact number.</summary>
    Number,

    /// <summary>A whole number: how many.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>What a formula takes from results.</summary>
public enum ResultsFunction
{
    /// <summary>Share of pupils with some marks.</summary>
    Marks,

    /// <summary>Share of participants below the threshold.</summary>
    Below,

    /// <summary>How many took part.</summary>
    Participants,

    /// <summary>The mean, over places weighted by participants.</summary>
    Mean,

    /// <summary>Share of schools whose mean rose against the year before.</summary>
    Rising,
}

/// <summary>What a formula takes from the values of another indicator over the schools of a place.</summary>
public enum SchoolsFunction
{
    /// <summary>Their sum; of shares Σ/Σ.</summary>
    Sum,

    /// <summary>How many schools said yes.</summary>
    CountYes,

    /// <summary>How many schools have a value.</summary>
    CountKnown,
}

/// <summary>Which results a formula speaks of.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code, or <see cref="ResultGroup.MainSubjects"/>.</param>
/// <param name="Grade">Grade, or <see cref="ResultGroup.AllGrades"/>.</param>
/// <param name="Sitting">Empty for the one work of a year.</param>
public readonly record struct ResultsRef(Assessment Assessment, string Subject, int Grade, string Sitting)
{
    /// <summary>Whether a result of a school is one of these.</summary>
    public bool Holds(Assessment assessment, string subject, int grade, string sitting) =>
        assessment == Assessment
        && sitting == Sitting
        && (Grade == ResultGroup.AllGrades || Grade == grade)
        && (
            Subject == ResultGroup.MainSubjects
                ? subject is Results.Subject.Russian or Results.Subject.Mathematics
                : string.Equals(subject, Subject, StringComparison.Ordinal)
        );
}

/// <summary>A part of a checked formula.</summary>
/// <param name="Type">What it gives.</param>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="Length">How many characters it covers.</param>
public abstract record FormulaPart(FormulaType Type, int Position, int Length)
{
    /// <summary>The parts it is computed from.</summary>
    public virtual IReadOnlyList<FormulaPart> Parts => [];
}

/// <summary>A number that stands in the text.</summary>
public sealed record ConstantPart(Fraction Value, FormulaType Type, int Position, int Length) : FormulaPart(Type, Position, Length);

/// <summary>A minus before a part.</summary>
public sealed record NegationPart(FormulaPart Inner, FormulaType Type, int Position, int Length) : FormulaPart(Type, Position, Length)
{
    public override IReadOnlyList<FormulaPart> Parts => [Inner];
}

/// <summary>An operation or comparison; the sign is one of <c>+ - * / >= &lt;= > &lt; =</c>.</summary>
public sealed record OperationPart(string Sign, FormulaPart Left, FormulaPart Right, FormulaType Type, int Position, int Length)
    : FormulaPart(Type, Position, Length)
{
    public override IReadOnlyList<FormulaPart> Parts => [Left, Right];
}

/// <summary>A share made of two whole numbers.</summary>
public sealed record SharePart(FormulaPart Numerator, FormulaPart Denominator, int Position, int Length)
    : FormulaPart(FormulaType.Share, Position, Length)
{
    public override IReadOnlyList<FormulaPart> Parts => [Numerator, Denominator];
}

/// <summary>A figure of results.</summary>
/// <param name="Marks">Of <see cref="ResultsFunction.Marks"/>: which, ascending.</param>
/// <param name="Base">Of <see cref="ResultsFunction.Rising"/>: of which schools the share is taken.</param>
/// <param name="OfListed">Whether only schools of the year's list count.</param>
public sealed record ResultsPart(
    ResultsFunction Function,
    ResultsRef Results,
    IReadOnlyList<int> Marks,
    DynamicsBase Base,
    bool OfListed,
    FormulaType Type,
    int Position,
    int Length
) : FormulaPart(Type, Position, Length);

/// <summary>The value of another indicator of the same place.</summary>
/// <param name="Previous">Whether of the period before.</param>
public sealed record IndicatorPart(FormulaIndicator Indicator, bool Previous, FormulaType Type, int Position, int Length)
    : FormulaPart(Type, Position, Length);

/// <summary>A figure of another indicator's values over the schools of the place.</summary>
public sealed record SchoolsPart(
    SchoolsFunction Function,
    FormulaIndicator Indicator,
    bool OfListed,
    FormulaType Type,
    int Position,
    int Length
) : FormulaPart(Type, Position, Length);

/// <summary>A count of a register.</summary>
public sealed record RegisterPart(FormulaRegister Register, int Position, int Length) : FormulaPart(FormulaType.Whole, Position, Length);
