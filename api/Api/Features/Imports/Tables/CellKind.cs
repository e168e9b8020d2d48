namespace Opora.Api.Features.Imports.Tables;

/// <summary>What the file itself says a cell holds. Text files know only text.</summary>
public enum CellKind : byte
{
    Text,
    Number,

    /// <summary>A number that Excel shows in per cent: stored 0,24, shown 24 %, read as 24.</summary>
    Percent,

    /// <summary>A day or a moment, read as <c>2019-02-18</c> or <c>2019-02-18T09:30:00</c>.</summary>
    Date,
    Boolean,

    /// <summary>An error of a formula, read as Russian Excel shows it: <c>#ДЕЛ/0!</c>.</summary>
    Error,
}

/// <summary>What to tell people about a cell that was not simply text.</summary>
public static class CellKinds
{
    /// <summary>A Russian sentence that explains how the cell was read, for the cure of an error; null when there is nothing to say.</summary>
    public static string? Note(this CellKind kind) =>
        kind switch
        {
            CellKind.Percent => "Ячейка имеет процентный формат: взято показанное число процентов.",
            CellKind.Date =>
                "В ячейке дата. Если здесь было число, Excel принял его за дату: задайте ячейке числовой формат и введите число снова.",
            CellKind.Boolean => "В ячейке логическое значение.",
            CellKind.Error => "В ячейке ошибка формулы: исправьте формулу или введите значение.",
            _ => null,
        };
}
