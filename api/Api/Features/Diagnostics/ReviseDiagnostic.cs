using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Corrects what is known of diagnostics. What they look for stands once there are results.</summary>
public static class ReviseDiagnostic
{
    /// <param name="Id">Id of the diagnostics.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is known now; what is left out becomes unknown.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, DiagnosticBody Body) : IRequest<Versioned<DiagnosticDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new DiagnosticBodyValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<DiagnosticDetails>>
    {
        public async Task<Versioned<DiagnosticDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var campaign = await db.CampaignToChange(request.Id, request.IfMatch, cancellationToken);
            await db.MustKnowProvider(request.Body.ProviderId, campaign.RegionCode, "", cancellationToken);
            var measures = await db.MeasuresOf(request.Body, campaign.RegionCode, "", cancellationToken);
            if (!campaign.LooksFor(measures))
            {
                if (await db.HasResults(campaign, cancellationToken))
                    throw Problems.RuleBroken(
                        "campaign-has-results",
                        "По этой диагностике уже есть результаты: дефициты, баллы и пороги больше не меняются. Объявите новую диагностику."
                    );
                campaign.Measure(measures);
            }
            campaign.Revise(request.Body.Facts);
            await db.SaveChangesAsync(cancellationToken);
            return await DiagnosticDetails.Read(db, campaign.Id, http.Caller(), cancellationToken);
        }
    }
}
