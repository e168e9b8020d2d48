using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>Takes a set that comes with the product into a region; again, it brings the region's set back to it.</summary>
public static class AdoptReadySet
{
    /// <param name="Code">Code of the ready-made set.</param>
    /// <param name="DryRun">Whether everything is tried and nothing kept.</param>
    /// <param name="RegionCode">Region; the caller's own when absent.</param>
    public sealed record Command(string Code, bool DryRun = false, string? RegionCode = null) : IRequest<Ok<IndicatorSetImport>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Command, Ok<IndicatorSetImport>>
    {
        public async Task<Ok<IndicatorSetImport>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ready = ReadySets.Find(request.Code) ?? throw Problems.NotFound("Готовый набор");
            var taking = new SetTaking(db, db.RegionToDefine(request.RegionCode));
            return TypedResults.Ok(await taking.Take(ready.Code, ready.Facts, ready.Indicators, request.DryRun, cancellationToken));
        }
    }
}
