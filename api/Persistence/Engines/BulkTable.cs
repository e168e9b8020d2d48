namespace Opora.Persistence.Engines;

/// <summary>What kinds of values bulk rows hold.</summary>
internal enum BulkKind
{
    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A key.</summary>
    Guid,

    /// <summary>An instant, in UTC.</summary>
    Instant,

    /// <summary>Text of at most <see cref="BulkColumn.Length"/> characters.</summary>
    Text,
}

/// <summary>A column of a table that is filled in bulk.</summary>
internal sealed record BulkColumn(string Name, BulkKind Kind, bool Nullable = false, int Length = 0)
{
    public static BulkColumn Int(string name, bool nullable = false) => new(name, BulkKind.Int, nullable);

    public static BulkColumn Long(string name, bool nullable = false) => new(name, BulkKind.Long, nullable);

    public static BulkColumn Guid(string name, bool nullable = false) => new(name, BulkKind.Guid, nullable);

    public static BulkColumn Instant(string name) => new(name, BulkKind.Instant);

    public static BulkColumn Text(string name, int length, bool nullable = false) => new(name, BulkKind.Text, nullable, length);
}

/// <summary>A table, its columns and how a row gives their values, in the order of the columns.</summary>
internal sealed record BulkTable<T>(string Name, IReadOnlyList<BulkColumn> Columns, Action<T, IRowSink> Write);

/// <summary>Takes the values of a row one by one, in the order of the columns.</summary>
internal interface IRowSink
{
    void Int(int? value);
    void Long(long? value);
    void Guid(Guid? value);
    void Instant(DateTime value);
    void Text(string? value);
}
