namespace Opora.Persistence.Engines.Sqlite;

/// <summary>The number of the last writing transaction: with one writer at a time the order of numbers is that of commits.</summary>
internal sealed class ChangeCounter
{
    public const string Table = "change_counter";

    public int Id { get; init; }
    public long Last { get; init; }
}
