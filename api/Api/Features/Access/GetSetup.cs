using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Mail;
using Opora.Persistence;

namespace Opora.Api.Features.Access;

/// <summary>Whether the product still waits for its first operator.</summary>
public static class GetSetup
{
    public sealed record Query : IRequest<Ok<SetupState>>;

    /// <summary>What the page of sign-in needs to know.</summary>
    /// <param name="Needed">Whether nobody can sign in yet.</param>
    /// <param name="Mail">Whether links can go out by e-mail; else they are handed over by coordinators and operators.</param>
    public sealed record SetupState(bool Needed, bool Mail);

    internal sealed class Handler(AppDbContext db, Mailer mailer) : IRequestHandler<Query, Ok<SetupState>>
    {
        public async Task<Ok<SetupState>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(new SetupState(await SetupLink.IsNeeded(db, cancellationToken), mailer.IsOn));
    }
}
