namespace Opora.Domain;

/// <summary>Something whose changes are kept: who, when, from what to what.</summary>
public interface IHistoried
{
    /// <summary>The key under which its history is found.</summary>
    object HistoryKey { get; }

    /// <summary>The root whose page shows the change too: the list of a member.</summary>
    Guid? HistoryRoot => null;

    /// <summary>Fields that hold personal data: the history tells that they changed, never what they held, so that they can be erased.</summary>
    IReadOnlyCollection<string> PersonalFields => [];
}
