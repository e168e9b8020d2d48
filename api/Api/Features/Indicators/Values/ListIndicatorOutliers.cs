using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Values that somebody should look at: far from those of other schools, or far from the year before.</summary>
public static class ListIndicatorOutliers
{
    /// <param name="Set">Id of the set.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Indicator">Only this indicator.</param>
    /// <param name="Municipality">Only schools of this municipality: ОКТМО code. They are still compared with all others.</param>
    public sealed record Query(Guid Set, Period Period, Guid? Indicator = null, string? Municipality = null)
        : IRequest<Ok<IndicatorOutliers>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<IndicatorOutliers>>
    {
        private const int MostItems = 500;

        public async Task<Ok<IndicatorOutliers>> Handle(Query request, CancellationToken cancellationToken)
        {
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.SetId == request.Set && (request.Indicator == null || i.Id == request.Indicator))
                .OrderBy(i => i.Number)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellationToken);
            if (indicators.Count == 0 && !await db.IndicatorSets.AnyAsync(s => s.Id == request.Set, cancellationToken))
                throw Problems.NotFound("Набор показателей");
            var ids = indicators.Select(i => i.Id).ToArray();
            var period = request.Period;
            var before = period.HasYearBefore ? period.YearBefore : period;
            var rows = await db
                .IndicatorValues.AsNoTracking()
                .Where(v =>
                    EF.Parameter(ids).Contains(v.IndicatorId)
                    && (v.Period == period || v.Period == before)
                    && v.SchoolId != null
                    && v.Breakdown == ""
                )
                .Select(v => new Row(
                    v.IndicatorId,
                    v.SchoolId!.Value,
                    v.MunicipalityCode,
                    v.Period,
                    v.Id,
                    new Measure(v.Numerator, v.Denominator, v.Thousandths),
                    v.Comment
                ))
                .ToListAsync(cancellationToken);
            bool Asked(Row row) => request.Municipality is not { } code || row.MunicipalityCode == code;
            var byIndicator = rows.ToLookup(r => r.IndicatorId);
            var found = indicators.SelectMany(i => OfIndicator(i, period, [.. byIndicator[i.Id]], Asked)).ToList();
            var schools = found.Take(MostItems).Select(f => f.SchoolId).Distinct().ToArray();
            var names = await db
                .Schools.AsNoTracking()
                .Where(s => EF.Parameter(schools).Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
            return TypedResults.Ok(
                new IndicatorOutliers(
                    rows.Count(r => r.Period == period && Asked(r)),
                    found.Count,
                    [.. found.Take(MostItems).Select(f => f with { SchoolName = names.GetValueOrDefault(f.SchoolId, "") })]
                )
            );
        }

        private static IEnumerable<IndicatorOutlier> OfIndicator(
            Indicator indicator,
            Period period,
            IReadOnlyList<Row> rows,
            Func<Row, bool> asked
        )
        {
            if (indicator.For(period) is not { } version)
                yield break;
            var now = rows.Where(r => r.Period == period).ToList();
            var former = rows.Where(r => r.Period != period && indicator.IsMeasuredAlike(period, r.Period))
                .ToDictionary(r => r.SchoolId, r => r.Measure);
            var fences = version.Unit == IndicatorUnit.YesNo ? null : TukeyFences.Of([.. now.Select(r => r.Measure.Rounded)]);
            foreach (var row in now.Where(asked).OrderByDescending(r => r.Measure.Rounded).ThenBy(r => r.SchoolId))
            {
                var text = row.Measure.Text(version.Unit, version.Decimals);
                IndicatorOutlier Told(OutlierKind kind, string message) =>
                    new(
                        indicator.Id,
                        indicator.Code,
                        version.Name,
                        row.SchoolId,
                        "",
                        row.ValueId,
                        kind,
                        Scaled.Of(row.Measure.Rounded),
                        text,
                        message,
                        row.Comment
                    );
                if (fences is { } usual && (row.Measure.Rounded > usual.Upper || row.Measure.Rounded < usual.Lower))
                {
                    var high = row.Measure.Rounded > usual.Upper;
                    yield return Told(
                        high ? OutlierKind.High : OutlierKind.Low,
                        $"{text} — намного {(high ? "больше" : "меньше")}, чем у других: у половины школ от "
                            + $"{Scaled.Text(usual.LowerQuartile, version.Unit, version.Decimals)} до "
                            + $"{Scaled.Text(usual.UpperQuartile, version.Unit, version.Decimals)} (значений: {usual.Values})"
                    );
                }
                if (
                    IndicatorRules.ChangeToCheck(version.Wording, row.Measure, former.TryGetValue(row.SchoolId, out var f) ? f : null) is
                    { } change
                )
                    yield return Told(OutlierKind.Change, change.Message);
            }
        }

        private sealed record Row(
            Guid IndicatorId,
            Guid SchoolId,
            string? MunicipalityCode,
            Period Period,
            Guid ValueId,
            Measure Measure,
            string? Comment
        );
    }
}

/// <summary>Why a value is worth a second look.</summary>
public enum OutlierKind
{
    /// <summary>Far above other schools.</summary>
    High,

    /// <summary>Far below other schools.</summary>
    Low,

    /// <summary>Far from the year before.</summary>
    Change,
}

/// <summary>Values worth a second look.</summary>
/// <param name="Values">Values of schools that were looked at.</param>
/// <param name="Total">How many things were found.</param>
/// <param name="Items">The first 500, by indicator.</param>
public sealed record IndicatorOutliers(int Values, int Total, IReadOnlyList<IndicatorOutlier> Items);

/// <summary>One value worth a second look.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="ValueId">The value, for its history.</param>
/// <param name="Kind">Why.</param>
/// <param name="Number">The value in its unit.</param>
/// <param name="Text">The value as shown.</param>
/// <param name="Message">Why, in words.</param>
/// <param name="Comment">What the school says of it.</param>
public sealed record IndicatorOutlier(
    Guid IndicatorId,
    string Code,
    string Name,
    Guid SchoolId,
    string SchoolName,
    Guid ValueId,
    OutlierKind Kind,
    decimal Number,
    string Text,
    string Message,
    string? Comment
);
