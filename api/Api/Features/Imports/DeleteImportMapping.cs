using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Imports;

/// <summary>Forgets a saved mapping; imports that used it keep their own copy.</summary>
public static class DeleteImportMapping
{
    /// <param name="Id">Id of the mapping.</param>
    public sealed record Command(Guid Id) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var mapping = await db.ImportMappings.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken);
            if (mapping is null || !db.Current.Scope.Reaches(mapping))
                throw Problems.NotFound("Сопоставление столбцов");
            db.Remove(mapping);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
