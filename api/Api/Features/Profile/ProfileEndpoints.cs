using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;

namespace Opora.Api.Features.Profile;

/// <summary>Routes of one's own account. None names a person: it is always the caller's.</summary>
public static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/me").WithTags("Profile").NeedsSignIn();

        group
            .MapPut("", ([AsParameters] ReviseMe.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Named(nameof(ReviseMe), "Change one's own name");
        group
            .MapPost("/password", ([AsParameters] ChangePassword.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .ProducesProblems(409)
            .Named(nameof(ChangePassword), "Change one's own password and end all other sessions");
        group
            .MapGet("/preferences", (IMediator m, CancellationToken ct) => m.Send(new GetPreferences.Query(), ct))
            .Named(nameof(GetPreferences), "How screens look and behave for oneself");
        group
            .MapPut("/preferences", ([AsParameters] SetPreferences.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Named(nameof(SetPreferences), "Set how screens look and behave for oneself");
        group
            .MapGet("/sessions", (IMediator m, CancellationToken ct) => m.Send(new ListSessions.Query(), ct))
            .Named(nameof(ListSessions), "Where one is signed in");
        group
            .MapDelete("/sessions", (IMediator m, CancellationToken ct) => m.Send(new EndSessions.Command(), ct))
            .Named(nameof(EndSessions), "Sign out everywhere, here too");
        group
            .MapDelete("/sessions/{id}", ([AsParameters] EndSession.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .ProducesProblems(404)
            .Named(nameof(EndSession), "Sign one browser out");
        group
            .MapPost("/authenticator", ([AsParameters] StartAuthenticator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .ProducesProblems(409)
            .Named(nameof(StartAuthenticator), "Make a new secret for an authenticator app");
        group
            .MapPost(
                "/authenticator/confirm",
                ([AsParameters] ConfirmAuthenticator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .ProducesProblems(409)
            .Named(nameof(ConfirmAuthenticator), "Turn the second factor on with a first code; answers recovery codes, once");
        group
            .MapDelete("/authenticator", ([AsParameters] RemoveAuthenticator.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .ProducesProblems(409)
            .Named(nameof(RemoveAuthenticator), "Turn the second factor off");
        group
            .MapPost("/recovery-codes", ([AsParameters] RenewRecoveryCodes.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .ProducesProblems(409)
            .Named(nameof(RenewRecoveryCodes), "Make new recovery codes in place of the earlier ones");
    }
}
