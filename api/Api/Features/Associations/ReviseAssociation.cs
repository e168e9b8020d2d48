using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Corrects what is known of an association.</summary>
public static class ReviseAssociation
{
    /// <param name="Id">Id of the association.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, AssociationBody Body) : IRequest<Versioned<AssociationDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new AssociationBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<AssociationDetails>>
    {
        public async Task<Versioned<AssociationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.AssociationToChange(request.Id, request.IfMatch, cancellationToken);
            if (request.Body.LeaderId != found.LeaderId)
                await db.MustKnowLeader(request.Body.LeaderId, found.RegionCode, "/leaderId", cancellationToken);
            found.Revise(request.Body.Facts);
            return await db.Changed(found, "revised", http.Caller(), cancellationToken);
        }
    }
}
