using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Persistence;

namespace Opora.Api.Features.Access;

/// <summary>Closes the session of this browser.</summary>
public static class SignOut
{
    public sealed record Command : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await http.HttpContext!.CloseSession(db, cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
