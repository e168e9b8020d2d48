using static Opora.Persistence.Engines.BulkDialect;
using static Opora.Persistence.Engines.ResultTables;

namespace Opora.Persistence.Engines;

/// <summary>
/// The statements that take an import back. Results are not indexed by import (that would cost every import for the sake of the rare
/// one taken back): they are found once, and worked on by their ids. Parameters as in <see cref="BulkDialect.Parameters"/>.
/// </summary>
internal sealed class RollbackStatements
{
    private const string BroughtName = "brought_results";
    private static readonly BulkColumn[] BroughtColumns = [BulkColumn.Guid("Id")];

    public RollbackStatements(BulkDialect dialect)
    {
        var brought = dialect.Temporary(BroughtName);
        var (changeColumn, changeValue, setChange) = dialect.NextChangeNo is null
            ? ("", "", "")
            : (", \"ChangeNo\"", ", @change", ", \"ChangeNo\" = @change");

        // Of a row that the import had changed: the values before it.
        const string Former = "r.\"ExamResultId\" = b.\"Id\" AND r.\"ReplacedByImportId\" = @import AND r.\"ImportId\" <> @import";
        var created = $"{brought} b WHERE NOT EXISTS (SELECT 1 FROM {Revisions} r WHERE {Former})";

        Prepare = dialect.MakeTemporary(BroughtName, BroughtColumns);

        Find = $"""INSERT INTO {brought} ("Id") SELECT "Id" FROM {Stored} WHERE "ImportId" = @import""";

        Superseded = $"""
            SELECT COUNT(*) FROM {Revisions} WHERE "ImportId" = @import AND "ReplacedByImportId" <> @import
            """;

        Places = $"""
            SELECT DISTINCT e."RegionCode", e."MunicipalityCode", e."SchoolId"
            FROM {brought} b JOIN {Stored} e ON e."Id" = b."Id"
            """;

        Groups = $"""
            SELECT DISTINCT e."RegionCode", e."Year", e."Assessment", e."Subject", e."Grade", e."Sitting"
            FROM {brought} b JOIN {Stored} e ON e."Id" = b."Id"
            """;

        KeepBrought = Keep(dialect.RandomId, "@import", "@at", $"{brought} b JOIN {Stored} e ON e.\"Id\" = b.\"Id\"");

        Bury = $"""
            INSERT INTO {Deleted} ("Id", {List(ResultTables.Places)}, {List(Key[1..])}, "ImportId", "DeletedAt"{changeColumn})
            SELECT "Id", {List(ResultTables.Places)}, {List(Key[1..])}, "ImportId", @at{changeValue}
            FROM {Stored} WHERE "Id" IN (SELECT b."Id" FROM {created})
            """;

        Delete = $"""DELETE FROM {Stored} WHERE "Id" IN (SELECT b."Id" FROM {created})""";

        Restore = $"""
            UPDATE {Stored} SET {Set("r", [.. Values, .. Source])}{setChange}
            FROM {brought} b JOIN {Revisions} r ON {Former}
            WHERE {Stored}."Id" = b."Id"
            """;

        Forget = $"""DELETE FROM {Revisions} WHERE "ReplacedByImportId" = @import AND "ImportId" <> @import""";
    }

    /// <summary>Makes the table of what is found.</summary>
    public string Prepare { get; }

    /// <summary>Finds the rows whose present values the import brought.</summary>
    public string Find { get; }

    /// <summary>Counts rows of the import that something newer has replaced.</summary>
    public string Superseded { get; }

    /// <summary>Where the rows found belong.</summary>
    public string Places { get; }

    /// <summary>The groups of the rows found.</summary>
    public string Groups { get; }

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
    public IReadOnlyList<string> All => [Prepare, Find, Superseded, Places, Groups, KeepBrought, Bury, Delete, Restore, Forget];
}
