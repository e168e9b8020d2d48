using Opora.Domain.Places;

namespace Opora.Domain.Imports;

/// <summary>One error of an import: where it stands, what was sent, what is allowed and how to cure it. Key: import and sequence.</summary>
public sealed class RejectedRow : IPlaced
{
    /// <summary>Longest code.</summary>
    public const int CodeLength = 40;

    /// <summary>Longest pointer.</summary>
    public const int PointerLength = 200;

    /// <summary>Longest text of value, message and «allowed».</summary>
    public const int TextLength = 500;

    /// <summary>Longest name of a sheet (Excel allows 31).</summary>
    public const int SheetLength = 100;

    /// <summary>Longest column letter.</summary>
    public const int ColumnLength = 3;

    private RejectedRow() { }

    /// <summary>Keeps an error of an import; texts are cut to what is stored.</summary>
    public RejectedRow(ImportRun import, int sequence, ItemError error)
    {
        ImportId = import.Id;
        RegionCode = import.RegionCode;
        MunicipalityCode = import.MunicipalityCode;
        Sequence = sequence;
        Index = error.Index;
        Row = error.Row;
        Column = error.Column;
        Sheet = Cut(error.Sheet, SheetLength);
        Code = error.Code;
        Pointer = Cut(error.Pointer, PointerLength)!;
        Value = Cut(error.Value, TextLength);
        Message = Cut(error.Message, TextLength)!;
        Allowed = Cut(error.Allowed, TextLength);
    }

    /// <summary>The import.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Order in which errors were found, from 0.</summary>
    public int Sequence { get; private set; }

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <summary>Number of the item, from 0.</summary>
    public int? Index { get; private set; }

    /// <summary>Row of the file as people see it.</summary>
    public int? Row { get; private set; }

    /// <summary>Column letter.</summary>
    public string? Column { get; private set; }

    /// <summary>Sheet of a workbook.</summary>
    public string? Sheet { get; private set; }

    /// <summary>Stable code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>RFC 6901 pointer to the field.</summary>
    public string Pointer { get; private set; } = "";

    /// <summary>The value as it was sent.</summary>
    public string? Value { get; private set; }

    /// <summary>What is wrong and how to cure it.</summary>
    public string Message { get; private set; } = "";

    /// <summary>What is allowed instead.</summary>
    public string? Allowed { get; private set; }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..(length - 1)] + "…";
}

/// <summary>One thing that is wrong with one item of a batch or file.</summary>
/// <param name="Index">Number of the item, from 0; null when the whole file is meant.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Pointer">RFC 6901 pointer in the sender's names.</param>
/// <param name="Message">Russian text that a clerk can act on.</param>
/// <param name="Value">The value as it was sent.</param>
/// <param name="Allowed">What is allowed instead.</param>
/// <param name="Row">Row of the file as people see it.</param>
/// <param name="Column">Column letter.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
public sealed record ItemError(
    int? Index,
    string Code,
    string Pointer,
    string Message,
    string? Value = null,
    string? Allowed = null,
    int? Row = null,
    string? Column = null,
    string? Sheet = null
);
