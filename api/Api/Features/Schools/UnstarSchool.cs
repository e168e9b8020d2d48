using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Stops keeping an eye on a school; one without a star stays without.</summary>
public static class UnstarSchool
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Command(Guid Id) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.MustSee(request.Id, cancellationToken);
            if (await db.OwnStars().SingleOrDefaultAsync(s => s.SchoolId == request.Id, cancellationToken) is not { } star)
                return TypedResults.NoContent();
            db.Remove(star);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another window of the same person was quicker: the star is gone.
            }
            return TypedResults.NoContent();
        }
    }
}
