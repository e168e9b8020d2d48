using Opora.Domain.Results;
using static Opora.Persistence.Engines.BulkDialect;
using static Opora.Persistence.Engines.ResultTables;

namespace Opora.Persistence.Engines;

/// <summary>
/// The set-based statements of the upsert on a server. Parameters: <c>@import</c>, <c>@at</c> and, where the engine does not number
/// rows itself, <c>@change</c>.
/// </summary>
internal sealed class StagedStatements
{
    private const string TouchedName = "touched_results";

    // What is to be done with staged rows; rows that change nothing are not in it.
    private static readonly BulkColumn[] TouchedColumns =
    [
        BulkColumn.Int("Ordinal"),
        BulkColumn.Guid("ResultId"),
        BulkColumn.Int("Created"),
    ];

    public StagedStatements(StagedBulk dialect)
    {
        var staged = dialect.Temporary(Staged.Name);
        var touched = dialect.Temporary(TouchedName);
        var (changeColumn, changeValue, setChange) = dialect.NextChangeNo is null
            ? ("", "", "")
            : (", \"ChangeNo\"", ", @change", ", \"ChangeNo\" = @change");

        Prepare = $"""
            {dialect.Settings}{dialect.MakeTemporary(Staged.Name, Staged.Columns)};
            {dialect.MakeTemporary(TouchedName, TouchedColumns)}
            """;

        Match = $"""
            INSERT INTO {touched} ("Ordinal", "ResultId", "Created")
            SELECT s."Ordinal", COALESCE(e."Id", s."Id"), CASE WHEN e."Id" IS NULL THEN 1 ELSE 0 END
            FROM {staged} s LEFT JOIN {Stored} e ON {string.Join(" AND ", Key.Select(c => $"e.\"{c}\" = s.\"{c}\""))}
            WHERE e."Id" IS NULL OR {dialect.Differs("e", "s", Values)};
            SELECT "Ordinal", "Created" FROM {touched}
            """;

        Update = $"""
            {Keep(
                "s.\"Id\"",
                "@import",
                "@at",
                $"{touched} t JOIN {staged} s ON s.\"Ordinal\" = t.\"Ordinal\" JOIN {Stored} e ON e.\"Id\" = t.\"ResultId\""
            )}
            WHERE t."Created" = 0;
            UPDATE {Stored} SET {Set("s", [.. Values, nameof(ExamResult.SourceRow)])}, "ImportId" = @import, "RecordedAt" = @at{setChange}
            FROM {touched} t JOIN {staged} s ON s."Ordinal" = t."Ordinal"
            WHERE {Stored}."Id" = t."ResultId" AND t."Created" = 0
            """;

        // The municipality is read from the school at this moment: the school may have moved since its code was looked up.
        string[] fromStage = [.. Key[1..], .. Values, nameof(ExamResult.SourceRow)];
        Insert = $"""
            INSERT INTO {Stored} ("Id", {List(Places)}, {List(fromStage)}, "ImportId", "RecordedAt"{changeColumn})
            SELECT s."Id", o."RegionCode", o."MunicipalityCode", s."SchoolId", {List(fromStage, "s")}, @import, @at{changeValue}
            FROM {touched} t JOIN {staged} s ON s."Ordinal" = t."Ordinal" JOIN "schools" o ON o."Id" = s."SchoolId"
            WHERE t."Created" = 1
            """;
    }

    /// <summary>Makes the temporary tables.</summary>
    public string Prepare { get; }

    /// <summary>Finds which staged rows are new and which change something, and tells them.</summary>
    public string Match { get; }

    /// <summary>Keeps the former values of rows that change, then changes them.</summary>
    public string Update { get; }

    /// <summary>Adds the new ones.</summary>
    public string Insert { get; }

    /// <summary>Every statement, for a test that parses them.</summary>
    public IReadOnlyList<string> All => [Prepare, Match, Update, Insert];
}
