using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Places;

/// <summary>Routes of regions and municipalities.</summary>
public static class PlaceEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Places");

        group
            .MapGet("/regions", (IMediator m, CancellationToken ct) => m.Send(new ListRegions.Query(), ct))
            .Needs(Permission.RegistryRead)
            .Named(nameof(ListRegions), "List the regions in which the caller reaches anything");
        group
            .MapGet("/municipalities", (IMediator m, CancellationToken ct) => m.Send(new ListMunicipalities.Query(), ct))
            .Needs(Permission.RegistryRead)
            .Named(nameof(ListMunicipalities), "List the municipalities of these regions");
        group
            .MapGet("/municipalities/{code}", ([AsParameters] GetMunicipality.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.RegistryRead)
            .ProducesProblems(404)
            .Named(nameof(GetMunicipality), "Get a municipality");
        group
            .MapPost("/municipalities", ([AsParameters] RegisterMunicipality.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PlacesWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(RegisterMunicipality), "Register a municipality");
        group
            .MapPut(
                "/municipalities/{code}",
                ([AsParameters] RenameMunicipality.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PlacesWrite)
            .ProducesProblems(404)
            .Named(nameof(RenameMunicipality), "Give a municipality its new name");
    }
}
