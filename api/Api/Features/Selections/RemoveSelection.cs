using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Removes a call to which nobody has answered.</summary>
public static class RemoveSelection
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            var answers = await db.SelectionApplications.CountAsync(a => a.SelectionId == selection.Id, cancellationToken);
            if (answers > 0)
                throw new BrokenRule("selection-answered", $"Школы уже начали заявок: {answers}. Такое объявление не удаляют.");
            db.Remove(selection);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
