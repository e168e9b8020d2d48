using Microsoft.EntityFrameworkCore;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>What schools have of indicators in one period: values and targets, by school and indicator.</summary>
internal sealed record Told(
    IReadOnlyDictionary<(Guid School, Guid Indicator), Measure> Values,
    IReadOnlyDictionary<(Guid School, Guid Indicator), long> Targets
)
{
    /// <summary>The value of a school; null when there is none.</summary>
    public Measure? Value(Guid school, Guid indicator) => Values.TryGetValue((school, indicator), out var value) ? value : null;

    /// <summary>The target of a school in thousandths; null when there is none.</summary>
    public long? Target(Guid school, Guid indicator) => Targets.TryGetValue((school, indicator), out var target) ? target : null;

    /// <summary>Reads both with one statement; of values whole ones of schools only.</summary>
    public static async Task<Told> Read(IQueryable<IndicatorValue> values, IQueryable<IndicatorTarget> targets, CancellationToken ct)
    {
        var rows = await values
            .Where(v => v.Breakdown == Breakdown.Whole && v.SchoolId != null)
            .Select(v => new
            {
                v.SchoolId,
                v.IndicatorId,
                v.Numerator,
                v.Denominator,
                v.Thousandths,
                Target = (long?)null,
            })
            .Concat(
                targets
                    .Where(t => t.SchoolId != null)
                    .Select(t => new
                    {
                        t.SchoolId,
                        t.IndicatorId,
                        Numerator = (long?)null,
                        Denominator = (long?)null,
                        Thousandths = (long?)null,
                        Target = (long?)t.TargetThousandths,
                    })
            )
            .ToListAsync(ct);
        return new Told(
            rows.Where(r => r.Target is null)
                .ToDictionary(r => (r.SchoolId!.Value, r.IndicatorId), r => new Measure(r.Numerator, r.Denominator, r.Thousandths)),
            rows.Where(r => r.Target is not null).ToDictionary(r => (r.SchoolId!.Value, r.IndicatorId), r => r.Target!.Value)
        );
    }
}
