using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Access;

/// <summary>Who is signed in.</summary>
public static class GetMe
{
    public sealed record Query : IRequest<Ok<MeDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock) : IRequestHandler<Query, Ok<MeDetails>>
    {
        public async Task<Ok<MeDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var person =
                await db.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == caller.Actor.Id, cancellationToken)
                ?? throw Problems.SignedOut();
            return TypedResults.Ok(await MeDetails.Read(db, person, caller, clock, cancellationToken));
        }
    }
}
