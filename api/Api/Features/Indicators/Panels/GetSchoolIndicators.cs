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

/// <summary>The indicators of a school beside those of its municipality and region.</summary>
public static class GetSchoolIndicators
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="Set">Id of the set; without it the set of the newest period.</param>
    /// <param name="Period">The period; without it the newest opened one.</param>
    public sealed record Query(Guid Id, Guid? Set = null, Period? Period = null) : IRequest<Ok<SchoolIndicators>>;

    internal sealed class Handler(AppDbContext db, IndicatorRefresher refresher, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<SchoolIndicators>>
    {
        public async Task<Ok<SchoolIndicators>> Handle(Query request, CancellationToken cancellationToken)
        {
            var school =
                await db
                    .Schools.AsNoTracking()
                    .Where(s => s.Id == request.Id)
                    .Select(s => new { s.RegionCode, s.Placements })
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Школа");
            if (await db.Meant(request.Set, request.Period, cancellationToken) is not { } meant)
                return TypedResults.Ok(new SchoolIndicators(null, request.Period, []));
            var (id, region, period) = (request.Id, school.RegionCode, meant.Period);
            var watched = (await db.WatchedIn(meant.Set, period, cancellationToken)).FindAll(w =>
                w.RegionCode == region && w.Definition.Level == IndicatorLevel.School
            );
            await refresher.Ready(db, new IndicatorRange([region], period), cancellationToken);
            var ids = watched.ConvertAll(w => w.Id);
            var rollups = (
                await db
                    .IndicatorRollups.AsNoTracking()
                    .Where(r =>
                        r.RegionCode == region
                        && r.Period == period
                        && ids.Contains(r.IndicatorId)
                        && r.Category == IndicatorRollup.AllSchools
                    )
                    .ToListAsync(cancellationToken)
            ).ToLookup(r => r.IndicatorId);
            var told = await Told.Read(
                db.IndicatorValues.Where(v => v.SchoolId == id && v.Period == period),
                db.IndicatorTargets.Where(t => t.SchoolId == id && t.Period == period),
                cancellationToken
            );
            var reach = Reach.Of(db, http.Caller());
            var municipality = SchoolPlacement.MunicipalityOn(school.Placements, period.StandingDay());
            return TypedResults.Ok(
                new SchoolIndicators(
                    watched.Count == 0 ? null : new PanelSet(meant.Set, watched[0].SetName),
                    period,
                    watched.ConvertAll(w => Row(reach, w, municipality, told.Value(id, w.Id), told.Target(id, w.Id), rollups[w.Id]))
                )
            );
        }

        private static SchoolIndicator Row(
            Reach reach,
            Watched watched,
            string municipality,
            Measure? value,
            long? target,
            IEnumerable<IndicatorRollup> rollups
        )
        {
            var (definition, disclosure) = (watched.Definition, reach.Disclosure);
            var withheld = disclosure.Outward && value is { } measured && !disclosure.Small.MayGoOutward(definition.Unit, measured);
            var shown = withheld ? null : value;
            var all = rollups.ToList();
            return new SchoolIndicator(
                watched.Details,
                shown is { } measure ? FigureDetails.Of(measure) : null,
                Thousandths.Shown(target),
                withheld ? null : Achievements.Of(definition.Direction, shown, target),
                reach.Compared(
                    definition,
                    all.Where(r => r.MunicipalityCode == municipality),
                    reach.Holds(watched.RegionCode, municipality)
                ),
                reach.Compared(definition, all, reach.Regions.Contains(watched.RegionCode, StringComparer.Ordinal)),
                value is { } known && disclosure.Small.IsSmall(definition.Unit, known),
                withheld
            );
        }
    }
}

/// <summary>The indicators of a school in a period.</summary>
/// <param name="Set">The set; null while nothing is watched in the period.</param>
/// <param name="Period">The period.</param>
/// <param name="Indicators">The indicators of the set, in their order.</param>
public sealed record SchoolIndicators(PanelSet? Set, Period? Period, IReadOnlyList<SchoolIndicator> Indicators);

/// <summary>One indicator of a school beside its municipality and region.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Figure">The school's value; null when there is none, or when it is withheld.</param>
/// <param name="Target">Its target.</param>
/// <param name="Achievement">Whether the target was reached; null when withheld.</param>
/// <param name="Municipality">Of its municipality; null without data, or over too few to be shown.</param>
/// <param name="Region">Of its region; null without data, or over too few to be shown.</param>
/// <param name="Small">Whether the value is over fewer than five pupils.</param>
/// <param name="Withheld">Whether it is left out for that reason; only for third parties.</param>
public sealed record SchoolIndicator(
    PanelIndicator Indicator,
    FigureDetails? Figure,
    decimal? Target,
    Achievement? Achievement,
    ComparedFigure? Municipality,
    ComparedFigure? Region,
    bool Small,
    bool Withheld
);
