using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>The share of schools with positive dynamics, as <see cref="Dynamics"/> has it.</summary>
static class RisingSchools
{
    public static FormulaValue Share(ResultsPart part, IFormulaInputs inputs)
    {
        var listed = Counted(part, inputs);
        if (part.OfListed && listed is null)
            return new FormulaValue.Missing($"нет перечня школ на {inputs.Period.ResultsYear} год");
        var schools = Schools(part, inputs);
        if (schools.Count == 0)
            return new FormulaValue.Missing(
                $"нет результатов: {FormulaWords.Of(part.Results)}, {inputs.Period.ResultsYear - 1} и {inputs.Period.ResultsYear} годы"
            );
        var compared = schools.Count(school => school.Direction != Direction.None);
        var rising = schools.Count(school => school.Direction == Direction.Rising);
        return part.Base == DynamicsBase.Cohort
            ? FormulaValue.ShareOf(rising, listed!.Count, "в перечне нет школ этой территории")
            : FormulaValue.ShareOf(rising, compared, "нет школ с результатами обоих лет");
    }

    /// <summary>
    /// The schools that may count, with how they did, in no particular order; schools without a result in either year are absent.
    /// </summary>
    public static IReadOnlyList<SchoolDynamics> Schools(ResultsPart part, IFormulaInputs inputs)
    {
        var year = inputs.Period.ResultsYear;
        var of = part.Results;
        // The thresholds of small groups decide nothing about directions.
        var group = new ResultGroup("", year, of.Assessment, of.Subject, of.Grade, of.Sitting);
        var rows = inputs.Results(of, year).Concat(inputs.Results(of, year - 1)).Select(ResultFigures.Compared);
        var listed = Counted(part, inputs);
        return
        [
            .. Dynamics.OfSchools(group, rows, SmallGroups.Standard).Where(school => listed is null || listed.Contains(school.SchoolId)),
        ];
    }

    static IReadOnlySet<Guid>? Counted(ResultsPart part, IFormulaInputs inputs) => part.OfListed ? inputs.Listed : null;
}
