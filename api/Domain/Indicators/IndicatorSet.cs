using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>What a set of indicators is called.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Note">Where it comes from and what it is for.</param>
public sealed record IndicatorSetFacts(string Name, string? Note);

/// <summary>
/// Indicators that are watched, filled in and submitted together: the targets of a programme, a monitoring. An indicator belongs to
/// one set.
/// </summary>
public sealed class IndicatorSet : IOffered, IVersioned, IHistoried
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Longest note.</summary>
    public const int NoteLength = 2_000;

    private IndicatorSet() { }

    /// <summary>Opens a set.</summary>
    public IndicatorSet(string regionCode, string code, IndicatorSetFacts facts)
    {
        RegionCode = regionCode;
        Code = code;
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Name for programs and files; unique in the region.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it comes from and what it is for.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what it is called.</summary>
    public void Revise(IndicatorSetFacts facts) => (Name, Note) = facts;
}
