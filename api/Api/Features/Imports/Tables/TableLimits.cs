using Opora.Api.Http;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>How much one uploaded table may take. Sizes are bytes; the file as sent and what it unpacks to are limited apart.</summary>
public sealed record TableLimits
{
    /// <summary>The limits of the product as it is delivered.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>The file as it was sent.</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;

    /// <summary>All that a gzip or the parts of a workbook unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L << 30;

    /// <summary>The most that unpacking may multiply the size by, once more than <see cref="RatioFloorBytes"/> came out.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Below this unpacked size no ratio is suspicious.</summary>
    public long RatioFloorBytes { get; init; } = 16L << 20;

    /// <summary>The strings of a workbook, which are held in memory while it is read.</summary>
    public long MaxSharedStringBytes { get; init; } = 96L << 20;

    /// <summary>Rows of one sheet, header and titles included.</summary>
    public int MaxRows { get; init; } = 1_000_100;

    /// <summary>Columns of one sheet: as many as Excel has.</summary>
    public int MaxColumns { get; init; } = ColumnLetter.Last + 1;

    /// <summary>Rows times columns of one sheet, which bounds the work that a nearly empty but huge sheet makes.</summary>
    public long MaxCells { get; init; } = 200_000_000;

    /// <summary>One record of a CSV or NDJSON file, line breaks in quotes included.</summary>
    public int MaxRecordBytes { get; init; } = 1 << 20;
}
