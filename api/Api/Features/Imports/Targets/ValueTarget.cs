using Microsoft.EntityFrameworkCore;
using Opora.Api.Entry;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Indicators;
using Opora.Persistence;
using Opora.Persistence.Indicators;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Values of indicators, judged as those of a batch are.</summary>
internal sealed class ValueTarget(AppDbContext db, TimeProvider clock) : ImportTarget
{
    private const int MostTries = 3;

    // Percentages in tables are mostly rounded, at the worst to whole ones.
    private const long PercentTolerance = 500;

    private readonly Numbers<ValueSpot> _spots = new();
    private ValueAddress _address = null!;
    private ValueJudge _judge = null!;

    /// <inheritdoc/>
    public override int ChunkSize => 2_000;

    /// <inheritdoc/>
    public override bool AtomicAtOnce => false;

    /// <inheritdoc/>
    public override int KeyField => ValueField.SchoolCode;

    /// <inheritdoc/>
    public override async Task Prepare(CancellationToken cancellationToken)
    {
        var (places, names) = await ValuePlaces.All(db, cancellationToken);
        _address = new ValueAddress(places, names);
        _judge = await ValueJudge.OfAll(db, db.Current.Scope, cancellationToken);
    }

    /// <inheritdoc/>
    public override ReadItem Read(MappedItem item, int index, ItemFaults faults)
    {
        if (_address.Of(item, faults) is not { } about)
        {
            // The figures are looked at all the same, so that everything wrong with a row is told at once.
            item.Whole(ValueField.Numerator, faults);
            item.Whole(ValueField.Denominator, faults);
            return default;
        }
        var sent = Sent(item, index, about, faults);
        var comment = item.Short(ValueField.Comment, IndicatorValue.CommentLength, faults);
        var found = new FoundValue(sent, about.Indicator, about.Place);
        var key = KeyOf(found);
        if (!faults.Any)
            Judge(found, item, faults, _judge);
        return faults.Any ? new ReadItem(null, key) : new ReadItem(new Item(index, item, found, comment), key);
    }

    /// <inheritdoc/>
    public override async Task<Applied> Apply(
        ImportRun run,
        IReadOnlyList<ImportItem> items,
        ItemFaults faults,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Write(run, [.. items.Cast<Item>()], faults, cancellationToken);
            }
            catch (DbUpdateException e) when (attempt < MostTries && (e is DbUpdateConcurrencyException || db.IsDuplicateKey(e)))
            {
                // Somebody wrote one of the values between reading and saving: read again.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public override Task TakeBack(ImportRun run, CancellationToken cancellationToken) =>
        db.TakeBackImported(run, clock.GetUtcNow().UtcDateTime, cancellationToken);

    // A period may have been closed or handed in since the file was read.
    private async Task<Applied> Write(ImportRun run, List<Item> items, ItemFaults faults, CancellationToken cancellationToken)
    {
        var judge = await ValueJudge.Of(db, db.Current.Scope, [.. items.Select(i => i.Found)], cancellationToken);
        var errors = new List<ItemError>();
        var right = new List<ImportedValue>(items.Count);
        foreach (var item in items)
        {
            faults.Begin(item.Index, item.Source);
            Judge(item.Found, item.Source, faults, judge);
            errors.AddRange(faults.Errors);
            if (!faults.Any)
                right.Add(item.Found.ToImported(item.Comment, item.Source.Row));
        }
        var (created, updated) = await db.PutImported(right, run, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new Applied(new ImportCounts(0, created, updated, right.Count - created - updated, items.Count - right.Count), errors);
    }

    private static void Judge(FoundValue found, MappedItem item, ItemFaults faults, ValueJudge judge)
    {
        foreach (var (field, fault, sent) in judge.Faults(found))
            faults.Add(FieldOf(field, item), fault.Code, fault.Message + ".", fault.Allowed, sent);
    }

    private static SentValue Sent(MappedItem item, int index, ValueAddress.About about, ItemFaults faults)
    {
        var sent = new SentValue(
            index,
            about.Indicator.Code,
            IndicatorValue.KeyOf(about.Place),
            about.Period,
            about.Breakdown,
            null,
            null,
            null
        );
        var unit = (about.Indicator.For(about.Period) ?? about.Indicator.Current).Meaning.Unit;
        var (numerator, denominator) = (item.Whole(ValueField.Numerator, faults), item.Whole(ValueField.Denominator, faults));
        var percent = item[ValueField.Percent] is null ? null : Typed(item, ValueField.Percent, IndicatorUnit.Share, faults);
        var value = item[ValueField.Value] is null ? null : Typed(item, ValueField.Value, unit, faults);
        if (faults.Any)
            return sent;
        if (unit != IndicatorUnit.Share)
            // A table of several units has columns that only some of them fill.
            return value is not null && numerator is null && denominator is null && percent is null
                ? sent with
                {
                    Value = value.Value.Thousandths,
                }
                : sent with
                {
                    Share = percent is null ? (numerator ?? 0, denominator ?? 0) : null,
                    Percent = percent?.Thousandths,
                };
        if (numerator is null != denominator is null)
            faults.Required(numerator is null ? ValueField.Numerator : ValueField.Denominator);
        if (numerator is { } n && denominator is { } d)
            return Agreeing(sent with { Share = (n, d) }, item, percent ?? value, faults);
        var typed = value ?? percent;
        if (typed is null && !faults.Any)
            faults.Required(ValueField.Value);
        return typed?.Ratio is { } ratio
            ? Agreeing(sent with { Share = (ratio.Numerator, ratio.Denominator) }, item, percent, faults)
            : sent with
            {
                Percent = typed?.Thousandths,
            };
    }

    // Where a table has both, the percentage follows from the two numbers; one that does not is a slip in one of them.
    private static SentValue Agreeing(SentValue sent, MappedItem item, Measure? said, ItemFaults faults)
    {
        if (said is { } other && sent.Share is { Denominator: > 0 } share)
        {
            var exact = Measure.Share(share.Numerator, share.Denominator);
            if (Math.Abs(exact.Rounded - other.Rounded) > PercentTolerance)
                faults.Add(
                    FieldOf("percent", item),
                    "percent-differs",
                    $"Процент не сходится с числителем и знаменателем: {exact.Text(IndicatorUnit.Share, 1)}. Исправьте одно из них."
                );
        }
        return sent;
    }

    private static Measure? Typed(MappedItem item, int field, IndicatorUnit unit, ItemFaults faults)
    {
        var typed = MeasureText.Read(unit, item[field]!);
        if (typed.Fault is { } fault)
            faults.Add(field, fault.Code, fault.Message + ".", fault.Allowed);
        return typed.Measure;
    }

    // The judge names fields as a batch has them; a table may have put the same into another column.
    private static int FieldOf(string field, MappedItem item) =>
        field switch
        {
            "indicatorCode" => item[ValueField.IndicatorCode] is null ? ValueField.IndicatorName : ValueField.IndicatorCode,
            "period" => ValueField.Period,
            "breakdown" => ValueField.Breakdown,
            _ => new[]
            {
                field switch
                {
                    "numerator" => ValueField.Numerator,
                    "denominator" => ValueField.Denominator,
                    "percent" => ValueField.Percent,
                    _ => ValueField.Value,
                },
                ValueField.Value,
                ValueField.Percent,
                ValueField.Numerator,
                ValueField.Denominator,
            }.First(f => item[f] is not null || f == ValueField.Denominator),
        };

    private ItemKey KeyOf(FoundValue found)
    {
        var key = found.Key;
        return new ItemKey(_spots.Of(new ValueSpot(key.Place, key.Indicator)) << 24 | _address.NumberOf(key.Period, key.Breakdown));
    }

    /// <summary>Whose value of which indicator.</summary>
    private readonly record struct ValueSpot(string Place, Guid Indicator);

    /// <summary>A value as the file has it.</summary>
    private sealed record Item(int Index, MappedItem Source, FoundValue Found, string? Comment) : ImportItem(Index, Source);
}

/// <summary>Numbers things in the order in which they are first seen.</summary>
internal sealed class Numbers<T>
    where T : notnull
{
    private readonly Dictionary<T, long> _known = [];

    /// <summary>The number of a thing, from 0.</summary>
    public long Of(T thing)
    {
        if (!_known.TryGetValue(thing, out var number))
            _known.Add(thing, number = _known.Count);
        return number;
    }
}
