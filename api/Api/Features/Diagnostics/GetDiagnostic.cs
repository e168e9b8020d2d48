using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Gets diagnostics with what they look for.</summary>
public static class GetDiagnostic
{
    /// <param name="Id">Id of the diagnostics.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<DiagnosticDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Versioned<DiagnosticDetails>>
    {
        public Task<Versioned<DiagnosticDetails>> Handle(Query request, CancellationToken cancellationToken) =>
            DiagnosticDetails.Read(db, request.Id, http.Caller(), cancellationToken);
    }
}
