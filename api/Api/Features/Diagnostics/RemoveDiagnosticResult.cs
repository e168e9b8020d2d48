using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Strikes a result out that was written down by mistake.</summary>
public static class RemoveDiagnosticResult
{
    /// <param name="Id">Id of the result.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var result =
                await db.DiagnosticResults.Include(r => r.Findings).SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Результат диагностики");
            db.Expect(result, request.IfMatch.Version);
            db.Remove(result);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
