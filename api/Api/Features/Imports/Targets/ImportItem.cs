using Opora.Api.Features.Imports.Tables;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>What an item is about: two items of one file with the same key say the same thing twice.</summary>
/// <param name="Number">A number that says all, where one can.</param>
/// <param name="Text">A text that says the rest.</param>
internal readonly record struct ItemKey(long Number, string? Text = null);

/// <summary>An item of a file read and found right in itself.</summary>
/// <param name="Index">Number of the item in the file, from 0.</param>
/// <param name="Source">The texts it was read from.</param>
internal abstract record ImportItem(int Index, MappedItem Source);

/// <summary>What reading an item came to.</summary>
/// <param name="Item">The item; null when something is wrong with it.</param>
/// <param name="Key">What it is about; null when not even that can be told.</param>
internal readonly record struct ReadItem(ImportItem? Item, ItemKey? Key);

/// <summary>What writing some items came to.</summary>
/// <param name="Counts">Received is left to the caller.</param>
/// <param name="Errors">What was refused only now.</param>
internal sealed record Applied(ImportCounts Counts, IReadOnlyList<ItemError> Errors);
