using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>How screens look and behave for whoever is signed in.</summary>
public static class GetPreferences
{
    public sealed record Query : IRequest<Ok<Preferences>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<Preferences>>
    {
        public async Task<Ok<Preferences>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok((await db.FindMe(http, cancellationToken)).Preferences);
    }
}
