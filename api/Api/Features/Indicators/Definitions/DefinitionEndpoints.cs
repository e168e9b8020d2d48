using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Routes of sets of indicators and of their definitions.</summary>
public static class DefinitionEndpoints
{
    public static void MapDefinitions(this IEndpointRouteBuilder app)
    {
        MapSets(app.MapGroup("/api/v1/indicator-sets").WithTags("Indicators"));
        MapIndicators(app.MapGroup("/api/v1/indicators").WithTags("Indicators"));
    }

    private static void MapSets(RouteGroupBuilder group)
    {
        group
            .MapGet("", ([AsParameters] ListIndicatorSets.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .Named(nameof(ListIndicatorSets), "List sets of indicators");
        group
            .MapPost("", ([AsParameters] CreateIndicatorSet.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(CreateIndicatorSet), "Open a set of indicators");
        group
            .MapGet("/ready", ([AsParameters] ListReadySets.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .Named(nameof(ListReadySets), "List the sets of indicators that come with the product");
        group
            .MapPost("/ready/{code}", ([AsParameters] AdoptReadySet.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 422)
            .Named(nameof(AdoptReadySet), "Take a set that comes with the product into a region");
        group
            .MapPost("/file", ([AsParameters] ImportIndicatorSet.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 422)
            .Named(nameof(ImportIndicatorSet), "Take a file of a set of indicators, or try to");
        group
            .MapGet("/{id}", ([AsParameters] GetIndicatorSet.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(GetIndicatorSet), "Get a set of indicators");
        group
            .MapPut("/{id}", ([AsParameters] ReviseIndicatorSet.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 412, 428)
            .Named(nameof(ReviseIndicatorSet), "Correct what a set of indicators is called");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveIndicatorSet.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveIndicatorSet), "Remove a set of indicators in which nothing was filled in");
        group
            .MapGet("/{id}/file", ([AsParameters] ExportIndicatorSet.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .Produces<IndicatorSetFile>(StatusCodes.Status200OK, "application/json")
            .ProducesProblems(404)
            .Named(nameof(ExportIndicatorSet), "Get a set of indicators as a file");
    }

    private static void MapIndicators(RouteGroupBuilder group)
    {
        group
            .MapGet("", ([AsParameters] ListIndicators.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .Named(nameof(ListIndicators), "List indicators with their definitions and the periods that have values");
        group
            .MapPost("", ([AsParameters] DefineIndicator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(DefineIndicator), "Define an indicator in a set");
        group
            .MapGet("/{id}", ([AsParameters] GetIndicator.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.IndicatorsRead)
            .ProducesProblems(404)
            .Named(nameof(GetIndicator), "Get an indicator with all its definitions");
        group
            .MapPut("/{id}", ([AsParameters] ReviseIndicator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseIndicator), "Correct the words of an indicator, or give it another meaning for periods to come");
        group
            .MapDelete("/{id}", ([AsParameters] RemoveIndicator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RemoveIndicator), "Remove an indicator that has no values and no targets");
        group
            .MapPost("/{id}/retirement", ([AsParameters] RetireIndicator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RetireIndicator), "Say that an indicator is watched no more");
        group
            .MapDelete("/{id}/retirement", ([AsParameters] RestoreIndicator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.DefinitionsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RestoreIndicator), "Take the retirement of an indicator back");
    }
}
