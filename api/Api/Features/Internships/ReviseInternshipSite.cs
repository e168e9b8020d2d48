using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>Corrects what a place for internships offers.</summary>
public static class ReviseInternshipSite
{
    /// <param name="Id">Id of the place.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, InternshipSiteBody Body) : IRequest<Versioned<InternshipSiteDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new InternshipSiteValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<InternshipSiteDetails>>
    {
        public async Task<Versioned<InternshipSiteDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var site = await db.SiteToChange(request.Id, request.IfMatch, cancellationToken);
            site.Revise(request.Body.Facts);
            return await db.Saved(site, "revised", http.Caller(), cancellationToken);
        }
    }
}
