using Opora.Api.Http;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What came out for one teacher, as people write it.</summary>
/// <param name="TeacherId">Id of the teacher.</param>
/// <param name="Values">A text for each column of the diagnostics: a score «7,5», «да» or «нет»; empty or «н/д» where nothing was measured.</param>
/// <param name="Level">How well the teacher does on the whole.</param>
/// <param name="On">The day; that of the whole table when absent.</param>
public sealed record ResultRowBody(Guid TeacherId, IReadOnlyList<string> Values, DiagnosticLevel? Level = null, DateOnly? On = null);

/// <summary>Reads what was written in a table of results.</summary>
internal static class ResultRows
{
    /// <summary>The readings of a row; what is wrong goes to the list with row, column, value and what is allowed.</summary>
    public static IReadOnlyList<Reading>? Read(
        DiagnosticCampaign campaign,
        IReadOnlyList<string> values,
        string pointer,
        IReadOnlyDictionary<Guid, string> names,
        List<ErrorItem> wrong
    )
    {
        var columns = campaign.Columns;
        if (values.Count != columns.Count)
        {
            wrong.Add(
                new ErrorItem(
                    $"{pointer}/values",
                    "columns-wrong",
                    $"Столбцов в строке {values.Count}, а в диагностике дефицитов {columns.Count}.",
                    string.Join("; ", values),
                    string.Join("; ", columns.Select(c => names[c.DeficitId]))
                )
            );
            return null;
        }
        List<Reading> readings = [];
        foreach (var (i, column) in columns.Index())
            if (column.Read(values[i]) is { } reading)
                readings.Add(reading);
            else
                wrong.Add(
                    new ErrorItem(
                        $"{pointer}/values/{i}",
                        "value-wrong",
                        $"«{names[column.DeficitId]}»: такого значения быть не может.",
                        values[i],
                        column.Allowed
                    )
                );
        return readings.Count == columns.Count ? readings : null;
    }
}
