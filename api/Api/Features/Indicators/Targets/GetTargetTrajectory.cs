using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>The straight way from the start of a target to it, and where the values stand on it.</summary>
public static class GetTargetTrajectory
{
    /// <param name="Id">Id of the target.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<TargetTrajectory>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<TargetTrajectory>>
    {
        public async Task<Ok<TargetTrajectory>> Handle(Query request, CancellationToken cancellationToken)
        {
            var target =
                await db.IndicatorTargets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.Id, cancellationToken)
                ?? throw Problems.NotFound("Цель");
            var indicator = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .SingleAsync(i => i.Id == target.IndicatorId, cancellationToken);
            var version = indicator.For(target.Period) ?? indicator.Current;
            var values = await db
                .IndicatorValues.AsNoTracking()
                .Where(v => v.PlaceKey == target.PlaceKey && v.IndicatorId == target.IndicatorId && v.Breakdown == "")
                .ToDictionaryAsync(v => v.Period, v => v.Measure, cancellationToken);
            var caller = http.Caller();
            var told = CellTarget.Of(target, version.Unit, version.Decimals, doubts: []);
            var outward = caller.IsThirdParty && target.SchoolId is not null;
            if (outward)
            {
                told = told.Outward(version.Unit, caller.SmallGroups);
                values = values
                    .Where(v => !OutwardValues.Withholds(version.Unit, v.Value, caller.SmallGroups))
                    .ToDictionary(v => v.Key, v => v.Value);
            }
            // The way tells where it starts.
            var points =
                told.Baseline is not null && target is { BaselineThousandths: { } baseline, BaselinePeriod: { } from }
                    ? Trajectory.Of(baseline, from, target.TargetThousandths, target.Period)
                    : [];
            List<TargetPoint> way = [.. points.Select(p => PointOf(p, version, values.TryGetValue(p.Period, out var v) ? v : null))];
            return TypedResults.Ok(
                new TargetTrajectory(
                    target.Id,
                    indicator.Id,
                    version.Name,
                    told,
                    way,
                    way.LastOrDefault(p => p.Value is not null)?.OnTrack,
                    Achievements.Of(
                        version.Direction,
                        values.TryGetValue(target.Period, out var reached) ? reached : null,
                        target.TargetThousandths
                    )
                )
            );
        }

        private static TargetPoint PointOf(TrajectoryPoint point, IndicatorVersion version, Measure? value) =>
            new(
                point.Period,
                Scaled.Of(point.ExpectedThousandths),
                Scaled.Text(point.ExpectedThousandths, version.Unit, version.Decimals),
                value is { } measure ? Scaled.Of(measure.Rounded) : null,
                value?.Text(version.Unit, version.Decimals),
                Trajectory.IsOnTrack(version.Direction, value, point.ExpectedThousandths)
            );
    }
}

/// <summary>The way to a target.</summary>
/// <param name="TargetId">The target.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="IndicatorName">Its name.</param>
/// <param name="Target">The target itself.</param>
/// <param name="Points">The periods from the start to the target; empty when the start is not told.</param>
/// <param name="OnTrack">Whether the newest value is where it should be; null when nobody can say.</param>
/// <param name="Achievement">Whether the target was reached.</param>
public sealed record TargetTrajectory(
    Guid TargetId,
    Guid IndicatorId,
    string IndicatorName,
    CellTarget Target,
    IReadOnlyList<TargetPoint> Points,
    bool? OnTrack,
    Achievement Achievement
);

/// <summary>One period on the way.</summary>
/// <param name="Period">The period.</param>
/// <param name="Expected">Where the value should be.</param>
/// <param name="ExpectedText">The same as shown.</param>
/// <param name="Value">Where it is.</param>
/// <param name="ValueText">The same as shown.</param>
/// <param name="OnTrack">Whether that is as good as expected; null without a value, and of what is only watched.</param>
public sealed record TargetPoint(Period Period, decimal Expected, string ExpectedText, decimal? Value, string? ValueText, bool? OnTrack);
