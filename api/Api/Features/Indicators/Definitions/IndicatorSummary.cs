using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>The set of an indicator.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
public sealed record SetOfIndicator(Guid Id, string Code, string Name);

/// <summary>An indicator in its present definition, as the dictionary tells it.</summary>
public record IndicatorSummary
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>The set it belongs to.</summary>
    public required SetOfIndicator Set { get; init; }

    /// <summary>Name for programs and formulas; unique in the region.</summary>
    public required string Code { get; init; }

    /// <summary>Place in the set, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Russian name.</summary>
    public required string Name { get; init; }

    /// <summary>Heading under which it stands in its set.</summary>
    public required string Group { get; init; }

    /// <summary>What it is measured in.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>Where the better values lie.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>Whose values they are.</summary>
    public required IndicatorLevel Level { get; init; }

    /// <summary>Which periods they are for.</summary>
    public required IndicatorPeriodKind PeriodKind { get; init; }

    /// <summary>Who brings the values.</summary>
    public required IndicatorSource EnteredBy { get; init; }

    /// <summary>How the values of schools make the value of a larger place.</summary>
    public required IndicatorAggregation Aggregation { get; init; }

    /// <summary>Into which parts the values are told.</summary>
    public required BreakdownKind Breakdown { get; init; }

    /// <summary>Decimals shown.</summary>
    public required int Decimals { get; init; }

    /// <summary>Number of the present definition, from 1.</summary>
    public required int DefinitionNo { get; init; }

    /// <summary>First day of the periods that the present definition is for.</summary>
    public required DateOnly ValidFromOn { get; init; }

    /// <summary>Periods that begin on this day or later have no values; null while it is watched.</summary>
    public required DateOnly? RetiredFromOn { get; init; }

    /// <summary>How it is computed; null when the values are entered.</summary>
    public required string? Formula { get; init; }

    /// <summary>What the formula computes, in Russian words.</summary>
    public string? FormulaInWords { get; init; }

    /// <summary>Periods with values that the caller may read, oldest first.</summary>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>Version, for If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>The indicator with its present version, without what is computed.</summary>
    internal static IQueryable<IndicatorSummary> From(AppDbContext db, IQueryable<Indicator> indicators) =>
        from i in indicators
        join s in db.IndicatorSets on i.SetId equals s.Id
        join v in db.IndicatorVersions.Where(v => v.ValidToOn == null) on i.Id equals v.IndicatorId
        select new IndicatorSummary
        {
            Id = i.Id,
            RegionCode = i.RegionCode,
            Set = new SetOfIndicator(s.Id, s.Code, s.Name),
            Code = i.Code,
            Number = i.Number,
            Name = v.Name,
            Group = v.Group,
            Unit = v.Unit,
            Direction = v.Direction,
            Level = v.Level,
            PeriodKind = v.PeriodKind,
            EnteredBy = v.EnteredBy,
            Aggregation = v.Aggregation,
            Breakdown = v.Breakdown,
            Decimals = v.Decimals,
            DefinitionNo = v.No,
            ValidFromOn = v.ValidFromOn,
            RetiredFromOn = i.RetiredFromOn,
            Formula = v.Formula,
            Version = i.Version,
        };

    /// <summary>Adds what is no column: the formula in words and the periods with values.</summary>
    internal static async Task<IReadOnlyList<IndicatorSummary>> Complete(
        AppDbContext db,
        KnownIndicators known,
        IReadOnlyList<IndicatorSummary> rows,
        CancellationToken cancellationToken
    )
    {
        var periods = await PeriodsWithValues(db, [.. rows.Select(r => r.Id)], cancellationToken);
        return
        [
            .. rows.Select(r =>
                r with
                {
                    FormulaInWords = r.Formula is null ? null : known.Words(r.RegionCode, r.Code),
                    Periods = periods.TryGetValue(r.Id, out var of) ? of : [],
                }
            ),
        ];
    }

    /// <summary>
    /// Asks of each period that stands open in the indicator's set or was closed whether there is any value: a search by key for each,
    /// where reading the periods off the values would go through all of them.
    /// </summary>
    internal static async Task<Dictionary<Guid, List<Period>>> PeriodsWithValues(
        AppDbContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return [];
        var found = await db
            .Indicators.Where(i => ids.Contains(i.Id))
            .Join(db.IndicatorPeriods, i => i.SetId, p => p.SetId, (i, p) => new { i.Id, p.Period })
            .Where(x => db.IndicatorValues.Any(v => v.IndicatorId == x.Id && v.Period == x.Period))
            .ToListAsync(cancellationToken);
        return found.GroupBy(x => x.Id, x => x.Period).ToDictionary(g => g.Key, g => g.Order().ToList());
    }
}
