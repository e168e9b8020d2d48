using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Features.Indicators.Values;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Looks a period through before it is handed in.</summary>
public static class CheckIndicatorReport
{
    /// <param name="Set">Id of the set.</param>
    /// <param name="Period">The period.</param>
    /// <param name="School">Id of the school. Neither this nor municipality: the region itself.</param>
    /// <param name="Municipality">ОКТМО code of the municipality whose own period it is.</param>
    public sealed record Query(Guid Set, Period Period, Guid? School = null, string? Municipality = null)
        : IRequest<Ok<ReportCheckDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<ReportCheckDetails>>
    {
        public async Task<Ok<ReportCheckDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var report = await ReportPlace.Read(db, request.Set, request.Period, request.School, request.Municipality, cancellationToken);
            return TypedResults.Ok(ReportCheckDetails.Of(report, http.Caller()));
        }
    }
}

/// <summary>What was found.</summary>
/// <param name="Required">Cells that the place has to fill.</param>
/// <param name="Filled">How many of them are filled.</param>
/// <param name="MayBeSubmitted">Whether nothing is in the way, save missing values that can be explained.</param>
/// <param name="Items">What is in the way, or has to be explained.</param>
public sealed record ReportCheckDetails(int Required, int Filled, bool MayBeSubmitted, IReadOnlyList<ReportCheckItem> Items)
{
    internal static ReportCheckDetails Of(ReportPlace report, Caller caller)
    {
        var found = report.Look();
        var period = report.Column.Period;
        var required = report.Sheet.Indicators.Count(i =>
            i.For(period) is { } version && ReportCheck.IsRequired(version, report.Place.Level, period)
        );
        return new ReportCheckDetails(
            required,
            required - found.Count(f => f.Finding == ReportFinding.Missing),
            found.All(f => f.Finding == ReportFinding.Missing),
            // What is wrong with a value tells it, and that of the year before: third parties hear only what is missing.
            [.. found.Where(f => !caller.IsThirdParty || f.Finding == ReportFinding.Missing).Select(ReportCheckItem.Of)]
        );
    }
}

/// <summary>One thing found.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Breakdown">The part; empty for the whole.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Fault">In words.</param>
public sealed record ReportCheckItem(Guid IndicatorId, string Code, string Name, string Breakdown, ReportFinding Finding, CellFault Fault)
{
    internal static ReportCheckItem Of(ReportItem item) =>
        new(item.Indicator.Id, item.Indicator.Code, item.Version.Name, item.Breakdown, item.Finding, CellFault.Of(item.Fault));
}
