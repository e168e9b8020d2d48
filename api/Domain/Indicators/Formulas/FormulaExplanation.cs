using Opora.Domain.Results;

namespace Opora.Domain.Indicators.Formulas;

/// <summary>Builds the explanation of a value. Each part is evaluated by the same rules as the value itself.</summary>
sealed class FormulaExplanation(Formula formula, IFormulaInputs inputs)
{
    readonly FormulaEvaluation evaluation = new(inputs);

    public FormulaStep Of(FormulaPart part) =>
        new(
            formula.Text.Substring(part.Position, part.Length),
            FormulaWords.Of(part),
            part.Type,
            evaluation.Evaluate(part),
            Note(part),
            [.. part.Parts.Select(Of)],
            Rows(part),
            Schools(part),
            part switch
            {
                IndicatorPart indicator => indicator.Indicator.Code,
                SchoolsPart schools => schools.Indicator.Code,
                _ => null,
            },
            part switch
            {
                IndicatorPart { Previous: true } => inputs.Period.Before,
                IndicatorPart or SchoolsPart => inputs.Period,
                _ => null,
            }
        );

    string? Note(FormulaPart part) =>
        part is RegisterPart { Register: var register } && inputs.Count(register) is { Unknown: > 0 and var unknown }
            ? $"не указано у школ: {unknown}; они не вошли"
        : part is NegationPart or OperationPart && part.Parts.Any(inner => inner.Type == FormulaType.Share)
            ? "доля здесь считается в процентах"
        : null;

    List<FormulaStepRow> Rows(FormulaPart part)
    {
        if (part is not ResultsPart results)
            return [];
        var now = ResultFigures.Rows(results, inputs);
        if (results.Function == ResultsFunction.Rising)
        {
            var before = inputs.Results(results.Results, inputs.Period.ResultsYear - 1);
            return
            [
                .. now.Concat(before)
                    .OrderBy(row => row.SchoolId)
                    .ThenBy(row => row.Year)
                    .Select(row => new FormulaStepRow(row, Unlisted(results, row.SchoolId))),
            ];
        }
        var scale = ResultFigures.Scale(results, now);
        return
        [
            .. now.OrderBy(row => row.SchoolId)
                .Select(row => new FormulaStepRow(row, ResultFigures.LeftOut(results, row, now.Count, scale))),
        ];
    }

    List<FormulaStepSchool> Schools(FormulaPart part) =>
        part switch
        {
            ResultsPart { Function: ResultsFunction.Rising } rising when !rising.OfListed || inputs.Listed is not null =>
            [
                .. RisingSchools
                    .Schools(rising, inputs)
                    .OrderBy(school => school.SchoolId)
                    .Select(school => new FormulaStepSchool(school.SchoolId, null, school, Uncompared(school))),
            ],
            SchoolsPart schools when !schools.OfListed || inputs.Listed is not null =>
            [
                .. SchoolFigures
                    .Values(schools, inputs)
                    .Select(value => new FormulaStepSchool(
                        value.SchoolId,
                        FormulaValue.Of(value.Measure, schools.Indicator.Type),
                        null,
                        SchoolFigures.LeftOut(schools, value.Measure)
                    )),
            ],
            _ => [],
        };

    string? Unlisted(ResultsPart part, Guid school) =>
        part.OfListed && inputs.Listed?.Contains(school) != true ? "школа не в перечне" : null;

    static string? Uncompared(SchoolDynamics school) => school.Direction == Direction.None ? "не с чем сравнить" : null;
}
