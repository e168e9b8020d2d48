using System.Globalization;

namespace Opora.Load;

/// <summary>What to measure.</summary>
/// <param name="Smoke">A small run that only asks whether everything works; its figures mean nothing.</param>
/// <param name="Rows">Exam results to post.</param>
/// <param name="Repeats">How often each workload is repeated; the median counts.</param>
/// <param name="Sqlite">Measure on SQLite.</param>
/// <param name="PostgreSql">Connection string of a server on which databases may be made; null leaves PostgreSQL out.</param>
/// <param name="ImportRows">Rows of the file of W1c; 0 leaves it out.</param>
/// <param name="ScopeOnly">Only what scope adds to a list (W5).</param>
/// <param name="FormulasOnly">Only the computation of indicators (W6).</param>
/// <param name="PanelOnly">Only the panel of indicators (W7).</param>
/// <param name="RegistersOnly">Only the pages of the registers (W8).</param>
internal sealed record Options(
    bool Smoke,
    int Rows,
    int Repeats,
    bool Sqlite,
    string? PostgreSql,
    int ImportRows,
    bool ScopeOnly,
    bool FormulasOnly,
    bool PanelOnly,
    bool RegistersOnly
)
{
    public const string Usage = """
        Opora.Load: measures the product beside the limit of the machine.
          --smoke               a small run that only asks whether everything works
          --rows N              exam results to post (100000)
          --repeat N            repetitions, the median counts (5)
          --import-rows N       also import one file of N rows (W1c)
          --scope-only          only what scope adds to a list (W5)
          --formulas-only       only the computation of indicators (W6)
          --panel-only          only the panel of indicators (W7)
          --registers-only      only the pages of teachers and training (W8)
          --postgresql STRING   also on this PostgreSQL server
          --no-sqlite           not on SQLite
        """;

    private static readonly Options Full = new(false, 100_000, 5, true, null, 0, false, false, false, false);
    private static readonly Options Small = new(true, 1_200, 1, true, null, 1_500, false, false, false, false);

    /// <summary>Reads the command line; throws <see cref="FormatException"/> where it is not understood.</summary>
    public static Options Parse(string[] words)
    {
        var options = words.Contains("--smoke", StringComparer.Ordinal) ? Small : Full;
        for (var i = 0; i < words.Length; i++)
        {
            options = words[i] switch
            {
                "--smoke" => options,
                "--scope-only" => options with { ScopeOnly = true },
                "--formulas-only" => options with { FormulasOnly = true },
                "--panel-only" => options with { PanelOnly = true },
                "--registers-only" => options with { RegistersOnly = true },
                "--no-sqlite" => options with { Sqlite = false },
                "--rows" => options with { Rows = Number(words, ++i) },
                "--repeat" => options with { Repeats = Number(words, ++i) },
                "--import-rows" => options with { ImportRows = Number(words, ++i) },
                "--postgresql" => options with { PostgreSql = Word(words, ++i) },
                var unknown => throw new FormatException("Unknown option: " + unknown),
            };
        }

        return options;
    }

    private static int Number(string[] words, int i) => int.Parse(Word(words, i), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Word(string[] words, int i) => i < words.Length ? words[i] : throw new FormatException("A value is missing.");
}
