using Opora.Api.Features.Imports.Tables;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>Collects what is wrong with one item after another, each told with its cell, its value and a cure.</summary>
internal sealed class ItemFaults(FieldCatalog catalog, string? sheet)
{
    private readonly List<ItemError> _errors = [];
    private int _index;
    private MappedItem _item = null!;

    /// <summary>Errors of the present item.</summary>
    public IReadOnlyList<ItemError> Errors => _errors;

    /// <summary>Whether anything is wrong with the present item.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Turns to the next item.</summary>
    public void Begin(int index, MappedItem item)
    {
        _errors.Clear();
        (_index, _item) = (index, item);
    }

    /// <summary>Something is wrong with a field.</summary>
    /// <param name="field">Index of the field.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="message">Russian sentence with the cure.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="value">The value when it is not the text of the cell.</param>
    public void Add(int field, string code, string message, string? allowed = null, string? value = null)
    {
        var source = _item.Source(field);
        var note = _item.Kind(field).Note();
        _errors.Add(
            new ItemError(
                _index,
                code,
                "/" + catalog.Fields[field].Name,
                note is null ? message : $"{message} {note}",
                value ?? _item[field],
                allowed,
                _item.Row,
                source == MappedItem.ConstantSource ? null : source,
                sheet
            )
        );
    }

    /// <summary>A field that every item needs is empty.</summary>
    public void Required(int field) =>
        Add(field, "required", $"Не заполнено поле «{catalog.Fields[field].Label}». {catalog.Fields[field].Hint}");
}
