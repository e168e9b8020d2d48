using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>Takes interns at a place again.</summary>
public static class ReopenInternshipSite
{
    /// <param name="Id">Id of the place.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<InternshipSiteDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<InternshipSiteDetails>>
    {
        public async Task<Versioned<InternshipSiteDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var site = await db.SiteToChange(request.Id, request.IfMatch, cancellationToken);
            site.Reopen();
            return await db.Saved(site, "reopened", http.Caller(), cancellationToken);
        }
    }
}
