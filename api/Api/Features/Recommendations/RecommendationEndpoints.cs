using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Recommendations;

/// <summary>Routes of recommendations and decisions that follow from monitoring.</summary>
public static class RecommendationEndpoints
{
    public static void MapRecommendations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/recommendations").WithTags("Recommendations");

        group
            .MapGet("", ([AsParameters] ListRecommendations.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RecommendationsRead)
            .Named(nameof(ListRecommendations), "List recommendations and decisions, page by page");
        group
            .MapPost("", ([AsParameters] AddRecommendation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RecommendationsWrite)
            .ProducesProblems(404)
            .Named(
                nameof(AddRecommendation),
                "Address a recommendation or decision to a school, municipality or region",
                "The figures that caused it are named by indicator, period and place; what they say now is kept with it."
            );
        group
            .MapGet("/figures", ([AsParameters] ListFigures.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RecommendationsWrite)
            .ProducesProblems(404)
            .Named(nameof(ListFigures), "List the figures of a place that a recommendation may be founded on");
        group
            .MapGet("/{id}", ([AsParameters] GetRecommendation.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RecommendationsRead)
            .ProducesProblems(404)
            .Named(nameof(GetRecommendation), "Get a recommendation with the figures that caused it");
        group
            .MapPut("/{id}", ([AsParameters] ReviseRecommendation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RecommendationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseRecommendation), "Correct an open recommendation");
        group
            .MapPost("/{id}/settle", ([AsParameters] SettleRecommendation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RecommendationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(SettleRecommendation), "Say what came of a recommendation, or call it off");
        group
            .MapPost("/{id}/reopen", ([AsParameters] ReopenRecommendation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.RecommendationsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReopenRecommendation), "Take the settling of a recommendation back");
    }
}
