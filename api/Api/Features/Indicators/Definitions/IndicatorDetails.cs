using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>An indicator with all its definitions.</summary>
public sealed record IndicatorDetails : IndicatorSummary
{
    [SetsRequiredMembers]
    private IndicatorDetails(IndicatorSummary summary)
        : base(summary) { }

    /// <summary>How the value is obtained, in words.</summary>
    public string? Method { get; private init; }

    /// <summary>A value that differs from the year before by more than so many per cent of it is asked about.</summary>
    public int? WarnChangePercent { get; private init; }

    /// <summary>Least value in the shown unit that is taken; null is no limit.</summary>
    public decimal? Min { get; private init; }

    /// <summary>Greatest value that is taken.</summary>
    public decimal? Max { get; private init; }

    /// <summary>The values that are taken, in words.</summary>
    public string Range { get; private init; } = "";

    /// <summary>Its definitions, the present one first.</summary>
    public IReadOnlyList<DefinitionDetails> Definitions { get; private init; } = [];

    /// <summary>Indicators whose formula names it.</summary>
    public IReadOnlyList<IndicatorUser> UsedBy { get; private init; } = [];

    /// <summary>Whether the caller may change it.</summary>
    public bool Editable { get; private init; }

    /// <summary>Reads an indicator.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<IndicatorDetails> Read(AppDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var summary =
            await From(db, db.Indicators.AsNoTracking().Where(i => i.Id == id)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Показатель");
        var known = await KnownIndicators.Read(db, cancellationToken);
        var versions = await db
            .IndicatorVersions.AsNoTracking()
            .Where(v => v.IndicatorId == id)
            .OrderByDescending(v => v.No)
            .ToListAsync(cancellationToken);
        var present = versions[0];
        return new IndicatorDetails((await Complete(db, known, [summary], cancellationToken))[0])
        {
            Method = present.Method,
            WarnChangePercent = present.WarnChangePercent,
            Min = Shown(present.MinThousandths),
            Max = Shown(present.MaxThousandths),
            Range = IndicatorRules.RangeText(present.Meaning),
            Definitions = [.. versions.Select(DefinitionDetails.Of)],
            UsedBy = [.. known.UsersOf(summary.RegionCode, summary.Code).Select(i => new IndicatorUser(i.Code, i.Name))],
            Editable = caller.ScopeFor(Permission.DefinitionsWrite).ReachesRegion(summary.RegionCode),
        };
    }

    /// <summary>Thousandths as the number that is shown.</summary>
    internal static decimal? Shown(long? thousandths) => thousandths / (decimal)Measure.Scale;
}

/// <summary>An indicator that is computed from another.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record IndicatorUser(string Code, string Name);

/// <summary>One definition of an indicator, for the periods that begin within its days.</summary>
/// <param name="No">Number, from 1.</param>
/// <param name="ValidFromOn">First day.</param>
/// <param name="ValidToOn">Last day; null for the present definition.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Group">Heading.</param>
/// <param name="Unit">What it was measured in.</param>
/// <param name="Direction">Where the better values lay.</param>
/// <param name="Level">Whose values they were.</param>
/// <param name="PeriodKind">Which periods they were for.</param>
/// <param name="EnteredBy">Who brought them.</param>
/// <param name="Aggregation">How schools made larger places.</param>
/// <param name="Breakdown">Into which parts they were told.</param>
/// <param name="Range">The values that were taken, in words.</param>
/// <param name="Formula">How it was computed.</param>
/// <param name="Method">How the value was obtained, in words.</param>
public sealed record DefinitionDetails(
    int No,
    DateOnly ValidFromOn,
    DateOnly? ValidToOn,
    string Name,
    string Group,
    IndicatorUnit Unit,
    IndicatorDirection Direction,
    IndicatorLevel Level,
    IndicatorPeriodKind PeriodKind,
    IndicatorSource EnteredBy,
    IndicatorAggregation Aggregation,
    BreakdownKind Breakdown,
    string Range,
    string? Formula,
    string? Method
)
{
    internal static DefinitionDetails Of(IndicatorVersion v) =>
        new(
            v.No,
            v.ValidFromOn,
            v.ValidToOn,
            v.Name,
            v.Group,
            v.Unit,
            v.Direction,
            v.Level,
            v.PeriodKind,
            v.EnteredBy,
            v.Aggregation,
            v.Breakdown,
            IndicatorRules.RangeText(v.Meaning),
            v.Formula,
            v.Method
        );
}
