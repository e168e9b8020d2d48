using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Gets an event with who took part of the caller's schools.</summary>
public static class GetEvent
{
    /// <param name="Id">Id of the event.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<EventDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<EventDetails>>
    {
        // No tag: the version is the event's own, and who took part changes without it.
        public async Task<Ok<EventDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            TypedResults.Ok((await EventDetails.Read(db, request.Id, http.Caller(), cancellationToken)).Body);
    }
}
