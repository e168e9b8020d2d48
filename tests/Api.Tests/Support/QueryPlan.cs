using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Opora.Api.Tests.Support;

/// <summary>How SQLite goes about a statement that the product has sent.</summary>
internal static partial class QueryPlan
{
    /// <summary>The steps, as EXPLAIN QUERY PLAN tells them.</summary>
    public static async Task<List<string>> Of(ApiFactory api, string statement)
    {
        await using var connection = new SqliteConnection(api.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A statement of the product's own, seen a moment ago.
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
#pragma warning restore CA2100
        foreach (var name in Parameter().Matches(statement).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            command.Parameters.AddWithValue(name, "x");
        List<string> steps = [];
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(3));
        return steps;
    }

    [GeneratedRegex("@[A-Za-z0-9_]+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Parameter();
}
