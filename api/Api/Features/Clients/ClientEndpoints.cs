using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Clients;

/// <summary>Routes of machine clients and their keys.</summary>
public static class ClientEndpoints
{
    public static void MapClients(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/clients").WithTags("Clients");

        group
            .MapGet("", ([AsParameters] ListClients.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ClientsRead)
            .Named(nameof(ListClients), "List the machine clients");
        group
            .MapGet("/{id}", ([AsParameters] GetClient.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.ClientsRead)
            .ProducesProblems(404)
            .Named(nameof(GetClient), "Get a machine client with what is known of its keys");
        group
            .MapPost("", ([AsParameters] CreateClient.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ClientsWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(CreateClient), "Register a machine client; the answer tells its key, this once");
        group
            .MapPut("/{id}", ([AsParameters] ReviseClient.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ClientsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(ReviseClient), "Change what a machine client may do, until when and from where");
        group
            .MapPost("/{id}/rotate", ([AsParameters] RotateClientKey.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ClientsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RotateClientKey), "Give a machine client a new key, told this once; the old one stays good for a while");
        group
            .MapPost("/{id}/revoke", ([AsParameters] RevokeClient.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.ClientsWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevokeClient), "Refuse all keys of a machine client at once and for good");
    }
}
