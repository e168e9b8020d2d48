using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;

namespace Opora.Api.Features.People;

/// <summary>Routes of people, their roles and links.</summary>
public static class PeopleEndpoints
{
    /// <summary>Registers what sends links.</summary>
    public static void AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Mail.MailSettings.Read(configuration));
        services.AddSingleton<Mail.Mailer>();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService<SendResets>();
    }

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/api/v1/people").WithTags("People");
        people
            .MapGet("", ([AsParameters] ListPeople.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PeopleRead)
            .Named(nameof(ListPeople), "List people and what they may do");
        people
            .MapGet("/{id}", ([AsParameters] GetPerson.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PeopleRead)
            .ProducesProblems(404)
            .Named(nameof(GetPerson), "Get a person's card");
        people
            .MapPut("/{id}", ([AsParameters] RevisePerson.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevisePerson), "Correct a person's name and e-mail address");
        people
            .MapPost("/{id}/block", ([AsParameters] BlockPerson.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(BlockPerson), "Block a person: sessions end at once");
        people
            .MapPost("/{id}/unblock", ([AsParameters] UnblockPerson.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(UnblockPerson), "Let a blocked person in again");
        people
            .MapPost("/{id}/link", ([AsParameters] IssueLink.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(IssueLink), "Issue a one-time link to join or to set a new password");
        people
            .MapDelete("/{id}/link", ([AsParameters] RevokeLink.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevokeLink), "Take back the open links of a person");
        people
            .MapPost("/{id}/grants", ([AsParameters] GiveGrant.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(GiveGrant), "Give a person a role at a place");
        people
            .MapDelete("/{id}/grants/{grantId}", ([AsParameters] RevokeGrant.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409, 412, 428)
            .Named(nameof(RevokeGrant), "Take a role back at once");
        people
            .MapPost(
                "/invitations/preview",
                ([AsParameters] PreviewInvitations.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .Needs(Permission.PeopleWrite)
            .Named(nameof(PreviewInvitations), "Look through a list of people to invite");
        people
            .MapPost("/invitations", ([AsParameters] InvitePeople.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(409, 422)
            .Named(nameof(InvitePeople), "Invite all people of a list, or nobody");
        app.MapGroup("/api/v1/schools")
            .WithTags("People")
            .MapGet("/{id}/access", ([AsParameters] ListSchoolAccess.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PeopleRead)
            .ProducesProblems(404)
            .Named(nameof(ListSchoolAccess), "List who can do what at a school");
        app.MapDelegations();
        app.MapLinks();
    }

    private static void MapDelegations(this IEndpointRouteBuilder app)
    {
        var delegations = app.MapGroup("/api/v1/delegations").WithTags("People");
        delegations
            .MapGet("", (IMediator m, CancellationToken ct) => m.Send(new ListDelegations.Query(), ct))
            .Needs(Permission.PeopleRead)
            .Named(nameof(ListDelegations), "List the rights that the caller has lent and borrowed");
        delegations
            .MapGet("/colleagues", ([AsParameters] ListColleagues.Query q, IMediator m, CancellationToken ct) => m.Send(q, ct))
            .Needs(Permission.PeopleRead)
            .Named(nameof(ListColleagues), "Find colleagues to whom own rights can be lent");
        delegations
            .MapPost("", ([AsParameters] DelegateRights.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404, 409)
            .Named(nameof(DelegateRights), "Lend own rights to a colleague for some days");
        delegations
            .MapDelete("/{personId}", ([AsParameters] EndDelegation.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .Needs(Permission.PeopleWrite)
            .ProducesProblems(404)
            .Named(nameof(EndDelegation), "Take own rights back from a colleague");
    }

    private static void MapLinks(this IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/api/v1").WithTags("Session");
        links
            .MapPost("/links/look", ([AsParameters] LookAtLink.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .NeedsNothing()
            .Throttled()
            .ProducesProblems(404)
            .Named(nameof(LookAtLink), "Whom a one-time link is for");
        links
            .MapPost("/links/use", ([AsParameters] UseLink.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct))
            .NeedsNothing()
            .Throttled()
            .ProducesProblems(404)
            .Named(nameof(UseLink), "Set a password with a one-time link, and sign in");
        links
            .MapPost(
                "/password-resets",
                ([AsParameters] RequestPasswordReset.Command c, IMediator m, CancellationToken ct) => m.Send(c, ct)
            )
            .NeedsNothing()
            .Throttled()
            .Named(nameof(RequestPasswordReset), "Ask for a link to a new password by e-mail");
    }
}
