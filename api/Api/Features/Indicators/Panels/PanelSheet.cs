using System.Globalization;
using Opora.Api.Http;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Rows of exported sheets.</summary>
internal static class PanelSheet
{
    /// <summary>A row of texts and numbers; what is null stays empty.</summary>
    public static void Row(WorkbookWriter book, int number, CellLook look, params object?[] cells)
    {
        book.BeginRow(number);
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is string text)
                book.Text(column, text, look);
            else if (cells[column] is IFormattable value)
                book.Number(column, value.ToString(null, CultureInfo.InvariantCulture), look);
        }
    }

    /// <summary>An indicator with its number and unit.</summary>
    public static string Title(PanelIndicator indicator) =>
        $"{indicator.Number}. {indicator.Name}{(indicator.Unit == IndicatorUnit.Share ? ", %" : "")}";
}
