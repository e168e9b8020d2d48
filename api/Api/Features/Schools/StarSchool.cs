using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Keeps an eye on a school; doing it twice is doing it once, so it names no version.</summary>
public static class StarSchool
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Command(Guid Id) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.MustSee(request.Id, cancellationToken);
            if (await db.OwnStars().AnyAsync(s => s.SchoolId == request.Id, cancellationToken))
                return TypedResults.NoContent();
            db.Add(new StarredSchool(db.Current.Actor.Id!.Value, request.Id, clock.GetUtcNow().UtcDateTime));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                // Another window of the same person was quicker: the star is there.
            }
            return TypedResults.NoContent();
        }
    }
}
