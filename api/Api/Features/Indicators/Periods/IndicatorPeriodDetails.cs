using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>A period of a set that is open for values, or was.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SetId">The set.</param>
/// <param name="Period">The period.</param>
/// <param name="DueOn">Last day for submitting; null when none was set.</param>
/// <param name="ClosedAt">UTC instant at which it was closed; null while it is open.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record IndicatorPeriodDetails(Guid Id, Guid SetId, Period Period, DateOnly? DueOn, DateTime? ClosedAt, int Version)
{
    internal static IndicatorPeriodDetails Of(IndicatorPeriod period) =>
        new(period.Id, period.SetId, period.Period, period.DueOn, period.ClosedAt, period.Version);
}
