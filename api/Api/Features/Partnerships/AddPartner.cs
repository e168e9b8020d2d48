using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Says that a school helps others.</summary>
public static class AddPartner
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<PartnerSummary>>;

    /// <summary>Which school and what it can give.</summary>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="Gives">What it can give.</param>
    public sealed record Body(Guid SchoolId, PartnerFactsBody Gives) : IExampled<Body>
    {
        public static Body Example => new(new Guid("0193a5c0-5b1e-7000-8000-000000000002"), PartnerFactsBody.Example);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Gives).SetValidator(new PartnerValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<PartnerSummary>>
    {
        public async Task<CreatedVersion<PartnerSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var school =
                await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Body.SchoolId, cancellationToken)
                ?? throw Problems.NotFound("Школа", "/schoolId", request.Body.SchoolId.ToString());
            var partner = new Partner(school, request.Body.Gives.Facts);
            db.Add(partner);
            db.Act = ("registered", null);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("/schoolId", $"{school.Name} уже есть среди школ-партнёров.", school.Id.ToString());
            }
            var told = await PartnerSummary.Read(db, http.Caller(), p => p.Id == partner.Id, cancellationToken);
            return new CreatedVersion<PartnerSummary>(told[0], told[0].Version, $"/api/v1/partners/{partner.Id}");
        }
    }
}
