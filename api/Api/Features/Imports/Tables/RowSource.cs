namespace Opora.Api.Features.Imports.Tables;

/// <summary>One format's way through the rows of a sheet; forward only.</summary>
abstract class RowSource : IDisposable
{
    /// <summary>Fills the row with the next line's number and number of cells; false at the end.</summary>
    public abstract bool Read(TableRow row);

    /// <summary>The text of a cell of the current row; the kind is text unless it is set.</summary>
    public abstract string Text(int column, ref CellKind kind);

    /// <summary>Whether the file holds nothing in the current row.</summary>
    public abstract bool IsBlank(TableRow row);

    public abstract void Dispose();
}
