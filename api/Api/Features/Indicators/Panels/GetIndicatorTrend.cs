using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>An indicator over its periods: a school, a municipality or all that is reached, with target and baseline.</summary>
public static class GetIndicatorTrend
{
    /// <param name="Id">Id of the indicator.</param>
    /// <param name="School">Id of a school: its own values, beside its municipality and region.</param>
    /// <param name="Municipality">ОКТМО code of a municipality: its figures beside the region. Neither: all that is reached.</param>
    public sealed record Query(Guid Id, Guid? School = null, string? Municipality = null) : IRequest<Ok<IndicatorTrend>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(q => q.Municipality)
                .Null()
                .When(q => q.School is not null)
                .WithErrorCode("place-ambiguous")
                .WithMessage("Укажите либо школу, либо муниципалитет.");
    }

    internal sealed class Handler(AppDbContext db, IndicatorRefresher refresher, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<IndicatorTrend>>
    {
        public async Task<Ok<IndicatorTrend>> Handle(Query request, CancellationToken cancellationToken)
        {
            var watched = await db.WatchedOne(request.Id, period: null, cancellationToken);
            var place = await PlaceOf(request, watched, cancellationToken);
            await refresher.Ready(db, new IndicatorRange([watched.RegionCode], IndicatorId: watched.Id), cancellationToken);
            var (id, key) = (watched.Id, place.Key);
            var rollups = (
                await db
                    .IndicatorRollups.AsNoTracking()
                    .Where(r => r.IndicatorId == id && r.Category == IndicatorRollup.AllSchools)
                    .ToListAsync(cancellationToken)
            ).ToLookup(r => r.Period);
            var told = await db
                .IndicatorValues.Where(v => v.PlaceKey == key && v.IndicatorId == id && v.Breakdown == Breakdown.Whole)
                .Select(v => new { v.Period, Measure = new Measure(v.Numerator, v.Denominator, v.Thousandths) })
                .ToDictionaryAsync(v => v.Period, v => v.Measure, cancellationToken);
            var targets = await db
                .IndicatorTargets.AsNoTracking()
                .Where(t => t.PlaceKey == key && t.IndicatorId == id)
                .ToDictionaryAsync(t => t.Period, cancellationToken);
            var periods = rollups.Select(r => r.Key).Concat(told.Keys).Concat(targets.Keys).Distinct().Order();
            return TypedResults.Ok(
                new IndicatorTrend(
                    watched.Details,
                    place.Name,
                    [
                        .. periods.Select(p =>
                            place.Point(
                                p,
                                watched.Indicator.For(p) ?? watched.Indicator.Current,
                                [.. rollups[p]],
                                told.TryGetValue(p, out var own) ? own : null,
                                targets.GetValueOrDefault(p)
                            )
                        ),
                    ]
                )
            );
        }

        private async Task<TrendPlace> PlaceOf(Query request, Watched watched, CancellationToken ct)
        {
            var caller = http.Caller();
            if (request.School is { } id)
            {
                var school =
                    await db
                        .Schools.AsNoTracking()
                        .Where(s => s.Id == id && s.RegionCode == watched.RegionCode)
                        .Select(s => new { s.Name, s.Placements })
                        .SingleOrDefaultAsync(ct)
                    ?? throw Problems.NotFound("Школа");
                return new TrendPlace(
                    Reach.Of(db, caller),
                    watched.RegionCode,
                    school.Name,
                    IndicatorValue.KeyOf(new At(watched.RegionCode, null, id))
                )
                {
                    Placements = school.Placements,
                };
            }
            var reach = await Reach.Of(db, caller, request.Municipality, ct);
            var municipality = request.Municipality ?? (reach is { Regions: [], Municipalities: [var only] } ? only : null);
            if (municipality is null)
                return new TrendPlace(reach, watched.RegionCode, null, watched.RegionCode);
            var name = await db.Municipalities.Where(m => m.Code == municipality).Select(m => m.Name).SingleAsync(ct);
            return new TrendPlace(Reach.Of(db, caller), watched.RegionCode, name, municipality) { Municipality = municipality };
        }

        private sealed record At(string RegionCode, string? MunicipalityCode, Guid? SchoolId) : IPlaced;
    }
}

/// <summary>An indicator over its periods.</summary>
/// <param name="Indicator">The indicator, by its present definition.</param>
/// <param name="Place">Name of the school or municipality; null for all that is reached.</param>
/// <param name="Points">The periods, oldest first.</param>
public sealed record IndicatorTrend(PanelIndicator Indicator, string? Place, IReadOnlyList<TrendPoint> Points);

/// <summary>One period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Own">Of the place asked about; null without data.</param>
/// <param name="Municipality">Of the school's municipality; null without data, or over too few to be shown.</param>
/// <param name="Region">Of the region; null without data, over too few to be shown, or when the region itself was asked about.</param>
/// <param name="Target">Target of the place asked about.</param>
/// <param name="Baseline">Where it starts.</param>
/// <param name="BaselinePeriod">The period of the start.</param>
/// <param name="Achievement">Whether the target was reached.</param>
/// <param name="Withheld">Whether the own figure is left out because it is, or may be, over few pupils; only for third parties.</param>
public sealed record TrendPoint(
    Period Period,
    FigureDetails? Own,
    ComparedFigure? Municipality,
    ComparedFigure? Region,
    decimal? Target,
    decimal? Baseline,
    Period? BaselinePeriod,
    Achievement Achievement,
    bool Withheld
);

/// <summary>A figure over the schools of a place.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Schools">Schools with a value.</param>
public sealed record ComparedFigure(FigureDetails Figure, int Schools);
