namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// Reads a sheet row by row in constant memory, corrections of cells applied. It works synchronously: use it from a job,
/// not from a request. Titles, header, empty and totals rows come too; <see cref="Mapper"/> tells them apart.
/// </summary>
public sealed class TableReader : IDisposable
{
    readonly RowSource _source;
    readonly CellOverrides _overrides;

    internal TableReader(RowSource source, CellOverrides overrides)
    {
        _source = source;
        _overrides = overrides;
        Row = new(source);
    }

    /// <summary>The current row.</summary>
    public TableRow Row { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="TableUnreadable">The file turned out broken here.</exception>
    public bool Read()
    {
        if (!_source.Read(Row))
            return false;
        _overrides.Apply(Row);
        return true;
    }

    public void Dispose() => _source.Dispose();
}
