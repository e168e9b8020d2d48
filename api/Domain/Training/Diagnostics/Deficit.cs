using Opora.Domain.Places;

namespace Opora.Domain.Training.Diagnostics;

/// <summary>
/// A deficit of the dictionary of a region: what diagnostics look for and courses mend. Everybody in the region reads it, its operator
/// writes it.
/// </summary>
public sealed class Deficit : IOffered, IVersioned, IHistoried
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 30;

    /// <summary>Longest name.</summary>
    public const int NameLength = 300;

    private Deficit() { }

    /// <summary>Adds a deficit to the dictionary.</summary>
    public Deficit(string regionCode, string code, DeficitFacts facts)
    {
        (RegionCode, Code, Version) = (regionCode, code, 1);
        Revise(facts, retiredOn: null);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Short code, one of its kind in the region; never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code and name, folded by <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>The name by <see cref="SortText"/>.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What kind of skill is lacking.</summary>
    public DeficitKind Kind { get; private set; }

    /// <summary>Code of the subject.</summary>
    public string? Subject { get; private set; }

    /// <summary>Since when nothing new looks for it.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what is known; what was found under it stays.</summary>
    public void Revise(DeficitFacts facts, DateOnly? retiredOn)
    {
        (Name, Kind, Subject, RetiredOn) = (facts.Name.Trim(), facts.Kind, facts.Subject, retiredOn);
        (SearchName, SortName) = (SearchText.Fold($"{Code} {Name}"), SortText.Key(Name));
    }

    /// <summary>Whether this can be a code: letters, digits, points and hyphens, so that several stand in one column with spaces between.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= CodeLength } && code.All(c => char.IsLetterOrDigit(c) || c is '-' or '.');
}
