using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Corrects what a school can give.</summary>
public static class RevisePartner
{
    /// <param name="Id">Id of the partner.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, PartnerFactsBody Body) : IRequest<Versioned<PartnerSummary>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new PartnerValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<PartnerSummary>>
    {
        public async Task<Versioned<PartnerSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partner = await db.PartnerToChange(request.Id, request.IfMatch, cancellationToken);
            partner.Revise(request.Body.Facts);
            await db.SaveChangesAsync(cancellationToken);
            var told = await PartnerSummary.Read(db, http.Caller(), p => p.Id == partner.Id, cancellationToken);
            return new Versioned<PartnerSummary>(told[0], told[0].Version);
        }
    }
}
