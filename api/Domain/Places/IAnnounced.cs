namespace Opora.Domain.Places;

/// <summary>
/// A row that everybody of the region reads while it belongs to a municipality or to the region, and only who reaches the school while it
/// belongs to a school. It is written where it belongs.
/// </summary>
public interface IAnnounced : IPlaced;
