using Opora.Api.Features.Imports.Targets;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>Finds items of one file that say the same thing twice. None of them is taken: nobody knows which one is meant.</summary>
internal sealed class Duplicates
{
    /// <summary>Code of the error.</summary>
    public const string Code = "duplicate-in-payload";

    private const int ShownRows = 10;

    private readonly Dictionary<ItemKey, Seen> _first = [];
    private readonly Dictionary<ItemKey, Group> _groups = [];

    /// <summary>Makes room for about so many items.</summary>
    public Duplicates(int expected) => _first.EnsureCapacity(expected);

    /// <summary>Whether an item with this key stands there more than once.</summary>
    public bool Has(ItemKey? key) => key is { } known && _groups.ContainsKey(known);

    /// <summary>Looks at an item.</summary>
    public void See(in StreamedItem item, int keyField)
    {
        if (item.Read.Key is not { } key)
            return;
        var seen = new Seen(item.Source!.Row, item.Index, item.Faulty);
        if (_first.TryAdd(key, seen))
            return;
        if (!_groups.TryGetValue(key, out var group))
            _groups.Add(
                key,
                group = new Group(
                    [_first[key]],
                    item.Source[keyField],
                    item.Source.Source(keyField) is { Length: <= 3 } letter ? letter : null
                )
            );
        group.Items.Add(seen);
    }

    /// <summary>Forgets what stands there once.</summary>
    public void KeepOnlyFound()
    {
        _first.Clear();
        _first.TrimExcess();
    }

    /// <summary>How many items are wrong for no other reason.</summary>
    public int OtherwiseRight => _groups.Values.Sum(g => g.Items.Count(i => !i.Faulty));

    /// <summary>An error for each of them, with all rows.</summary>
    public IEnumerable<ItemError> Errors(string field, string? sheet)
    {
        foreach (var group in _groups.Values)
        {
            var rows = group.Items.Select(i => i.Row).Distinct().ToList();
            var shown = string.Join(", ", rows.Take(ShownRows)) + (rows.Count > ShownRows ? $" и ещё {rows.Count - ShownRows}" : "");
            var message =
                rows.Count > 1
                    ? $"Об одном и том же говорят строки {shown}: оставьте одну из них."
                    : $"Строка {shown} говорит об одном и том же {group.Items.Count} раза: проверьте столбцы.";
            foreach (var item in group.Items)
                yield return new ItemError(item.Index, Code, "/" + field, message, group.Value, null, item.Row, group.Column, sheet);
        }
    }

    private readonly record struct Seen(int Row, int Index, bool Faulty);

    private sealed record Group(List<Seen> Items, string? Value, string? Column);
}
