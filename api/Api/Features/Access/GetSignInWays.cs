using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth.External;

namespace Opora.Api.Features.Access;

/// <summary>How one may sign in.</summary>
public static class GetSignInWays
{
    public sealed record Query : IRequest<Ok<SignInWays>>;

    /// <summary>How one may sign in besides user name and password.</summary>
    /// <param name="External">Words for the button that leads to the external provider; null when there is none.</param>
    public sealed record SignInWays(string? External);

    internal sealed class Handler(IHttpContextAccessor http) : IRequestHandler<Query, Ok<SignInWays>>
    {
        public async Task<Ok<SignInWays>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok(new SignInWays(await ExternalSignIn.NameOfProvider(http.HttpContext!)));
    }
}
