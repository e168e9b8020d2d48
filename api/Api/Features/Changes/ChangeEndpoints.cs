using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Changes;

/// <summary>The route of the journal.</summary>
public static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/changes")
            .WithTags("Changes")
            .MapGet("", ([AsParameters] ListChanges.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.HistoryRead)
            .Named(nameof(ListChanges), "List who changed what, newest first");
}
