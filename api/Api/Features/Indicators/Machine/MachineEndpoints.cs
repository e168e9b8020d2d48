using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Routes of values of indicators for programs: posting and pulling.</summary>
public static class MachineEndpoints
{
    public static void MapIndicatorMachine(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/indicator-values").WithTags("IndicatorValues");

        group
            .MapPost("/batches", ([AsParameters] PostIndicatorValueBatch.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.IndicatorsWrite)
            .ProducesProblems(413, 415, 422)
            .Named(
                nameof(PostIndicatorValueBatch),
                "Post up to 5,000 values of indicators",
                "Up to 5,000 items and 8 MiB. Posting the same again changes nothing. Each wrong item is told with its index. `mode=atomic`: "
                    + "any wrong item refuses the whole batch with 422 `batch-rejected`, whose problem carries the members of the answer, too; "
                    + "`mode=partial`: right items are applied, 207 when some were rejected. `dryRun=true` does the same and keeps nothing."
            );
        group
            .MapGet("", ([AsParameters] ListIndicatorValues.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(
                nameof(ListIndicatorValues),
                "Pull values of indicators, page by page",
                "JSON, CSV (comma, decimal point) or NDJSON by `Accept`. The order never changes. To third parties (integrations) shares of "
                    + "schools over fewer than five, or over an unknown number, are withheld."
            );
    }
}
