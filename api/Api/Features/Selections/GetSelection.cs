using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>A competitive selection with its criteria.</summary>
public static class GetSelection
{
    /// <param name="Id">Id of the selection.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<SelectionDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<SelectionDetails>>
    {
        public Task<Versioned<SelectionDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            SelectionDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
