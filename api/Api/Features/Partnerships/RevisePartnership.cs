using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Corrects what an agreement says and who takes part in it.</summary>
public static class RevisePartnership
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, PartnershipBody Body) : IRequest<Versioned<PartnershipDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new PartnershipValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            partnership.Revise(request.Body.Facts, await db.Sides(request.Body, [.. partnership.Parties], cancellationToken));
            db.MustOwn(partnership);
            var details = await db.Saved(partnership, "revised", null, http.Caller(), cancellationToken);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }
    }
}
