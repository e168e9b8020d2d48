using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>
/// Figures that formulas take from results. Each is a sum over the rows that have what it needs; which rows these are is asked by
/// <see cref="LeftOut"/> alone, so that a figure and its explanation never disagree.
/// </summary>
static class ResultFigures
{
    public static FormulaValue Of(ResultsPart part, IFormulaInputs inputs)
    {
        if (part.Function == ResultsFunction.Rising)
            return RisingSchools.Share(part, inputs);
        var rows = Rows(part, inputs);
        if (rows.Count == 0)
            return new FormulaValue.Missing($"нет результатов: {FormulaWords.Of(part.Results)}, {inputs.Period.ResultsYear} год");
        var scale = Scale(part, rows);
        var used = rows.Where(row => LeftOut(part, row, rows.Count, scale) is null).ToList();
        if (used.Count == 0)
            return new FormulaValue.Missing(LeftOut(part, rows.First(), rows.Count, scale)!);
        return part.Function switch
        {
            ResultsFunction.Marks => Marks(part, used),
            ResultsFunction.Below => FormulaValue.ShareOf(
                used.Sum(row => (long)row.Values.BelowThreshold!.Value),
                used.Sum(row => (long)row.Values.Pupils!.Value),
                "в результатах ноль участников"
            ),
            ResultsFunction.Participants => FormulaValue.Whole(used.Sum(row => (long)row.Values.Pupils!.Value)),
            _ => Mean(used),
        };
    }

    /// <summary>The results of the period's year.</summary>
    public static IReadOnlyCollection<FormulaRow> Rows(ResultsPart part, IFormulaInputs inputs) =>
        inputs.Results(part.Results, inputs.Period.ResultsYear);

    /// <summary>Of a mean: a figure on the scale of most pupils; means of the other are not averaged with it.</summary>
    public static int? Scale(ResultsPart part, IReadOnlyCollection<FormulaRow> rows) =>
        part.Function == ResultsFunction.Mean ? MeanScales.Prevailing(rows.Select(Compared)) : null;

    /// <summary>Why a result does not count, in Russian; null when it does.</summary>
    /// <param name="part">The figure.</param>
    /// <param name="row">The result.</param>
    /// <param name="rows">How many results there are.</param>
    /// <param name="scale">What <see cref="Scale"/> gave.</param>
    public static string? LeftOut(ResultsPart part, FormulaRow row, int rows, int? scale) =>
        part.Function switch
        {
            ResultsFunction.Marks => MarkDistribution.Of(row.Values) is not { } marks ? "нет распределения отметок"
            // Of a single result the percentages are a share whose base is unknown; with others they cannot be added.
            : marks.Counts is null && rows > 1 ? "отметки даны в процентах, а число участников неизвестно"
            : null,
            ResultsFunction.Below => row.Values.BelowThreshold is null ? "не указано, сколько участников ниже порога"
            : row.Values.Pupils is null ? "число участников неизвестно"
            : null,
            ResultsFunction.Participants => row.Values.Pupils is null ? "число участников неизвестно" : null,
            _ => row.EffectiveMeanThousandths is not { } mean ? "нет среднего результата"
            // The mean of one result needs no weight.
            : rows == 1 ? null
            : row.Values.Pupils is not > 0 ? "число участников неизвестно, среднее нечем взвесить"
            : scale is { } common && !MeanScales.AreSame(part.Results.Assessment, mean, common) ? "среднее в другой шкале"
            : null,
        };

    /// <summary>The row as comparisons over years need it.</summary>
    public static GroupResult Compared(FormulaRow row) =>
        new(row.SchoolId, row.Year, row.Subject, row.EffectiveMeanThousandths, row.Values);

    static FormulaValue Marks(ResultsPart part, List<FormulaRow> used)
    {
        Int128 with = 0,
            of = 0;
        foreach (var row in used)
        {
            var marks = MarkDistribution.Of(row.Values)!.Value;
            if (marks.Counts is not { } counts)
                return new FormulaValue.BarePercent(PercentThousandths(part, marks.Percents));
            with += part.Marks.Sum(mark => (long)Pupils(counts, mark));
            of += counts.Total;
        }
        return FormulaValue.ShareOf(with, of, "никто не получил отметки");
    }

    static FormulaValue.Number Mean(List<FormulaRow> used)
    {
        var sum = used.Count == 1 ? SchoolMean.Of(used[0].EffectiveMeanThousandths!.Value, null) : default;
        if (used.Count > 1)
            foreach (var row in used)
            {
                var next = SchoolMean.Of(row.EffectiveMeanThousandths!.Value, row.Values.Pupils);
                sum = new(sum.Weighted + next.Weighted, sum.Weight + next.Weight, null);
            }
        return new(new Fraction(sum.Weighted, (Int128)sum.Weight * Measure.Scale));
    }

    static int Pupils(MarkCounts counts, int mark) =>
        mark switch
        {
            2 => counts.Two,
            3 => counts.Three,
            4 => counts.Four,
            _ => counts.Five,
        };

    static long PercentThousandths(ResultsPart part, MarkPercents percents)
    {
        long hundredths = 0;
        foreach (var mark in part.Marks)
            hundredths += mark switch
            {
                2 => percents.Two,
                3 => percents.Three,
                4 => percents.Four,
                _ => percents.Five,
            };
        return hundredths * (Measure.WholePercent / MarkDistribution.WholePercent);
    }
}
