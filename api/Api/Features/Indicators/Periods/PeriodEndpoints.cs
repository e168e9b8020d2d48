using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Periods;

/// <summary>Routes of the periods of sets.</summary>
public static class PeriodEndpoints
{
    public static void MapIndicatorPeriods(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/indicator-periods").WithTags("IndicatorPeriods");

        group
            .MapGet("", ([AsParameters] ListIndicatorPeriods.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(ListIndicatorPeriods), "List the periods of a set");
        group
            .MapPost("", ([AsParameters] OpenIndicatorPeriod.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(OpenIndicatorPeriod), "Open a period of a set for values");
        group
            .MapPut("/{id}", ([AsParameters] ReviseIndicatorPeriod.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(ReviseIndicatorPeriod), "Set the last day for submitting a period");
        group
            .MapPost("/{id}/close", ([AsParameters] CloseIndicatorPeriod.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(CloseIndicatorPeriod), "Close a period: nothing in it changes any more");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenIndicatorPeriod.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenIndicatorPeriod), "Open a closed period again");
    }
}
