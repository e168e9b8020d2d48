using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;

namespace Opora.Api.Features.Access;

/// <summary>Routes of set-up, sign-in and «who am I».</summary>
public static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Session");

        group
            .MapGet("/setup", (IMediator m, CancellationToken ct) => m.Send(new GetSetup.Query(), ct))
            .NeedsNothing()
            .Named(nameof(GetSetup), "Whether the product still waits for its first operator");
        group
            .MapPost("/setup", ([AsParameters] SetUp.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .NeedsNothing()
            .ProducesProblems(409)
            .Throttled()
            .Named(nameof(SetUp), "Create the region and its first operator with the one-time link, and sign in");
        group
            .MapPost("/session", ([AsParameters] SignIn.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .NeedsNothing()
            .ProducesProblems(401)
            .Throttled()
            .Named(nameof(SignIn), "Sign in with user name and password");
        group
            .MapGet("/session", (IMediator m, CancellationToken ct) => m.Send(new GetSignInWays.Query(), ct))
            .NeedsNothing()
            .Named(nameof(GetSignInWays), "How one may sign in besides user name and password");
        group
            .MapGet("/session/external", ([AsParameters] StartExternalSignIn.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .NeedsNothing()
            .Produces(StatusCodes.Status302Found)
            .ProducesProblems(404)
            .Throttled()
            .Named(nameof(StartExternalSignIn), "Sign in at the external provider, for a browser to go to");
        group
            .MapDelete("/session", (IMediator m, CancellationToken ct) => m.Send(new SignOut.Command(), ct))
            .NeedsNothing()
            .Named(nameof(SignOut), "Close the session of this browser");
        group
            .MapGet("/me", (IMediator m, CancellationToken ct) => m.Send(new GetMe.Query(), ct))
            .NeedsSignIn()
            .Named(nameof(GetMe), "Who is signed in, with which roles, at which places");
    }
}
