using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Tells how a value of an indicator comes about, down to the rows: «как посчитано».</summary>
public static class GetExplanation
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="Period">The period.</param>
    /// <param name="School">Id of the school whose value it is.</param>
    /// <param name="Municipality">ОКТМО code of the municipality whose value it is; without both it is the region's.</param>
    public sealed record Query(Guid Id, Period Period, Guid? School = null, string? Municipality = null) : IRequest<Ok<ExplanationDetails>>;

    internal sealed class Handler(AppDbContext db, FormulaExplainer formulas, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<ExplanationDetails>>
    {
        public async Task<Ok<ExplanationDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var indicator =
                await db.Indicators.AsNoTracking().Include(i => i.Versions).SingleOrDefaultAsync(i => i.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Показатель");
            var place = await IndicatorPlace.Find(db, indicator.RegionCode, request.School, request.Municipality, cancellationToken);
            var version = indicator.For(request.Period) ?? throw Problems.NotFound($"Определение показателя за {request.Period}");
            var key = place.Key;
            var stored = await db
                .IndicatorValues.AsNoTracking()
                .SingleOrDefaultAsync(
                    v => v.PlaceKey == key && v.IndicatorId == indicator.Id && v.Period == request.Period && v.Breakdown == Breakdown.Whole,
                    cancellationToken
                );
            var step =
                version.Level == place.Level ? await formulas.Explain(indicator.Id, place.Row, request.Period, cancellationToken) : null;
            var disclosure = new ExplanationDisclosure(http.Caller());
            var shown = await ExplainedSteps.Read(db, indicator.RegionCode, step, disclosure, cancellationToken);
            return TypedResults.Ok(ExplanationDetails.Of(indicator, version, request.Period, place, stored, step, shown, disclosure));
        }
    }
}
