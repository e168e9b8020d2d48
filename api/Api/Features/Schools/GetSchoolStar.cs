using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Whether the caller keeps an eye on a school: apart from the card, which is everybody's and known by its version.</summary>
public static class GetSchoolStar
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<SchoolStar>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<SchoolStar>>
    {
        public async Task<Ok<SchoolStar>> Handle(Query request, CancellationToken cancellationToken)
        {
            await db.MustSee(request.Id, cancellationToken);
            return TypedResults.Ok(new SchoolStar(await db.OwnStars().AnyAsync(s => s.SchoolId == request.Id, cancellationToken)));
        }
    }
}

/// <summary>A star.</summary>
/// <param name="Starred">Whether the caller keeps an eye on the school.</param>
public sealed record SchoolStar(bool Starred);
