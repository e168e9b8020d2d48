using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>Takes no more interns at a place; those who are promised one keep it.</summary>
public static class CloseInternshipSite
{
    /// <param name="Id">Id of the place.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch) : IRequest<Versioned<InternshipSiteDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<InternshipSiteDetails>>
    {
        public async Task<Versioned<InternshipSiteDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var site = await db.SiteToChange(request.Id, request.IfMatch, cancellationToken);
            site.Close(await db.Today(site.RegionCode, cancellationToken));
            return await db.Saved(site, "closed", http.Caller(), cancellationToken);
        }
    }
}
