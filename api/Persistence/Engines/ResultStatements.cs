using Opora.Domain.Results;
using static Opora.Persistence.Engines.BulkDialect;
using static Opora.Persistence.Engines.ResultTables;

namespace Opora.Persistence.Engines;

/// <summary>
/// The set-based statements of the upsert and of the rollback, the same for every engine but for what the dialect says. Parameters:
/// <c>@import</c>, <c>@at</c> and, where the engine does not number rows itself, <c>@change</c>.
/// </summary>
internal sealed class ResultStatements
{
    private const string Results = "\"exam_results\"";
    private const string Revisions = "\"exam_result_revisions\"";
    private const string Deleted = "\"deleted_results\"";

    private static readonly string[] Places =
    [
        nameof(ExamResult.RegionCode),
        nameof(ExamResult.MunicipalityCode),
        nameof(ExamResult.SchoolId),
    ];

    private static readonly string[] Source = [nameof(ExamResult.ImportId), nameof(ExamResult.SourceRow), nameof(ExamResult.RecordedAt)];

    public ResultStatements(BulkDialect dialect)
    {
        var staged = dialect.Temporary(Staged.Name);
        var touched = dialect.Temporary(Touched.Name);
        var numbered = dialect.NextChangeNo is not null;
        var (changeColumn, changeValue, setChange) = numbered ? (", \"ChangeNo\"", ", @change", ", \"ChangeNo\" = @change") : ("", "", "");

        Prepare = string.Join(
            ";\n",
            new[]
            {
                dialect.Settings,
                dialect.MakeTemporary(Staged.Name, Staged.Columns),
                dialect.MakeTemporary(Touched.Name, Touched.Columns),
            }.OfType<string>()
        );

        Match = $"""
            INSERT INTO {touched} ("Ordinal", "ResultId", "Created")
            SELECT s."Ordinal", COALESCE(e."Id", s."Id"), CASE WHEN e."Id" IS NULL THEN 1 ELSE 0 END
            FROM {staged} s LEFT JOIN {Results} e ON {string.Join(" AND ", Key.Select(c => $"e.\"{c}\" = s.\"{c}\""))}
            WHERE e."Id" IS NULL OR {dialect.Differs("e", "s", Values)}
            """;

        Outcomes = $"""SELECT "Ordinal", "Created" FROM {touched}""";

        Update = $"""
            {Keep(
                "s.\"Id\"",
                $"{touched} t JOIN {staged} s ON s.\"Ordinal\" = t.\"Ordinal\" JOIN {Results} e ON e.\"Id\" = t.\"ResultId\""
            )}
            WHERE t."Created" = 0;
            UPDATE {Results} SET {Set("s", [.. Values, nameof(ExamResult.SourceRow)])}, "ImportId" = @import, "RecordedAt" = @at{setChange}
            FROM {touched} t JOIN {staged} s ON s."Ordinal" = t."Ordinal"
            WHERE {Results}."Id" = t."ResultId" AND t."Created" = 0
            """;

        // The municipality is read from the school at this moment: the school may have moved since its code was looked up.
        string[] fromStage = [.. Key[1..], .. Values, nameof(ExamResult.SourceRow)];
        Insert = $"""
            INSERT INTO {Results} ("Id", {List(Places)}, {List(fromStage)}, "ImportId", "RecordedAt"{changeColumn})
            SELECT s."Id", o."RegionCode", o."MunicipalityCode", s."SchoolId", {List(fromStage, "s")}, @import, @at{changeValue}
            FROM {touched} t JOIN {staged} s ON s."Ordinal" = t."Ordinal" JOIN "schools" o ON o."Id" = s."SchoolId"
            WHERE t."Created" = 1
            """;

        Superseded = $"""
            SELECT COUNT(*) FROM {Revisions} WHERE "ImportId" = @import AND "ReplacedByImportId" <> @import
            """;

        Brought = $"""SELECT COUNT(*) FROM {Results} WHERE "ImportId" = @import""";

        BroughtGroups = $"""
            SELECT DISTINCT "RegionCode", "Year", "Assessment", "Subject", "Grade", "Sitting" FROM {Results} WHERE "ImportId" = @import
            """;

        var former = $"""
            EXISTS (SELECT 1 FROM {Revisions} r
            WHERE r."ExamResultId" = {Results}."Id" AND r."ReplacedByImportId" = @import AND r."ImportId" <> @import)
            """;

        Bury = $"""
            INSERT INTO {Deleted} ("Id", {List(Places)}, {List(Key[1..])}, "ImportId", "DeletedAt"{changeColumn})
            SELECT "Id", {List(Places)}, {List(Key[1..])}, "ImportId", @at{changeValue}
            FROM {Results} WHERE "ImportId" = @import AND NOT {former}
            """;

        Delete = $"""DELETE FROM {Results} WHERE "ImportId" = @import AND NOT {former}""";

        Restore = $"""
            UPDATE {Results} SET {Set("r", [.. Values, .. Source])}{setChange}
            FROM {Revisions} r
            WHERE r."ExamResultId" = {Results}."Id" AND r."ReplacedByImportId" = @import AND r."ImportId" <> @import
            AND {Results}."ImportId" = @import
            """;

        KeepBrought = Keep(dialect.RandomId, $"{Results} e WHERE e.\"ImportId\" = @import");

        Forget = $"""DELETE FROM {Revisions} WHERE "ReplacedByImportId" = @import AND "ImportId" <> @import""";
    }

    /// <summary>Makes the temporary tables.</summary>
    public string Prepare { get; }

    /// <summary>Finds which staged rows are new and which change something.</summary>
    public string Match { get; }

    /// <summary>Tells them.</summary>
    public string Outcomes { get; }

    /// <summary>Keeps the former values of rows that change, then changes them.</summary>
    public string Update { get; }

    /// <summary>Adds the new ones.</summary>
    public string Insert { get; }

    /// <summary>Counts rows of an import that something newer has replaced.</summary>
    public string Superseded { get; }

    /// <summary>Counts rows whose present values an import brought.</summary>
    public string Brought { get; }

    /// <summary>The groups of those rows.</summary>
    public string BroughtGroups { get; }

    /// <summary>Keeps the values that are taken back: history tells of them.</summary>
    public string KeepBrought { get; }

    /// <summary>Leaves a note of each row that the import had created.</summary>
    public string Bury { get; }

    /// <summary>Removes those rows.</summary>
    public string Delete { get; }

    /// <summary>Gives the others their former values.</summary>
    public string Restore { get; }

    /// <summary>Removes the revisions that are the present values again.</summary>
    public string Forget { get; }

    /// <summary>Every statement, for a test that parses them.</summary>
    public IReadOnlyList<string> All =>
        [Prepare, Match, Outcomes, Update, Insert, Superseded, Brought, BroughtGroups, KeepBrought, Bury, Delete, Restore, Forget];

    private static string Set(string from, IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(c => $"\"{c}\" = {from}.\"{c}\""));

    private static string Keep(string id, string from) =>
        $"""
            INSERT INTO {Revisions} ("Id", "ExamResultId", {List([.. Places, .. Values, .. Source])}, "ReplacedByImportId", "ReplacedAt")
            SELECT {id}, e."Id", {List([.. Places, .. Values, .. Source], "e")}, @import, @at FROM {from}
            """;
}
