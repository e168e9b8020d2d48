using System.Globalization;
using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>Tells a formula in Russian: «доля учеников с отметками «2» и «3» по ВПР, русский язык, 5 класс».</summary>
static class FormulaWords
{
    public static string Of(FormulaPart part) =>
        part switch
        {
            ConstantPart constant => Number(constant.Value),
            NegationPart negation => $"минус {Grouped(negation.Inner)}",
            OperationPart operation => $"{Grouped(operation.Left)} {Sign(operation.Sign)} {Grouped(operation.Right)}",
            SharePart share => $"доля: числитель — {Of(share.Numerator)}; знаменатель — {Of(share.Denominator)}",
            ResultsPart results => Of(results),
            IndicatorPart indicator => $"показатель «{indicator.Indicator.Name}»{(indicator.Previous ? " за предыдущий период" : "")}",
            SchoolsPart schools => Of(schools),
            RegisterPart register => register.Register.Words,
            _ => throw new InvalidOperationException($"No words for {part.GetType().Name}"),
        };

    /// <summary>«ВПР, русский язык, 5 класс».</summary>
    public static string Of(ResultsRef results)
    {
        var subject =
            results.Subject == ResultGroup.MainSubjects ? "два основных предмета" : Decapitalized(Subject.OfCode(results.Subject)!.Name);
        var grade =
            results.Grade == ResultGroup.AllGrades ? "все классы" : string.Create(CultureInfo.InvariantCulture, $"{results.Grade} класс");
        var sitting = results.Sitting.Length == 0 ? "" : $", «{results.Sitting}»";
        return $"{results.Assessment.Russian()}, {subject}, {grade}{sitting}";
    }

    /// <summary>A number as Russian texts have it, to three decimals and without needless ones.</summary>
    public static string Number(Fraction value)
    {
        try
        {
            var thousandths = value.Thousandths;
            var decimals = 3;
            for (var step = 10; decimals > 0 && thousandths % step == 0; step *= 10)
                decimals--;
            return Measure.NumberText(thousandths, decimals);
        }
        catch (OverflowException)
        {
            return FormulaOutcome.TooLarge;
        }
    }

    static string Of(ResultsPart part)
    {
        var of = Of(part.Results);
        return part.Function switch
        {
            ResultsFunction.Marks => $"доля учеников с {(part.Marks.Count == 1 ? "отметкой" : "отметками")} {Marks(part.Marks)} по {of}",
            ResultsFunction.Below => $"доля участников ниже минимального порога: {of}",
            ResultsFunction.Participants => $"число участников: {of}",
            ResultsFunction.Mean => $"средний результат: {of}",
            _ when part.Base == DynamicsBase.Cohort => $"доля школ с положительной динамикой от всех школ перечня: {of}",
            _ => $"доля школ {(part.OfListed ? "перечня " : "")}с положительной динамикой от имеющих результаты обоих лет: {of}",
        };
    }

    static string Of(SchoolsPart part)
    {
        var schools = part.OfListed ? "школам перечня" : "школам";
        var having = part.OfListed ? "школ перечня" : "школ";
        return part.Function switch
        {
            SchoolsFunction.Sum => $"сумма по {schools} показателя «{part.Indicator.Name}»",
            SchoolsFunction.CountYes => $"число {having} с ответом «да» по показателю «{part.Indicator.Name}»",
            _ => $"число {having}, имеющих значение показателя «{part.Indicator.Name}»",
        };
    }

    static string Marks(IReadOnlyList<int> marks)
    {
        var quoted = marks.Select(mark => $"«{mark}»").ToList();
        return quoted.Count == 1 ? quoted[0] : $"{string.Join(", ", quoted.SkipLast(1))} и {quoted[^1]}";
    }

    static string Grouped(FormulaPart part) => part is OperationPart or NegationPart ? $"({Of(part)})" : Of(part);

    static string Sign(string sign) =>
        sign switch
        {
            "*" => "×",
            "/" => "÷",
            "-" => "−",
            ">=" => "не меньше",
            "<=" => "не больше",
            ">" => "больше",
            "<" => "меньше",
            "=" => "равно",
            _ => sign,
        };

    static string Decapitalized(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
