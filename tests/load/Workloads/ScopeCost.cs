using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Opora.Load.Workloads;

/// <summary>
/// W5: what scope adds to the list of schools. The statements are the product's own, as its log tells them; beside each runs the same
/// statement without the conditions of scope, turn by turn on one connection, so that both meet the same machine.
/// </summary>
internal static partial class ScopeCost
{
    private const int PageSize = 25;
    private const string Condition = "\"?\\w+\"?\\.\"\\w+\" = (@ef_filter\\w+|ANY \\(@ef_filter\\w+\\))";

    /// <summary>Microseconds of the list's statements together, with scope and without, and how the engine finds the rows.</summary>
    public sealed record Pass(double Scoped, double Unscoped, IReadOnlyList<string> Plans);

    /// <summary>The lists that are asked for, by the workload's name.</summary>
    public static IReadOnlyDictionary<string, string> Addresses(SampleData data) =>
        new Dictionary<string, string>
        {
            ["W5 list of all schools, scoped"] = $"/api/v1/schools?pageSize={PageSize}",
            ["W5 list of one municipality, scoped"] = $"/api/v1/schools?pageSize={PageSize}&municipality={data.MunicipalityOf(0)}",
        };

    public static async Task<Pass> Run(Target target, Instance instance, SampleData data, string address, int turns)
    {
        var statements = await Statements(instance, address);
        await using var connection = instance.Connect();
        await connection.OpenAsync();
        List<string> plans = [];
        var (scoped, unscoped) = (0.0, 0.0);
        foreach (var statement in statements)
        {
            var bare = Scope().Replace(statement, "1 = 1");
            if (bare == statement)
                throw new InvalidOperationException("No condition of scope was found in:\n" + statement);
            await using var with = Command(connection, data, statement);
            await using var without = Command(connection, data, bare);
            List<double> withTimes = [],
                withoutTimes = [];
            // Every other turn begins with the other one; the first tenth warms both.
            for (var turn = -turns / 10; turn < turns; turn++)
            {
                var (first, second) = turn % 2 == 0 ? (with, without) : (without, with);
                var (one, other) = (await Time(first), await Time(second));
                if (one.Rows != other.Rows)
                    throw new InvalidOperationException($"Scope took rows away: {one.Rows} and {other.Rows} of\n{statement}");
                if (turn < 0)
                    continue;
                (first == with ? withTimes : withoutTimes).Add(one.Microseconds);
                (second == with ? withTimes : withoutTimes).Add(other.Microseconds);
            }

            scoped += Statistics.Median(withTimes);
            unscoped += Statistics.Median(withoutTimes);
            plans.Add($"{statement.Split('\n')[0][..Math.Min(60, statement.Split('\n')[0].Length)]}…");
            plans.AddRange((await target.Plan(with)).Select(step => "  with scope:    " + step));
            plans.AddRange((await target.Plan(without)).Select(step => "  without scope: " + step));
        }

        return new Pass(scoped, unscoped, plans);
    }

    // The count and the page: what the product asks the schools for when it answers.
    private static async Task<IReadOnlyList<string>> Statements(Instance instance, string address)
    {
        var before = instance.Api.Statements.All.Count;
        await instance.Operator.Get(address);
        // The line that follows a statement ends it: one more call makes sure of one.
        await instance.Operator.Get("/api/v1/me");
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var found = instance
                .Api.Statements.All.Skip(before)
                .Where(s => FromSchools().IsMatch(s))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (found.Count == 2)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        throw new InvalidOperationException("The log does not tell the count and the page of " + address);
    }

    private static DbCommand Command(DbConnection connection, SampleData data, string statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        var (limit, offset) = (Limit().Match(statement).Groups["name"].Value, Offset().Match(statement).Groups["name"].Value);
        foreach (var name in Parameter().Matches(statement).Select(m => m.Value).Distinct(StringComparer.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value =
                name == limit ? PageSize
                : name == offset ? 0
                : Value(name, data, statement.Contains($"ANY ({name})", StringComparison.Ordinal));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // The operator's scope is the region alone.
    private static object Value(string name, SampleData data, bool asArray)
    {
        if (asArray && name.Contains("ScopeSchools", StringComparison.Ordinal))
            return Array.Empty<Guid>();
        if (asArray && name.Contains("ScopeMunicipalities", StringComparison.Ordinal))
            return Array.Empty<string>();
        var value = name.StartsWith("@ef_filter", StringComparison.Ordinal) ? Operator.RegionCode : data.MunicipalityOf(0);
        return asArray ? new[] { value } : value;
    }

    private static async Task<(double Microseconds, int Rows)> Time(DbCommand command)
    {
        var from = Stopwatch.GetTimestamp();
        var rows = 0;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                rows++;
        }

        return (Stopwatch.GetElapsedTime(from).TotalMicroseconds, rows);
    }

    [GeneratedRegex(
        "^( {4})?FROM \"?schools\"? AS \"?s\"?$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FromSchools();

    // One condition, or the three of region, municipality and school; as arrays on PostgreSQL.
    [GeneratedRegex(Condition + "( OR " + Condition + ")*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scope();

    [GeneratedRegex("LIMIT (?<name>@\\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Limit();

    [GeneratedRegex("OFFSET (?<name>@\\w+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Offset();

    [GeneratedRegex("@\\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
