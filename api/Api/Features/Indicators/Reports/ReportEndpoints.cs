using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Reports;

/// <summary>Routes of submitting periods and deciding on them.</summary>
public static class ReportEndpoints
{
    public static void MapIndicatorReports(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/indicator-reports").WithTags("IndicatorReports");

        group
            .MapGet("", ([AsParameters] ListIndicatorReports.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .Named(
                nameof(ListIndicatorReports),
                "List which schools have submitted",
                "With a set and a period every open school is told, also those that have not begun; otherwise only submissions that exist."
            );
        group
            .MapGet("/check", ([AsParameters] CheckIndicatorReport.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(CheckIndicatorReport), "Look a period through before it is handed in");
        group
            .MapPost("/submit", ([AsParameters] SubmitIndicatorReport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.IndicatorsWrite)
            .ProducesProblems(404, 409, 412, 422)
            .Named(
                nameof(SubmitIndicatorReport),
                "Hand a period in",
                "422 `report-incomplete` lists what is in the way: missing values (a note may explain them), wrong values, and large changes "
                    + "without a comment. Once handed in, the values of the place and period are locked."
            );
        group
            .MapPost("/{id}/return", ([AsParameters] ReturnIndicatorReport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ReviewsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReturnIndicatorReport), "Send a submitted period back, with the reason");
        group
            .MapPost("/{id}/accept", ([AsParameters] AcceptIndicatorReport.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ReviewsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(AcceptIndicatorReport), "Accept a submitted period");
    }
}
