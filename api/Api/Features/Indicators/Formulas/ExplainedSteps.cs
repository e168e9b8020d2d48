using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Puts the steps of an explanation into the words of the answer: names of schools in reach, rows no more than a page shows.</summary>
internal sealed class ExplainedSteps
{
    private const int MostRows = 200;

    private readonly IReadOnlyDictionary<Guid, string> _schools;
    private readonly IReadOnlyDictionary<string, Guid> _indicators;
    private readonly ExplanationDisclosure _disclosure;

    private ExplainedSteps(
        IReadOnlyDictionary<Guid, string> schools,
        IReadOnlyDictionary<string, Guid> indicators,
        ExplanationDisclosure disclosure
    ) => (_schools, _indicators, _disclosure) = (schools, indicators, disclosure);

    public static async Task<ExplainedStep?> Read(
        AppDbContext db,
        string regionCode,
        FormulaStep? step,
        ExplanationDisclosure disclosure,
        CancellationToken cancellationToken
    )
    {
        if (step is null)
            return null;
        var all = All(step).ToList();
        Guid[] ids = disclosure.Outward
            ? []
            : [.. all.SelectMany(s => s.Rows.Select(r => r.Row.SchoolId).Concat(s.Schools.Select(c => c.SchoolId))).Distinct()];
        var schools =
            ids.Length == 0
                ? []
                : await db
                    .Schools.Where(s => EF.Parameter(ids).Contains(s.Id))
                    .Select(s => new { s.Id, s.Name })
                    .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        string[] codes = [.. all.Select(s => s.IndicatorCode).OfType<string>().Distinct(StringComparer.Ordinal)];
        var indicators =
            codes.Length == 0
                ? []
                : await db
                    .Indicators.Where(i => i.RegionCode == regionCode && EF.Parameter(codes).Contains(i.Code))
                    .Select(i => new { i.Code, i.Id })
                    .ToDictionaryAsync(i => i.Code, i => i.Id, StringComparer.Ordinal, cancellationToken);
        return new ExplainedSteps(schools, indicators, disclosure).Of(step);
    }

    private ExplainedStep Of(FormulaStep step) =>
        new(
            step.Text,
            step.Words,
            step.ValueText,
            step.Reason,
            step.Note,
            _disclosure.IsSmall(step),
            step.IndicatorCode is { } code && _indicators.TryGetValue(code, out var id) ? id : null,
            step.Period,
            [.. step.Parts.Select(Of)],
            [.. step.Rows.Where(r => _schools.ContainsKey(r.Row.SchoolId)).Take(MostRows).Select(Row)],
            step.Rows.Count,
            [.. step.Schools.Where(s => _schools.ContainsKey(s.SchoolId)).Take(MostRows).Select(School)],
            step.Schools.Count
        );

    private ExplainedRow Row(FormulaStepRow shown)
    {
        var row = shown.Row;
        var marks = MarkDistribution.Of(row.Values);
        return new(
            row.ResultId,
            row.SchoolId,
            _schools[row.SchoolId],
            row.Year,
            Subject.OfCode(row.Subject)?.Name ?? row.Subject,
            row.Grade,
            row.Values.Pupils,
            row.EffectiveMeanThousandths / (decimal)Measure.Scale,
            row.Values.BelowThreshold,
            marks?.Counts is { } counts ? new ExplainedMarks(counts.Two, counts.Three, counts.Four, counts.Five) : null,
            marks is { Form: MarksForm.Percent },
            shown.LeftOut
        );
    }

    private ExplainedSchool School(FormulaStepSchool shown) =>
        new(
            shown.SchoolId,
            _schools[shown.SchoolId],
            shown.Dynamics is { } dynamics ? WordOf(dynamics.Direction) : shown.Value?.Text,
            shown.LeftOut
        );

    private static string? WordOf(Direction direction) =>
        direction switch
        {
            Direction.Rising => "выросла",
            Direction.Falling => "снизилась",
            Direction.Equal => "без изменений",
            Direction.Mixed => "по предметам по-разному",
            _ => null,
        };

    private static IEnumerable<FormulaStep> All(FormulaStep step) => step.Parts.SelectMany(All).Prepend(step);
}
