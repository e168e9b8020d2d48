using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Closes the marks: from now on they may be read, and winners be chosen.</summary>
public static class CloseSelectionMarks
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<SelectionDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Versioned<SelectionDetails>>
    {
        public async Task<Versioned<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            selection.CloseMarks(clock.GetUtcNow().UtcDateTime, await db.Today(selection.RegionCode, cancellationToken));
            return await db.Saved(selection, "marks-closed", http.Caller(), cancellationToken);
        }
    }
}
