using Opora.Domain;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>The submission of a period by a place.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SetId">The set.</param>
/// <param name="Period">The period.</param>
/// <param name="MunicipalityCode">The municipality.</param>
/// <param name="SchoolId">The school; null for a municipality's own.</param>
/// <param name="State">How far it has come.</param>
/// <param name="SubmittedAt">UTC instant of handing in.</param>
/// <param name="DecidedAt">UTC instant of the decision.</param>
/// <param name="Note">What was said when it was handed in.</param>
/// <param name="ReturnReason">Why it was sent back.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record IndicatorReportDetails(
    Guid Id,
    Guid SetId,
    Period Period,
    string? MunicipalityCode,
    Guid? SchoolId,
    ReportState State,
    DateTime? SubmittedAt,
    DateTime? DecidedAt,
    string? Note,
    string? ReturnReason,
    int Version
)
{
    internal static IndicatorReportDetails Of(IndicatorReport report) =>
        new(
            report.Id,
            report.SetId,
            report.Period,
            report.MunicipalityCode,
            report.SchoolId,
            report.State,
            report.SubmittedAt,
            report.DecidedAt,
            report.Note,
            report.ReturnReason,
            report.Version
        );
}
