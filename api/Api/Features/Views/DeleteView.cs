using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Views;

/// <summary>Forgets kept filters; keeping them again brings them back.</summary>
public static class DeleteView
{
    /// <param name="Id">Id of the view.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<NoContent>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Remove(await db.FindView(http, request.Id, request.IfMatch, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
