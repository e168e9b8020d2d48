using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>Routes of targets.</summary>
public static class TargetEndpoints
{
    public static void MapIndicatorTargets(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/indicator-targets").WithTags("IndicatorTargets");

        group
            .MapPut("/cells", ([AsParameters] SaveIndicatorTargets.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.TargetsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(SaveIndicatorTargets),
                "Set, revise and take away targets of a place",
                "One target or a pasted block. Every target is judged by itself; doubtful ones are written and told with what is doubtful."
            );
        group
            .MapGet("/lint", ([AsParameters] LintIndicatorTargets.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.TargetsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(LintIndicatorTargets),
                "Look the targets of a place through",
                "Missing targets and starts, a wrong direction, shares that so many people cannot make, jumps: each with why and what would be right."
            );
        group
            .MapGet("/{id}/trajectory", ([AsParameters] GetTargetTrajectory.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(GetTargetTrajectory), "Tell the way to a target and where the values stand on it");
    }
}
