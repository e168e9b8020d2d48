using Opora.Domain.Imports;

namespace Opora.Api.Batches;

/// <summary>What is wrong with the items of a batch, in the sender's names.</summary>
internal sealed class BatchErrors
{
    // An item has twelve fields: whoever sends hundreds of unknown ones in one item is told of the first.
    private const int MostOfOneItem = 20;
    private const int ShownLength = 200;
    private const int MessageLength = 400;

    private readonly List<ItemError> _errors = [];
    private readonly Dictionary<int, int> _byItem = [];

    /// <summary>The same errors once more: whoever tries again begins with those of reading.</summary>
    public BatchErrors Copy()
    {
        var copy = new BatchErrors();
        copy._errors.AddRange(_errors);
        foreach (var (item, told) in _byItem)
            copy._byItem[item] = told;
        return copy;
    }

    /// <summary>How many items are wrong.</summary>
    public int Items => _byItem.Count;

    /// <summary>All errors, by item.</summary>
    public IReadOnlyList<ItemError> Sorted() => [.. _errors.OrderBy(e => e.Index)];

    /// <summary>Whether anything is wrong with the item.</summary>
    public bool Has(int index) => _byItem.ContainsKey(index);

    /// <summary>Something is wrong with a field, or (empty) with the item as a whole.</summary>
    public void Add(int index, string field, string code, string message, string? value = null, string? allowed = null)
    {
        var told = _byItem.GetValueOrDefault(index);
        if (told >= MostOfOneItem)
            return;
        _byItem[index] = told + 1;
        var pointer = field.Length == 0 ? $"/items/{index}" : $"/items/{index}/{field}";
        _errors.Add(
            new ItemError(
                index,
                code,
                Storable(pointer),
                Storable(Shown(message, MessageLength)),
                value is null ? null : Storable(value),
                allowed
            )
        );
    }

    /// <summary>Text of the sender as it can be shown: not too long, and cut between characters only.</summary>
    public static string Shown(string text, int most = ShownLength)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    // PostgreSQL stores no U+0000.
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');
}
