using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Asks for a specialist on behalf of a school.</summary>
public static class RequestSpecialist
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<SpecialistRequestDetails>>;

    /// <summary>Who asks for what.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Asks">What it asks for.</param>
    public sealed record Body(Guid SchoolId, SpecialistRequestBody Asks) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), SpecialistRequestBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Asks).SetValidator(new SpecialistRequestValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, CreatedVersion<SpecialistRequestDetails>>
    {
        public async Task<CreatedVersion<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var school = await db.SupportedSchool(request.Body.SchoolId, cancellationToken);
            var today = await db.Today(school.RegionCode, cancellationToken);
            var asked = new SpecialistRequest(school, request.Body.Asks.Facts(today), today, caller.Actor.Id!.Value);
            db.Add(asked);
            db.Act = ("created", null);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await SpecialistRequestDetails.Read(db, asked.Id, caller, cancellationToken)).Body;
            return new CreatedVersion<SpecialistRequestDetails>(details, details.Version, $"/api/v1/specialist-requests/{details.Id}");
        }
    }
}
