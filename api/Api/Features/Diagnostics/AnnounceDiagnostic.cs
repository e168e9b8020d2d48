using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Announces diagnostics of a municipality or of the whole region.</summary>
public static class AnnounceDiagnostic
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<DiagnosticDetails>>;

    /// <summary>The new diagnostics.</summary>
    /// <param name="Facts">What is known of them.</param>
    /// <param name="MunicipalityCode">ОКТМО code of the municipality whose teachers are diagnosed; absent for the whole region.</param>
    /// <param name="RegionCode">Region; that of the municipality or the caller's own when absent.</param>
    public sealed record Body(DiagnosticBody Facts, string? MunicipalityCode = null, string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example => new(DiagnosticBody.Example, "92626000");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Facts).SetValidator(new DiagnosticBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, CreatedVersion<DiagnosticDetails>>
    {
        public async Task<CreatedVersion<DiagnosticDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var body = request.Body;
            var region = await RegionOf(body, cancellationToken);
            await db.MustKnowProvider(body.Facts.ProviderId, region, "/facts", cancellationToken);
            var measures = await db.MeasuresOf(body.Facts, region, "/facts", cancellationToken);
            var campaign = new DiagnosticCampaign(region, body.MunicipalityCode, body.Facts.Facts, measures);
            if (!db.Current.Scope.Reaches(campaign))
                throw Problems.NotFound("Муниципалитет", "/municipalityCode", body.MunicipalityCode);
            db.Add(campaign);
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            var details = (await DiagnosticDetails.Read(db, campaign.Id, http.Caller(), cancellationToken)).Body;
            return new CreatedVersion<DiagnosticDetails>(details, details.Version, $"/api/v1/diagnostics/{details.Id}");
        }

        private async Task<string> RegionOf(Body body, CancellationToken cancellationToken)
        {
            if (body.MunicipalityCode is { } code)
            {
                var of = await db
                    .Municipalities.Where(m => m.Code == code)
                    .Select(m => m.RegionCode)
                    .SingleOrDefaultAsync(cancellationToken);
                return of is not null && (body.RegionCode is null || body.RegionCode == of)
                    ? of
                    : throw Problems.NotFound("Муниципалитет", "/municipalityCode", code);
            }
            if (body.RegionCode is { } region)
                return db.Current.Scope.ReachesRegion(region) ? region : throw Problems.NotFound("Регион", "/regionCode", region);
            return db.Current.Scope.Regions is [var only]
                ? only
                : throw Problems.Validation("/municipalityCode", "required", "Укажите муниципалитет, педагогов которого диагностируют.");
        }
    }
}
