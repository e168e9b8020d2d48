using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Associations;

/// <summary>Strikes out a membership that was written down by mistake.</summary>
public static class RemoveAssociationMember
{
    /// <param name="Id">Id of the association.</param>
    /// <param name="MemberId">Id of the membership.</param>
    /// <param name="IfMatch">The version of the membership that the caller saw.</param>
    public sealed record Command(Guid Id, Guid MemberId, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var association =
                await db.HoldAssociation(request.Id, cancellationToken) ?? throw Problems.NotFound("Методическое объединение");
            var member =
                await db.AssociationMembers.SingleOrDefaultAsync(
                    m => m.Id == request.MemberId && m.AssociationId == association.Id,
                    cancellationToken
                ) ?? throw Problems.NotFound("Участник объединения");
            db.Expect(member, request.IfMatch.Version);
            db.Remove(member);
            await db.SaveChangesAsync(cancellationToken);
            if (member.UntilOn is null)
                await db.CountMembers(association.Id, -1, cancellationToken);
            await write.Commit(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
