using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Access;

/// <summary>Whether the product still waits for its first operator.</summary>
public static class GetSetup
{
    public sealed record Query : IRequest<Ok<SetupState>>;

    /// <summary>Whether nobody can sign in yet.</summary>
    public sealed record SetupState(bool Needed);

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<SetupState>>
    {
        public async Task<Ok<SetupState>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(new SetupState(await SetupLink.IsNeeded(db, cancellationToken)));
    }
}
