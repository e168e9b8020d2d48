using System.Globalization;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;

namespace Opora.Domain.Tests.Indicators;

/// <summary>The figures of one place, given by a test.</summary>
sealed class FormulaGiven : IFormulaInputs
{
    readonly List<(Assessment Assessment, string Sitting, FormulaRow Row)> rows = [];
    readonly Dictionary<FormulaRegister, RegisterCount> counts = [];
    readonly Dictionary<(string Code, Period Period), Measure> values = [];
    readonly List<(string Code, SchoolMeasure Value)> schools = [];
    HashSet<Guid>? listed;

    public IndicatorLevel Level { get; init; } = IndicatorLevel.School;
    public Period Period { get; init; } = Period.CalendarYear(2019);
    public IReadOnlySet<Guid>? Listed => listed;

    public static Guid School(int number) => new(number, 0, 0, new byte[8]);

    public FormulaGiven Result(string work, ResultValues values, int school = 1, int year = 2019, string sitting = "")
    {
        var parts = work.Split(' ');
        var (assessment, subject) = (Enum.Parse<Assessment>(parts[0]), parts[1]);
        var grade = int.Parse(parts[2], CultureInfo.InvariantCulture);
        var mean = values.EffectiveMean(assessment, Subject.OfCode(subject)!);
        var id = new Guid(rows.Count + 1, 1, 0, new byte[8]);
        rows.Add((assessment, sitting, new FormulaRow(id, School(school), year, subject, grade, mean, values)));
        return this;
    }

    public FormulaGiven Mean(string work, int school, int year, int thousandths, int? participants = 10) =>
        Result(work, new ResultValues(participants, thousandths, null), school, year);

    public FormulaGiven Marks(string work, int two, int three, int four, int five, int school = 1) =>
        Result(work, new ResultValues(two + three + four + five, null, null, MarksForm.Counts, two, three, four, five), school);

    public FormulaGiven List(params int[] numbers)
    {
        listed = [.. numbers.Select(School)];
        return this;
    }

    public FormulaGiven Register(FormulaRegister register, long count, int unknown = 0)
    {
        counts[register] = new(count, unknown);
        return this;
    }

    public FormulaGiven Value(string code, Measure measure, Period? period = null)
    {
        values[(code, period ?? Period)] = measure;
        return this;
    }

    public FormulaGiven SchoolValue(string code, int school, Measure measure)
    {
        schools.Add((code, new(School(school), measure)));
        return this;
    }

    public IReadOnlyCollection<FormulaRow> Results(ResultsRef results, int year) =>
        [
            .. from row in rows
            where row.Row.Year == year && results.Holds(row.Assessment, row.Row.Subject, row.Row.Grade, row.Sitting)
            select row.Row,
        ];

    public RegisterCount? Count(FormulaRegister register) => counts.TryGetValue(register, out var count) ? count : null;

    Measure? IFormulaInputs.Value(string code, Period period) => values.TryGetValue((code, period), out var measure) ? measure : null;

    public IReadOnlyCollection<SchoolMeasure> SchoolValues(string code) =>
        [.. schools.Where(school => school.Code == code).Select(school => school.Value)];
}

/// <summary>Formulas as tests write them.</summary>
static class FormulaTexts
{
    /// <summary>Indicators that every formula of a test may name.</summary>
    public static readonly IReadOnlyDictionary<string, FormulaIndicator> Known = new[]
    {
        new FormulaIndicator("share", "Доля", IndicatorUnit.Share, IndicatorLevel.School, IndicatorPeriodKind.CalendarYear),
        new FormulaIndicator("count", "Количество", IndicatorUnit.Count, IndicatorLevel.School, IndicatorPeriodKind.CalendarYear),
        new FormulaIndicator("points", "Баллы", IndicatorUnit.Points, IndicatorLevel.School, IndicatorPeriodKind.CalendarYear),
        new FormulaIndicator("mean-score", "Средний балл", IndicatorUnit.Mean, IndicatorLevel.School, IndicatorPeriodKind.CalendarYear),
        new FormulaIndicator(
            "has-programme",
            "Есть программа",
            IndicatorUnit.YesNo,
            IndicatorLevel.School,
            IndicatorPeriodKind.CalendarYear
        ),
        new FormulaIndicator("quarterly", "За квартал", IndicatorUnit.Count, IndicatorLevel.School, IndicatorPeriodKind.Quarter),
        new FormulaIndicator("region-count", "В регионе", IndicatorUnit.Count, IndicatorLevel.Region, IndicatorPeriodKind.CalendarYear),
    }.ToDictionary(indicator => indicator.Code);

    public static FormulaIndicator Subject(IndicatorUnit unit, IndicatorLevel level) =>
        new("new", "Новый", unit, level, IndicatorPeriodKind.CalendarYear);

    public static FormulaCheck Check(string text, IndicatorUnit unit = IndicatorUnit.Share, IndicatorLevel level = IndicatorLevel.School) =>
        Formula.Check(text, Subject(unit, level), Known);

    public static Formula Parsed(string text, IndicatorUnit unit = IndicatorUnit.Share, IndicatorLevel level = IndicatorLevel.School)
    {
        var check = Check(text, unit, level);
        Assert.Empty(check.Errors);
        return check.Formula!;
    }

    public static Measure? Value(this FormulaGiven inputs, string text, IndicatorUnit unit = IndicatorUnit.Share) =>
        inputs.Outcome(text, unit).Measure;

    public static string? Reason(this FormulaGiven inputs, string text, IndicatorUnit unit = IndicatorUnit.Share) =>
        inputs.Outcome(text, unit).Reason;

    public static FormulaOutcome Outcome(this FormulaGiven inputs, string text, IndicatorUnit unit) =>
        Parsed(text, unit, inputs.Level).Evaluate(inputs);
}
