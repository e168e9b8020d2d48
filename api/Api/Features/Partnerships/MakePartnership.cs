using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Makes an agreement between supported schools and their partners.</summary>
public static class MakePartnership
{
    public sealed record Command(PartnershipBody Body) : IRequest<CreatedVersion<PartnershipDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new PartnershipValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<PartnershipDetails>>
    {
        public async Task<CreatedVersion<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = new Partnership(request.Body.Facts, await db.Sides(request.Body, [], cancellationToken));
            db.MustOwn(partnership);
            db.Add(partnership);
            var details = await db.Saved(partnership, "registered", null, http.Caller(), cancellationToken);
            return new CreatedVersion<PartnershipDetails>(details, details.Version, $"/api/v1/partnerships/{details.Id}");
        }
    }
}
