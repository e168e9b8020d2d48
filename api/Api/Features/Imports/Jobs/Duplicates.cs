using Opora.Api.Features.Imports.Targets;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// Finds items of one file that say the same thing twice. None of them is taken: nobody knows which one is meant. Of a million items
/// only the keys are remembered; where each one stands is looked up by reading again, once something was found twice.
/// </summary>
internal sealed class Duplicates
{
    /// <summary>Code of the error.</summary>
    public const string Code = "duplicate-in-payload";

    private const int ShownRows = 10;

    private readonly HashSet<long> _numbers = [];
    private readonly HashSet<ItemKey> _texts = [];
    private readonly HashSet<ItemKey> _repeated = [];
    private readonly Dictionary<ItemKey, Group> _groups = [];

    /// <summary>Makes room for about so many items.</summary>
    public Duplicates(int expected = 0) => _numbers.EnsureCapacity(expected);

    /// <summary>Whether anything stands there more than once.</summary>
    public bool Any => _repeated.Count > 0;

    /// <summary>How many items are wrong for no other reason.</summary>
    public int OtherwiseRight => _groups.Values.Sum(g => g.Items.Count(i => !i.Faulty));

    /// <summary>Whether an item with this key stands there more than once.</summary>
    public bool Has(ItemKey? key) => key is { } known && _repeated.Contains(known);

    /// <summary>Remembers what an item is about.</summary>
    public void See(in StreamedItem item)
    {
        if (item.Read.Key is { } key && !(key.Text is null ? _numbers.Add(key.Number) : _texts.Add(key)))
            _repeated.Add(key);
    }

    /// <summary>All have been seen: forgets what stands there once.</summary>
    public void Close()
    {
        _numbers.Clear();
        _numbers.TrimExcess();
        _texts.Clear();
        _texts.TrimExcess();
    }

    /// <summary>Looks where a repeated item stands.</summary>
    public void Locate(in StreamedItem item, int keyField)
    {
        if (!Has(item.Read.Key))
            return;
        var source = item.Source!;
        if (!_groups.TryGetValue(item.Read.Key!.Value, out var group))
            _groups.Add(
                item.Read.Key.Value,
                group = new Group([], source[keyField], source.Source(keyField) is { Length: <= 3 } letter ? letter : null)
            );
        group.Items.Add(new Place(source.Row, item.Index, item.Faulty));
    }

    /// <summary>An error for each of them, with all rows.</summary>
    public IEnumerable<ItemError> Errors(string field, string cure, string? sheet)
    {
        foreach (var group in _groups.Values)
        {
            var rows = group.Items.Select(i => i.Row).Distinct().ToList();
            var shown = string.Join(", ", rows.Take(ShownRows)) + (rows.Count > ShownRows ? $" и ещё {rows.Count - ShownRows}" : "");
            var message =
                rows.Count > 1
                    ? $"Об одном и том же говорят строки {shown}: {cure}."
                    : $"Строка {shown} говорит об одном и том же {group.Items.Count} раза: проверьте столбцы.";
            foreach (var item in group.Items)
                yield return new ItemError(item.Index, Code, "/" + field, message, group.Value, null, item.Row, group.Column, sheet);
        }
    }

    private readonly record struct Place(int Row, int Index, bool Faulty);

    private sealed record Group(List<Place> Items, string? Value, string? Column);
}
