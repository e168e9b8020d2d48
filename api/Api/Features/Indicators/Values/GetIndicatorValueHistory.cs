using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Tells who changed the value of a cell, when, from what to what, and how; also of one that is empty now.</summary>
public static class GetIndicatorValueHistory
{
    /// <param name="Indicator">Id of the indicator.</param>
    /// <param name="Period">The period.</param>
    /// <param name="School">Id of the school whose value it is.</param>
    /// <param name="Municipality">ОКТМО code of the municipality whose value it is; without both it is the region's.</param>
    /// <param name="Breakdown">The part; the whole when absent.</param>
    public sealed record Query(Guid Indicator, Period Period, Guid? School = null, string? Municipality = null, string? Breakdown = null)
        : IRequest<Ok<IndicatorValueHistory>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Query, Ok<IndicatorValueHistory>>
    {
        public async Task<Ok<IndicatorValueHistory>> Handle(Query request, CancellationToken cancellationToken)
        {
            var indicator =
                await db
                    .Indicators.AsNoTracking()
                    .Include(i => i.Versions)
                    .SingleOrDefaultAsync(i => i.Id == request.Indicator, cancellationToken)
                ?? throw Problems.NotFound("Показатель");
            var place = await IndicatorPlace.Find(db, indicator.RegionCode, request.School, request.Municipality, cancellationToken);
            var (key, period, part) = (place.Key, request.Period, request.Breakdown ?? Breakdown.Whole);
            var value = await db
                .IndicatorValues.AsNoTracking()
                .SingleOrDefaultAsync(
                    v => v.PlaceKey == key && v.IndicatorId == indicator.Id && v.Period == period && v.Breakdown == part,
                    cancellationToken
                );
            var former = await db
                .IndicatorValueRevisions.AsNoTracking()
                .Where(r => r.PlaceKey == key && r.IndicatorId == indicator.Id && r.Period == period && r.Breakdown == part)
                .ToListAsync(cancellationToken);
            var caller = http.Caller();
            var version = indicator.For(period) ?? indicator.Current;
            var withholds = caller.IsThirdParty && place.Level == IndicatorLevel.School;
            string? Text(Measure? measure) =>
                measure is not { } known || withholds && OutwardValues.Withholds(version.Unit, known, caller.SmallGroups)
                    ? null
                    : known.Text(version.Unit, version.Decimals);
            var steps = Steps(value, former, await RolledBack(former, cancellationToken));
            var names = await db.NamesOf([.. steps.Select(s => s.ById).OfType<Guid>()], caller, cancellationToken);
            return TypedResults.Ok(
                new IndicatorValueHistory(
                    indicator.Id,
                    version.Name,
                    period,
                    part,
                    [
                        .. steps.Select(s => new ValueStep(
                            s.At,
                            s.ById,
                            s.ById is { } id ? names.GetValueOrDefault(id) : null,
                            s.Origin,
                            s.ImportId,
                            s.SourceRow,
                            s.TakenBack,
                            Text(s.From),
                            Text(s.To),
                            caller.IsThirdParty ? null : s.Comment
                        )),
                    ]
                )
            );
        }

        // Of the imports that the caller reaches.
        private async Task<HashSet<Guid>> RolledBack(List<IndicatorValueRevision> former, CancellationToken cancellationToken)
        {
            var imports = former.Where(r => r.ReplacedByImportId is null).Select(r => r.ImportId).OfType<Guid>().Distinct().ToArray();
            return imports.Length == 0
                ? []
                : await db
                    .ImportRuns.Where(r => EF.Parameter(imports).Contains(r.Id) && r.State == ImportState.RolledBack)
                    .Select(r => r.Id)
                    .ToHashSetAsync(cancellationToken);
        }

        /// <summary>The changes, newest first. A gap between two states is a time without a value.</summary>
        private static List<Step> Steps(IndicatorValue? value, List<IndicatorValueRevision> former, HashSet<Guid> rolledBack)
        {
            List<Step> steps = [];
            IndicatorValueRevision? before = null;
            foreach (var state in former.OrderBy(r => r.ReplacedAt).ThenBy(r => r.ChangedAt).ThenBy(r => r.Id))
            {
                steps.AddRange(Taken(before, state.ChangedAt, rolledBack));
                steps.Add(Came(before, state, rolledBack));
                before = state;
            }
            steps.AddRange(Taken(before, value?.ChangedAt, rolledBack));
            if (value is not null)
                steps.Add(Came(before, value, rolledBack));
            steps.Reverse();
            return steps;
        }

        private static Step Came(IndicatorValueRevision? before, IValueState state, HashSet<Guid> rolledBack)
        {
            var replaced = before is not null && before.ReplacedAt == state.ChangedAt ? before : null;
            var import = TakenBack(replaced, rolledBack);
            return new Step(
                state.ChangedAt,
                state.ChangedById,
                state.Origin,
                import ?? state.ImportId,
                import is null ? state.SourceRow : null,
                import is not null,
                replaced?.Measure,
                new Measure(state.Numerator, state.Denominator, state.Thousandths),
                state.Comment
            );
        }

        private static IEnumerable<Step> Taken(IndicatorValueRevision? before, DateTime? next, HashSet<Guid> rolledBack)
        {
            if (before is null || before.ReplacedAt == next)
                return [];
            var import = TakenBack(before, rolledBack);
            // Nobody means a formula whose inputs were gone.
            var origin =
                import is not null ? ValueOrigin.Imported
                : before.ReplacedById is null ? ValueOrigin.Computed
                : ValueOrigin.Entered;
            return [new Step(before.ReplacedAt, before.ReplacedById, origin, import, null, import is not null, before.Measure, null, null)];
        }

        /// <summary>
        /// The import that was taken back when its value went. None is taken back once another hand has touched what it brought, so a
        /// value of one that was taken back went with it.
        /// </summary>
        private static Guid? TakenBack(IndicatorValueRevision? before, HashSet<Guid> rolledBack) =>
            before is { ReplacedByImportId: null, ImportId: { } import } && rolledBack.Contains(import) ? import : null;

        private sealed record Step(
            DateTime At,
            Guid? ById,
            ValueOrigin Origin,
            Guid? ImportId,
            int? SourceRow,
            bool TakenBack,
            Measure? From,
            Measure? To,
            string? Comment
        );
    }
}

/// <summary>What became of a value.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="IndicatorName">Its name.</param>
/// <param name="Period">The period.</param>
/// <param name="Breakdown">The part; empty for the whole.</param>
/// <param name="Items">The changes, newest first; none when it was never filled.</param>
public sealed record IndicatorValueHistory(
    Guid IndicatorId,
    string IndicatorName,
    Period Period,
    string Breakdown,
    IReadOnlyList<ValueStep> Items
);

/// <summary>One change.</summary>
/// <param name="At">UTC instant.</param>
/// <param name="ById">Who did it; null when a formula did.</param>
/// <param name="ByName">The name of that person, for those who may see it.</param>
/// <param name="Origin">How: entered on screen, imported, or computed.</param>
/// <param name="ImportId">The import or batch that brought it, or that was taken back.</param>
/// <param name="Row">Row of the imported file; null when there is no file.</param>
/// <param name="TakenBack">Whether the import was taken back, so that what stood there before it stands again; told to those who reach it.</param>
/// <param name="From">The value before, as shown; null when there was none, or it is withheld.</param>
/// <param name="To">The value after, as shown; null when it was taken away, or it is withheld.</param>
/// <param name="Comment">What was said of it.</param>
public sealed record ValueStep(
    DateTime At,
    Guid? ById,
    string? ByName,
    ValueOrigin Origin,
    Guid? ImportId,
    int? Row,
    bool TakenBack,
    string? From,
    string? To,
    string? Comment
);
