using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Formulas;

/// <summary>Has all formulas of a region computed again, in the background. What says the same stays untouched.</summary>
public static class RecomputeIndicators
{
    public sealed record Command(Body Body) : IRequest<Ok<RecomputationDetails>>;

    /// <summary>Where.</summary>
    /// <param name="RegionCode">The region; may be left out by those who reach one only.</param>
    public sealed record Body(string? RegionCode = null) : IExampled<Body>
    {
        public static Body Example => new("RU-TA");
    }

    internal sealed class Handler(AppDbContext db, FormulaSignal signal) : IRequestHandler<Command, Ok<RecomputationDetails>>
    {
        public async Task<Ok<RecomputationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var region = FormulaRegions.Of(db, request.Body.RegionCode);
            if (!db.Current.Scope.ReachesRegion(region))
                throw Problems.NotFound("Регион", "/regionCode", region);
            db.FormulaNotes.Add(new FormulaNote { Id = Guid.CreateVersion7(), RegionCode = region });
            await db.SaveChangesAsync(cancellationToken);
            signal.Raise();
            return TypedResults.Ok(await RecomputationDetails.Read(db, region, cancellationToken));
        }
    }
}
