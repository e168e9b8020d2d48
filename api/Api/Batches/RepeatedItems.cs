namespace Opora.Api.Batches;

/// <summary>Items of a batch that say the same thing twice: none of them is taken, for nobody knows which one is meant.</summary>
/// <typeparam name="TKey">What an item is about.</typeparam>
/// <param name="expected">About so many items.</param>
internal sealed class RepeatedItems<TKey>(int expected)
    where TKey : struct
{
    private const int ShownItems = 20;

    private readonly Dictionary<TKey, int> _first = new(expected);
    private readonly Dictionary<TKey, List<int>> _repeated = [];

    /// <summary>Remembers what an item is about.</summary>
    public void See(in TKey key, int index)
    {
        if (_first.TryAdd(key, index))
            return;
        if (!_repeated.TryGetValue(key, out var indexes))
            _repeated.Add(key, indexes = [_first[key]]);
        indexes.Add(index);
    }

    /// <summary>Tells each of them with the numbers of all.</summary>
    /// <param name="errors">Takes the errors.</param>
    /// <param name="items">What items are called: «значения».</param>
    public void Tell(BatchErrors errors, string items)
    {
        foreach (var indexes in _repeated.Values)
        {
            var shown = string.Join(", ", indexes.Take(ShownItems));
            if (indexes.Count > ShownItems)
                shown += $" и ещё {indexes.Count - ShownItems}";
            foreach (var index in indexes)
                errors.Add(
                    index,
                    "",
                    "duplicate-in-payload",
                    $"Об одном и том же говорят {items} с номерами {shown} (счёт с 0): нужно только что-то одно.",
                    shown
                );
        }
    }
}
