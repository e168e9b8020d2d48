using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>The card of a school.</summary>
public static class GetSchool
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<SchoolDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<SchoolDetails>>
    {
        public async Task<Versioned<SchoolDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var writable = http.Caller().ScopeFor(Permission.SchoolsWrite);
            var details = await SchoolDetails.Read(db, request.Id, writable, cancellationToken);
            return new Versioned<SchoolDetails>(details, details.Version);
        }
    }
}
