using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Results;

/// <summary>Routes of results for programs: posting, pulling, provenance.</summary>
public static class ResultEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Results");

        group
            .MapPost(
                "/exam-results/batches",
                ([AsParameters] PostResultBatch.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.ResultsWrite)
            .ProducesProblems(413, 415, 422)
            .Named(
                nameof(PostResultBatch),
                "Post up to 5,000 results",
                "Up to 5,000 items and 8 MiB. Posting the same again changes nothing. Each wrong item is told with its index. `mode=atomic`: "
                    + "any wrong item refuses the whole batch with 422 `batch-rejected`, whose problem carries the members of the answer, too; "
                    + "`mode=partial`: right items are applied, 207 when some were rejected. `dryRun=true` does the same and keeps nothing."
            );
        group
            .MapGet("/exam-results", ([AsParameters] ListResults.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(
                nameof(ListResults),
                "Pull results, page by page",
                "JSON, CSV (comma, decimal point) or NDJSON by `Accept`. The order never changes, and a deep page costs what the first one does. "
                    + "Rows with `placeCode` are published results of a region or municipality; they come first. "
                    + "To third parties (integrations) values over fewer than five pupils, or over an unknown number, are withheld."
            );
        group
            .MapGet(
                "/exam-results/{id}/history",
                ([AsParameters] GetResultHistory.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct)
            )
            .Needs(Permission.ResultsRead)
            .ProducesProblems(404)
            .Named(nameof(GetResultHistory), "Tell where the values of a result come from, and which it had before");
        group
            .MapGet("/subjects", (IMediator m, CancellationToken ct) => m.Send(new ListSubjects.Query(), ct))
            .Needs(Permission.RegistryRead)
            .Named(nameof(ListSubjects), "List the subjects by which results are named");
    }
}
