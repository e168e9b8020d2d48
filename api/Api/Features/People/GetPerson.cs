using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>A person's card.</summary>
public static class GetPerson
{
    /// <param name="Id">Id of the person.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<PersonDetails>>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, Versioned<PersonDetails>>
    {
        public async Task<Versioned<PersonDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var person =
                await db.ReachedPeople().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken)
                ?? throw PeopleReach.NotFound();
            var details = await PersonDetails.Read(db, person, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new Versioned<PersonDetails>(details, person.Version);
        }
    }
}
