using System.Globalization;

namespace Opora.Load;

/// <summary>One line of the table.</summary>
/// <param name="Workload">What was done.</param>
/// <param name="Ours">The product's figure.</param>
/// <param name="Limit">The same done by the fastest plain way.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Bar">What the ratio should be: <c>≥ 0,5</c>; empty where nothing is asked.</param>
/// <param name="Latencies">Milliseconds of the single requests.</param>
/// <param name="PeakMegabytes">Most memory that the product's process held meanwhile; 0 when unknown.</param>
internal sealed record Figure(
    string Workload,
    double Ours,
    double Limit,
    string Unit,
    string Bar,
    IReadOnlyList<double> Latencies,
    long PeakMegabytes
)
{
    private string Ratio => Limit > 0 ? (Ours / Limit).ToString("0.00##", CultureInfo.InvariantCulture) : "";

    /// <summary>The cells in the order of <see cref="Headings"/>.</summary>
    public string[] Cells =>
        [
            Workload,
            $"{Number(Ours)} {Unit}",
            Limit > 0 ? $"{Number(Limit)} {Unit}" : "",
            Ratio,
            Bar,
            Milliseconds(0.5),
            Milliseconds(0.99),
            PeakMegabytes > 0 ? $"{PeakMegabytes} MB" : "",
        ];

    public static string[] Headings => ["workload", "ours", "limit", "ratio", "bar", "p50", "p99", "peak memory"];

    private string Milliseconds(double quantile) =>
        Latencies.Count == 0 ? "" : Statistics.Quantile(Latencies, quantile).ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}

/// <summary>Medians and quantiles.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Quantile([.. values], 0.5);

    /// <summary>The smallest value that at least this share of the values does not exceed.</summary>
    public static double Quantile(IReadOnlyList<double> values, double quantile)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(quantile * sorted.Count) - 1)];
    }
}

/// <summary>Prints the figures as one table that reads well as text and as Markdown.</summary>
internal static class Table
{
    public static void Print(TextWriter writer, string title, IReadOnlyList<Figure> figures)
    {
        var lines = figures.Select(f => f.Cells).Prepend(Figure.Headings).ToList();
        var widths = Enumerable.Range(0, Figure.Headings.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        writer.WriteLine();
        writer.WriteLine(title);
        writer.WriteLine();
        Line(lines[0]);
        writer.WriteLine("|" + string.Join('|', widths.Select((w, i) => new string('-', w + 1) + (i == 0 ? '-' : ':'))) + "|");
        foreach (var line in lines.Skip(1))
            Line(line);

        void Line(string[] cells) =>
            writer.WriteLine(
                "| " + string.Join(" | ", cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))) + " |"
            );
    }
}
