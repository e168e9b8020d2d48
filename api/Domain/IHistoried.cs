namespace Opora.Domain;

/// <summary>Something whose changes are kept: who, when, from what to what. Rows with people's names are never historied.</summary>
public interface IHistoried
{
    /// <summary>The key under which its history is found.</summary>
    object HistoryKey { get; }
}
