using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Features.Indicators.Values;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Targets;

/// <summary>Looks the targets of a place through: findings, never blocks.</summary>
public static class LintIndicatorTargets
{
    /// <param name="Set">Id of the set.</param>
    /// <param name="Period">The period of the targets.</param>
    /// <param name="School">Id of the school. Neither this nor municipality: the region itself.</param>
    /// <param name="Municipality">ОКТМО code of the municipality whose own targets are meant.</param>
    public sealed record Query(Guid Set, Period Period, Guid? School = null, string? Municipality = null) : IRequest<Ok<TargetLintDetails>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<TargetLintDetails>>
    {
        public async Task<Ok<TargetLintDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var region =
                await db.IndicatorSets.Where(s => s.Id == request.Set).Select(s => s.RegionCode).SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Набор показателей");
            var place = await IndicatorPlace.Find(db, region, request.School, request.Municipality, cancellationToken);
            var indicators = await db
                .Indicators.AsNoTracking()
                .Include(i => i.Versions)
                .Where(i => i.SetId == request.Set)
                .OrderBy(i => i.Number)
                .ThenBy(i => i.Id)
                .ToListAsync(cancellationToken);
            var sheet = await PlaceSheet.Read(db, place, indicators, columns: [], only: null, cancellationToken);
            var targets = await db.TargetsOf(place, [.. indicators.Select(i => i.Id)], cancellationToken);
            var asked = indicators.Where(i => EntryRules.NotAsked(i, place.Level, request.Period) is null).ToList();
            return TypedResults.Ok(
                new TargetLintDetails(
                    asked.Count,
                    asked.Count(i => targets.ContainsKey((i.Id, request.Period))),
                    [.. asked.SelectMany(i => Doubts(i, request.Period, sheet, targets.GetValueOrDefault((i.Id, request.Period))))]
                )
            );
        }

        private static IEnumerable<TargetDoubt> Doubts(Indicator indicator, Period period, PlaceSheet sheet, IndicatorTarget? target)
        {
            var version = indicator.For(period)!;
            var draft = sheet.DraftOf(indicator.Id, period, target?.TargetThousandths, target?.BaselineThousandths);
            return TargetLint
                .Look(version.Meaning, draft)
                .Select(d => new TargetDoubt(
                    indicator.Id,
                    indicator.Code,
                    version.Name,
                    target?.Id,
                    d.Finding,
                    d.Message,
                    Scaled.OrNull(d.ProposedThousandths),
                    d.Proposal
                ));
        }
    }
}

/// <summary>What was found.</summary>
/// <param name="Indicators">Indicators that may have a target of this place and period.</param>
/// <param name="Targets">How many of them have one.</param>
/// <param name="Items">The doubts, in the order of the indicators.</param>
public sealed record TargetLintDetails(int Indicators, int Targets, IReadOnlyList<TargetDoubt> Items);

/// <summary>One doubt about a target.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="TargetId">The target; null when it is missing.</param>
/// <param name="Finding">What it is.</param>
/// <param name="Message">Why.</param>
/// <param name="Proposed">What would be right, when it can be said.</param>
/// <param name="Proposal">The same in words.</param>
public sealed record TargetDoubt(
    Guid IndicatorId,
    string Code,
    string Name,
    Guid? TargetId,
    TargetFinding Finding,
    string Message,
    decimal? Proposed,
    string? Proposal
);
