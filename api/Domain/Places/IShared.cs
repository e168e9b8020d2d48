namespace Opora.Domain.Places;

/// <summary>
/// A row with several sides (an agreement, a pair of teachers). Whoever reaches one of them reads it; it is written by the side that
/// owns it, whose place its own columns name.
/// </summary>
/// <typeparam name="TParty">The sides. They are told to all who read the row, also those that lie out of their reach.</typeparam>
public interface IShared<TParty> : IPlaced
    where TParty : class, IParty
{
    /// <summary>All sides.</summary>
    IReadOnlyList<TParty> Parties { get; }
}
