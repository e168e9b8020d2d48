using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>Takes marks again, as long as nothing is decided.</summary>
public static class ReopenSelectionMarks
{
    /// <param name="Id">Id of the selection.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<SelectionDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<SelectionDetails>>
    {
        public async Task<Versioned<SelectionDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var selection = await db.SelectionToChange(request.Id, request.IfMatch, cancellationToken);
            selection.ReopenMarks();
            return await db.Saved(selection, "marks-reopened", http.Caller(), cancellationToken);
        }
    }
}
