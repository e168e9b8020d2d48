using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth.External;
using Opora.Api.Http;

namespace Opora.Api.Features.Access;

/// <summary>Leads the browser to the external provider.</summary>
public static class StartExternalSignIn
{
    /// <summary>Where to go afterwards.</summary>
    /// <param name="ReturnUrl">Path within this application; anything else leads to its first page.</param>
    public sealed record Query(string? ReturnUrl = null) : IRequest<ChallengeHttpResult>;

    internal sealed class Handler(IHttpContextAccessor http) : IRequestHandler<Query, ChallengeHttpResult>
    {
        public async Task<ChallengeHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await ExternalSignIn.NameOfProvider(http.HttpContext!) is null)
                throw Problems.NotFound("Внешний вход");
            var properties = new AuthenticationProperties { RedirectUri = ExternalSignIn.Local(request.ReturnUrl) };
            return TypedResults.Challenge(properties, [ExternalSignIn.Scheme]);
        }
    }
}
