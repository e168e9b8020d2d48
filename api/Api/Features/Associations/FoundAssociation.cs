using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Entry;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Associations;

/// <summary>Founds an association of teachers.</summary>
public static class FoundAssociation
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<AssociationDetails>>;

    /// <summary>The new association.</summary>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="SchoolId">Id of the school whose it is.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality whose it is.</param>
    /// <param name="RegionCode">The region whose it is. Of all three the caller's own place when none is named.</param>
    public sealed record Body(AssociationBody Facts, Guid? SchoolId = null, string? MunicipalityCode = null, string? RegionCode = null)
        : IExampled<Body>
    {
        public static Body Example => new(AssociationBody.Example, MunicipalityCode: "92626000");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new AssociationBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<AssociationDetails>>
    {
        public async Task<CreatedVersion<AssociationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var owner = await db.OwnerPlace((body.RegionCode, body.MunicipalityCode, body.SchoolId), cancellationToken);
            var added = new Association(owner, body.Facts.Facts);
            await db.MustKnowLeader(added.LeaderId, added.RegionCode, "/facts/leaderId", cancellationToken);
            db.Add(added);
            var details = (await db.Changed(added, "registered", http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<AssociationDetails>(details, details.Version, $"/api/v1/associations/{details.Id}");
        }
    }
}
