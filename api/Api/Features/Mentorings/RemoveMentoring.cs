using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Removes a pairing that was written down by mistake; one with meetings is ended instead.</summary>
public static class RemoveMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            if (mentoring.Visits.Count > 0)
                throw new BrokenRule(
                    "mentoring-has-visits",
                    $"Записано встреч: {mentoring.Visits.Count}. Такую пару не удаляют: прекратите её с указанием причины."
                );
            db.Remove(mentoring);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
