using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Indicators.Formulas;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>
/// Takes a file of a set into a region: all of it or nothing. What is there already is recognised by its code; the file itself may be
/// taken any number of times.
/// </summary>
internal sealed class SetTaking(AppDbContext db, string regionCode)
{
    private readonly List<ImportedIndicator> _items = [];
    private Dictionary<string, Indicator> _there = [];
    private Dictionary<string, FormulaIndicator> _before = [];
    private Dictionary<string, FormulaIndicator> _after = [];

    /// <summary>Takes it, or tries to.</summary>
    /// <param name="code">Code of the set.</param>
    /// <param name="facts">What the set is called.</param>
    /// <param name="indicators">Its indicators as the file has them.</param>
    /// <param name="dryRun">Whether nothing is to be kept.</param>
    /// <exception cref="Problem">422 when anything is refused and this is no dry run; 409 when somebody took the same meanwhile.</exception>
    public async Task<IndicatorSetImport> Take(
        string code,
        IndicatorSetFacts facts,
        IReadOnlyList<JsonElement> indicators,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var read = Read(indicators);
        await Look(read, cancellationToken);
        var set = await db.IndicatorSets.SingleOrDefaultAsync(s => s.RegionCode == regionCode && s.Code == code, cancellationToken);
        var outcome = Put(ref set, code, facts);
        foreach (var item in read)
            await Put(set!, item, cancellationToken);
        var answer = new IndicatorSetImport(
            dryRun,
            outcome == DefinitionOutcome.Created && dryRun ? null : set!.Id,
            code,
            facts.Name,
            outcome,
            Count(DefinitionOutcome.Created),
            Count(DefinitionOutcome.Changed),
            Count(DefinitionOutcome.Unchanged),
            Count(DefinitionOutcome.Refused),
            _items
        );
        if (dryRun)
            db.ChangeTracker.Clear();
        else if (answer.Refused > 0)
            throw Problems.Unprocessable(
                "set-refused",
                $"Набор не принят: ошибки в показателях — {answer.Refused} из {_items.Count}. Исправьте их и отправьте файл ещё раз; ничего не изменено.",
                [.. _items.SelectMany(i => i.Errors)]
            );
        else
            await Save(code, cancellationToken);
        return answer;
    }

    private static List<ReadIndicator> Read(IReadOnlyList<JsonElement> indicators)
    {
        var read = new List<ReadIndicator>();
        for (var index = 0; index < indicators.Count; index++)
        {
            List<ErrorItem> faults = [];
            var item = IndicatorsOfFile.Read(indicators[index], $"/indicators/{index}", faults);
            read.Add(new ReadIndicator(index, item, faults));
        }
        foreach (
            var same in read.Where(r => r.Item is not null).GroupBy(r => r.Item!.Code, StringComparer.Ordinal).Where(g => g.Count() > 1)
        )
        foreach (var one in same)
            one.Faults.Add(
                new ErrorItem($"{one.Pointer}/code", "duplicate", $"Код «{same.Key}» стоит в файле {same.Count()} раза.", same.Key)
            );
        return read;
    }

    // Formulas of the file are judged beside what the region will have when all of it is taken.
    private async Task Look(List<ReadIndicator> read, CancellationToken cancellationToken)
    {
        var codes = read.Select(r => r.Item?.Code).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        _there = await db
            .Indicators.Include(i => i.Versions)
            .Where(i => i.RegionCode == regionCode && codes.Contains(i.Code))
            .ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellationToken);
        _before = (await KnownIndicators.Read(db, cancellationToken)).In(regionCode);
        _after = new Dictionary<string, FormulaIndicator>(_before, StringComparer.Ordinal);
        foreach (var item in read.Select(r => r.Item).OfType<IndicatorOfFile>())
            _after[item.Code] = DefinitionFormulas.ToFormula(item.Code, item.Wording, item.Meaning);
    }

    private DefinitionOutcome Put(ref IndicatorSet? set, string code, IndicatorSetFacts facts)
    {
        if (set is null)
        {
            db.Add(set = new IndicatorSet(regionCode, code, facts));
            return DefinitionOutcome.Created;
        }
        if (set.Name == facts.Name && set.Note == facts.Note)
            return DefinitionOutcome.Unchanged;
        db.Expect(set, set.Version);
        set.Revise(facts);
        return DefinitionOutcome.Changed;
    }

    private async Task Put(IndicatorSet set, ReadIndicator read, CancellationToken cancellationToken)
    {
        var (outcome, redefined) = (DefinitionOutcome.Refused, false);
        if (read.Item is { } item && read.Faults.Count == 0)
        {
            read.Faults.AddRange(DefinitionFormulas.Faults(_after[item.Code], _after, $"{read.Pointer}/formula"));
            try
            {
                (outcome, redefined) = await Put(set, item, cancellationToken);
            }
            catch (BrokenRule rule)
            {
                read.Faults.Add(new ErrorItem(read.Pointer, rule.Code, rule.Message, item.Code));
            }
        }
        if (read.Faults.Count > 0)
            (outcome, redefined) = (DefinitionOutcome.Refused, false);
        _items.Add(new ImportedIndicator(read.Index, read.Item?.Code, read.Item?.Name, outcome, redefined, read.Faults));
    }

    private async Task<(DefinitionOutcome Outcome, bool Redefined)> Put(
        IndicatorSet set,
        IndicatorOfFile item,
        CancellationToken cancellationToken
    )
    {
        if (!_there.TryGetValue(item.Code, out var indicator))
        {
            indicator = new Indicator(set, item.Code, item.Number, item.ValidFromOn, item.Wording, item.Meaning);
            db.Add(indicator);
            return (DefinitionOutcome.Created, false);
        }
        if (indicator.SetId != set.Id)
            throw new BrokenRule("code-in-other-set", $"Показатель с кодом «{item.Code}» есть в другом наборе региона: дайте другой код.");
        var present = indicator.Current;
        if (present.Meaning == item.Meaning && present.Wording == item.Wording && indicator.Number == item.Number)
            return (DefinitionOutcome.Unchanged, false);
        db.Expect(indicator, indicator.Version);
        indicator.Renumber(item.Number);
        if (present.Meaning == item.Meaning)
        {
            indicator.Reword(item.Wording);
            return (DefinitionOutcome.Changed, false);
        }
        DefinitionFormulas.CheckUsers(_after[item.Code], _before, _after);
        indicator.Redefine(item.ValidFromOn, item.Wording, item.Meaning, await db.LastUsed(indicator.Id, cancellationToken));
        return (DefinitionOutcome.Changed, true);
    }

    private async Task Save(string code, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicateKey(e))
        {
            throw Problems.Duplicate("/code", $"Набор «{code}» или его показатели только что завёл кто-то другой. Повторите.", code);
        }
    }

    private int Count(DefinitionOutcome outcome) => _items.Count(i => i.Outcome == outcome);

    private sealed record ReadIndicator(int Index, IndicatorOfFile? Item, List<ErrorItem> Faults)
    {
        public string Pointer => $"/indicators/{Index}";
    }
}
