using System.Linq.Expressions;
using Opora.Api.Auth;
using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>A stored value as it is pulled.</summary>
internal sealed class ValueLine
{
    public required IndicatorValue Value { get; init; }
    public required string? SchoolCode { get; init; }

    /// <summary>Its place in the order of all values.</summary>
    public ValuePosition Position => new(Value.PlaceKey, Value.IndicatorId, Value.Period, Value.Breakdown);

    /// <summary>Reads the columns.</summary>
    public static Expression<Func<IndicatorValue, ValueLine>> Columns(AppDbContext db) =>
        v => new ValueLine { Value = v, SchoolCode = db.Schools.Where(s => s.Id == v.SchoolId).Select(s => s.Code).FirstOrDefault() };

    /// <summary>The value as this caller may see it, in the unit of the definition by which it was judged.</summary>
    public PulledValue ToPulled(Caller caller, Indicator indicator)
    {
        var unit = (indicator.For(Value.Period) ?? indicator.Current).Unit;
        var measure = Value.Measure;
        var isSchool = Value.SchoolId is not null;
        var suppressed = caller.IsThirdParty && isSchool && OutwardValues.Withholds(unit, measure, caller.SmallGroups);
        var isShare = unit == IndicatorUnit.Share;
        var number = suppressed ? null : (decimal?)Scaled.Of(measure.Rounded);
        return new PulledValue(
            Value.Id,
            indicator.Code,
            SchoolCode ?? Value.MunicipalityCode ?? Value.RegionCode,
            isSchool ? IndicatorLevel.School
                : Value.MunicipalityCode is not null ? IndicatorLevel.Municipality
                : IndicatorLevel.Region,
            Value.Period,
            Value.Breakdown.Length == 0 ? null : Value.Breakdown,
            suppressed ? null : measure.Numerator,
            suppressed ? null : measure.Denominator,
            isShare ? number : null,
            isShare ? null : number,
            Value.Origin,
            measure.Ratio is { } ratio && caller.SmallGroups.IsSmall(ratio.Denominator),
            suppressed,
            Value.ImportId,
            Value.ChangedAt
        );
    }
}

/// <summary>Values one after another; the header <c>Link</c> leads to the next page, the last page has none.</summary>
/// <param name="Items">The values of this page.</param>
public sealed record PulledValues(IReadOnlyList<PulledValue> Items);

/// <summary>A value of an indicator.</summary>
/// <param name="Id">Id, for its history.</param>
/// <param name="IndicatorCode">Code of the indicator.</param>
/// <param name="PlaceCode">Code of the school, municipality or region.</param>
/// <param name="Level">What the place is.</param>
/// <param name="Period">The period.</param>
/// <param name="Breakdown">The part; null for the whole.</param>
/// <param name="Numerator">Of a share with a known base.</param>
/// <param name="Denominator">Of a share with a known base.</param>
/// <param name="Percent">Of a share: its per cent to a thousandth.</param>
/// <param name="Value">Of any other unit.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Small">Whether it is a share of fewer than five.</param>
/// <param name="Suppressed">Whether the value is left out because few, or nobody knows how many, stand behind it; only for third parties.</param>
/// <param name="ImportId">The import or batch that brought it; null when a person or a formula did.</param>
/// <param name="ChangedAt">UTC instant of the last change.</param>
public sealed record PulledValue(
    Guid Id,
    string IndicatorCode,
    string PlaceCode,
    IndicatorLevel Level,
    Period Period,
    string? Breakdown,
    long? Numerator,
    long? Denominator,
    decimal? Percent,
    decimal? Value,
    ValueOrigin Origin,
    bool Small,
    bool Suppressed,
    Guid? ImportId,
    DateTime ChangedAt
);
