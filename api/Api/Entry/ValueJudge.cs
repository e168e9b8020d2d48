using Microsoft.EntityFrameworkCore;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Entry;

/// <summary>Something wrong with a value that was sent.</summary>
/// <param name="Field">The field at fault, named as in a batch.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Sent">What was sent, when it is known.</param>
internal readonly record struct SentFault(string Field, ValueFault Fault, string? Sent = null);

/// <summary>The one judge of values that come in batches and files: whether each may be written there and now, and is what it says it is.</summary>
internal sealed class ValueJudge
{
    private readonly Scope _scope;
    private readonly Dictionary<(Guid Set, Period Period), IndicatorPeriod> _columns;
    private readonly Dictionary<(Guid Set, string Place, Period Period), ReportState> _reports;

    private ValueJudge(
        Scope scope,
        Dictionary<(Guid, Period), IndicatorPeriod> columns,
        Dictionary<(Guid, string, Period), ReportState> reports
    ) => (_scope, _columns, _reports) = (scope, columns, reports);

    /// <summary>Reads how far the periods of these values have come, and keeps it so until the transaction that writes them ends.</summary>
    /// <param name="db">The context.</param>
    /// <param name="scope">Where the sender may write.</param>
    /// <param name="found">The values.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<ValueJudge> Of(
        AppDbContext db,
        Scope scope,
        IReadOnlyList<FoundValue> found,
        CancellationToken cancellationToken
    )
    {
        var sets = found.Select(f => f.Indicator.SetId).Distinct().ToArray();
        var keys = found.Select(f => f.Key.Place).Distinct(StringComparer.Ordinal).ToArray();
        await db.SharePeriods(found.Select(f => f.Place.RegionCode), cancellationToken);
        return await Read(
            scope,
            db.IndicatorPeriods.Where(p => EF.Parameter(sets).Contains(p.SetId)),
            db.IndicatorReports.Where(r => EF.Parameter(sets).Contains(r.SetId) && EF.Parameter(keys).Contains(r.PlaceKey)),
            cancellationToken
        );
    }

    /// <summary>Reads how far all periods within reach have come.</summary>
    public static Task<ValueJudge> OfAll(AppDbContext db, Scope scope, CancellationToken cancellationToken) =>
        Read(scope, db.IndicatorPeriods, db.IndicatorReports, cancellationToken);

    /// <summary>What is wrong with a value; nothing when it may be written.</summary>
    public IEnumerable<SentFault> Faults(FoundValue found)
    {
        var (sent, indicator) = (found.Sent, found.Indicator);
        if (EntryRules.Locked(indicator, sent.Breakdown, EntryOf(found)) is { } locked)
            return [new SentFault(FieldOf(locked), locked)];
        var meaning = indicator.For(sent.Period)!.Meaning;
        var isShare = meaning.Unit == IndicatorUnit.Share;
        if (isShare && sent.Value is not null)
            return
            [
                new(
                    "value",
                    new(
                        "value-not-a-share",
                        "Показатель — доля: нужны числитель и знаменатель (numerator и denominator) или процент (percent)"
                    )
                ),
            ];
        if (!isShare && sent.Value is null)
            return
            [
                new(
                    sent.Percent is null ? "numerator" : "percent",
                    new("value-not-a-share", "Показатель — не доля: нужно одно число, значение (value)")
                ),
            ];
        if (sent.Share is { Denominator: <= 0 } share)
            return [new("denominator", MeasureText.Share(share.Numerator, share.Denominator).Fault!.Value, $"{share.Denominator}")];
        return IndicatorRules
            .Faults(meaning, found.Measure)
            .Select(fault => new SentFault(
                sent.Share is not null ? "numerator"
                    : isShare ? "percent"
                    : "value",
                fault,
                MeasureText.Write(meaning.Unit, found.Measure)
            ));
    }

    private static async Task<ValueJudge> Read(
        Scope scope,
        IQueryable<IndicatorPeriod> columns,
        IQueryable<IndicatorReport> reports,
        CancellationToken cancellationToken
    ) =>
        new(
            scope,
            await columns.AsNoTracking().ToDictionaryAsync(p => (p.SetId, p.Period), cancellationToken),
            await reports.AsNoTracking().ToDictionaryAsync(r => (r.SetId, r.PlaceKey, r.Period), r => r.State, cancellationToken)
        );

    private EntryPlace EntryOf(FoundValue found)
    {
        var (set, period) = (found.Indicator.SetId, found.Sent.Period);
        return new EntryPlace(
            (found.Indicator.For(period) ?? found.Indicator.Current).Level,
            period,
            _columns.GetValueOrDefault((set, period)),
            _reports.TryGetValue((set, found.Key.Place, period), out var state) ? state : null,
            EntryRules.WriterIn(_scope, found.Place)
        );
    }

    private static string FieldOf(ValueFault locked) =>
        locked.Code is "breakdown-unknown" ? "breakdown"
        : locked.Code.StartsWith("period", StringComparison.Ordinal) || locked.Code.StartsWith("report", StringComparison.Ordinal)
            ? "period"
        : "indicatorCode";
}
