using Opora.Api.Features.Imports.Tables;
using Opora.Api.Features.Imports.Targets;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>An item of the file, or an unreadable line in the place of one.</summary>
/// <param name="Index">Number of the item, from 0.</param>
/// <param name="Source">Its texts; null for an unreadable line.</param>
/// <param name="Read">What it was read as.</param>
/// <param name="Faulty">Whether anything is wrong with it.</param>
internal readonly record struct StreamedItem(int Index, MappedItem? Source, ReadItem Read, bool Faulty);

/// <summary>The items of a file one after another. Reading them twice gives the same, which is what lets an import go on after a crash.</summary>
internal sealed class ItemStream : IDisposable
{
    private readonly TableReader _reader;
    private readonly CompiledMapping _mapping;
    private readonly ImportTarget _target;
    private readonly ItemFaults _faults;
    private readonly string? _sheet;

    /// <summary>Opens the file at its first row.</summary>
    public ItemStream(ImportRun run, TableFile file, CompiledMapping mapping, ImportTarget target)
    {
        _mapping = mapping;
        _target = target;
        var sheet = file.Sheet(mapping.Spec.Sheet);
        _sheet = sheet.Name.Length > 0 ? sheet.Name : null;
        _faults = new ItemFaults(mapping.Catalog, _sheet);
        var overrides = new CellOverrides();
        foreach (var cell in run.CorrectedCells())
            overrides.Add(cell.Row, cell.Column, cell.Value);
        _reader = file.Read(mapping.Spec.Sheet, overrides);
    }

    /// <summary>Rows read.</summary>
    public int RowsDone { get; private set; }

    /// <summary>Items read; also the number of the next one.</summary>
    public int Received { get; private set; }

    /// <summary>Collects faults for whoever writes the items.</summary>
    public ItemFaults NewFaults() => new(_mapping.Catalog, _sheet);

    /// <summary>Goes to where a former reading ended.</summary>
    public void Skip(int rows, int items)
    {
        while (RowsDone < rows && _reader.Read())
            RowsDone++;
        Received = items;
    }

    /// <summary>Reads the next row; false at the end.</summary>
    /// <param name="items">Gets the items of the row.</param>
    /// <param name="errors">Called with each error.</param>
    public bool Next(List<StreamedItem> items, Action<ItemError>? errors)
    {
        if (!_reader.Read())
            return false;
        RowsDone++;
        var row = Mapper.Map(_reader.Row, _mapping);
        if (row.Problem is { } problem)
        {
            errors?.Invoke(new ItemError(Received, problem.Code, "", problem.Message, Row: row.Number, Sheet: _sheet));
            items.Add(new StreamedItem(Received++, null, default, Faulty: true));
            return true;
        }
        foreach (var item in row.Items)
        {
            _faults.Begin(Received, item);
            var read = _target.Read(item, Received, _faults);
            if (errors is not null)
                foreach (var error in _faults.Errors)
                    errors(error);
            items.Add(new StreamedItem(Received++, item, read, _faults.Any));
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
