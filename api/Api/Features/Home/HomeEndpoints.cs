using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.Home;

/// <summary>The route of the page that a person begins with.</summary>
public static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/home")
            .WithTags("Home")
            .MapGet("", (IMediator m, CancellationToken ct) => m.Send(new GetHome.Query(), ct))
            .Needs(Permission.SchoolsRead)
            .Named(nameof(GetHome), "What needs one, what one keeps an eye on, how far the region has come");
}
