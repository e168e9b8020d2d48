using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Routes of values of indicators: the grid, its cells, and what became of them.</summary>
public static class ValueEndpoints
{
    public static void MapIndicatorValues(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("IndicatorValues");

        group
            .MapGet("/indicator-grid", ([AsParameters] GetIndicatorGrid.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetIndicatorGrid),
                "Get the values and targets of a place as a grid",
                "Indicators down, opened periods across. Each cell tells its value, target, whether it was reached, the version to send back "
                    + "with a change, and why it cannot be written when it cannot."
            );
        group
            .MapPut(
                "/indicator-values/cells",
                ([AsParameters] SaveIndicatorCells.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.IndicatorsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(SaveIndicatorCells),
                "Write cells of a grid",
                "One cell or a whole block. Every cell is judged by itself and told what became of it; those that may be written are written "
                    + "together. A cell that somebody else has changed since it was seen is a conflict and is left alone."
            );
        group
            .MapGet(
                "/indicator-values/history",
                ([AsParameters] GetIndicatorValueHistory.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(GetIndicatorValueHistory),
                "Tell who changed the value of a cell, when and from what to what",
                "A cell is named by its place, indicator, period and part, so that one that was emptied still tells what stood there and who "
                    + "took it away."
            );
        group
            .MapGet(
                "/indicator-outliers",
                ([AsParameters] ListIndicatorOutliers.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.ReviewsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(ListIndicatorOutliers),
                "List values worth a second look",
                "Values outside Tukey's fences (one and a half interquartile ranges) over the schools that the caller reaches, and large changes "
                    + "against the year before; each told in words."
            );
    }
}
