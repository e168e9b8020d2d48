using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Opora.Load.Workloads;

/// <summary>
/// W7: the panel of a region, municipality by indicator, over 60 indicators and 10 periods of every school. The values are loaded by one
/// statement of the engine, as no import of the product would be faster; the notes beside them make the product compute its figures.
/// </summary>
internal static class IndicatorPanel
{
    private const int Indicators = 60;
    private const int Asked = 400;

    /// <summary>The first year of ten.</summary>
    private const int FirstYear = 2011;
    private const int Years = 10;
    private const int ShownYear = FirstYear + Years - 1;

    /// <summary>What was measured, in milliseconds.</summary>
    /// <param name="Values">Values in the database.</param>
    /// <param name="Load">Loading them.</param>
    /// <param name="First">The first panel, which computes the figures of its period.</param>
    /// <param name="Ours">Every later panel.</param>
    /// <param name="Raw">The same question as one statement over the values.</param>
    public sealed record Pass(long Values, double Load, double First, List<double> Ours, List<double> Raw);

    /// <summary>Loads, asks, and checks every share against the values.</summary>
    public static async Task<Pass> Run(Target target, Instance instance)
    {
        await using var connection = instance.Connect();
        await connection.OpenAsync();
        var from = Stopwatch.GetTimestamp();
        await Load(target, connection);
        var load = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        var values = await Scalar(connection, "select count(*) from indicator_values");

        List<double> ours = [],
            raw = [];
        var first = 0.0;
        for (var i = 0; i <= Asked; i++)
        {
            from = Stopwatch.GetTimestamp();
            var answer = await instance.Operator.Http.GetByteArrayAsync(
                new Uri($"/api/v1/indicator-panel?period={ShownYear}", UriKind.Relative)
            );
            var time = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (i > 0)
            {
                ours.Add(time);
                continue;
            }

            first = time;
            var told = Shares(JsonSerializer.Deserialize<JsonElement>(answer));
            for (var turn = 0; turn < 5; turn++)
            {
                var (asked, expected) = await AskRaw(connection);
                raw.Add(asked);
                if (!told.SetEquals(expected))
                    throw new InvalidOperationException(
                        $"The panel is wrong in {expected.Except(told).Count()} of {expected.Count} shares."
                    );
            }
        }

        return new Pass(values, load, first, ours, raw);
    }

    private static async Task Load(Target target, DbConnection connection)
    {
        var id = target.NewId;
        var region = Operator.RegionCode;
        await using var transaction = await connection.BeginTransactionAsync();
        await Run(
            connection,
            $"insert into indicator_sets (\"Id\", \"RegionCode\", \"Code\", \"Name\", \"Version\") values ({id}, '{region}', 'load', 'Измерения', 1)"
        );
        for (var number = 1; number <= Indicators; number++)
            await Run(
                connection,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    insert into indicators ("Id", "RegionCode", "SetId", "Code", "Number", "Name", "Definition", "Version")
                    select {id}, '{region}', "Id", 'load-{number}', {number}, 'Показатель {number}', '', 1 from indicator_sets where "Code" = 'load'
                    """
                )
            );
        await Run(
            connection,
            $"""
            insert into indicator_versions ("Id", "IndicatorId", "No", "ValidFromOn", "Name", "Group", "Decimals", "Unit", "Direction", "Level",
              "PeriodKind", "EnteredBy", "Aggregation", "Breakdown")
            select {id}, "Id", 1, '2010-01-01', "Name", 'Группа', 1, 'Share', 'HigherIsBetter', 'School', 'CalendarYear', 'School', 'RatioOfSums', 'None'
            from indicators where "Code" like 'load-%'
            """
        );
        for (var year = FirstYear; year <= ShownYear; year++)
            await Run(
                connection,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    insert into indicator_periods ("Id", "RegionCode", "SetId", "Period", "Version")
                    select {id}, '{region}', "Id", '{year}', 1 from indicator_sets where "Code" = 'load'
                    """
                )
            );
        // Numbers that look like chance and are the same in every run.
        await Run(
            connection,
            $"""
            insert into indicator_values ("Id", "RegionCode", "MunicipalityCode", "SchoolId", "PlaceKey", "IndicatorId", "Period", "Breakdown",
              "Numerator", "Denominator", "Origin", "ChangedAt", "Version")
            select {id}, '{region}', s."MunicipalityCode", s."Id", {target.KeyOf("s.\"Id\"")}, i."Id", p."Period", '',
              (s.n * 7919 + i."Number" * 10473) % (3 + (s.n * 31 + i."Number") % 90), 3 + (s.n * 31 + i."Number") % 90,
              'Entered', '2021-01-15 00:00:00', 1
            from (select "Id", "MunicipalityCode", row_number() over (order by "Code") as n from schools) s
            cross join indicators i cross join indicator_periods p
            where i."Code" like 'load-%'
            """
        );
        await Run(
            connection,
            $"""
            insert into dirty_indicators ("Id", "RegionCode", "IndicatorId", "Period")
            select {id}, '{region}', i."Id", p."Period" from indicators i cross join indicator_periods p where i."Code" like 'load-%'
            """
        );
        await transaction.CommitAsync();

        async Task Run(DbConnection on, string statement)
        {
            await using var command = on.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = statement;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<long> Scalar(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<(double Milliseconds, HashSet<(string Municipality, int Indicator, long, long)> Shares)> AskRaw(
        DbConnection connection
    )
    {
        var from = Stopwatch.GetTimestamp();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select v."MunicipalityCode", i."Number", sum(v."Numerator"), sum(v."Denominator")
            from indicators i join indicator_values v on v."IndicatorId" = i."Id"
            where v."Period" = '{ShownYear}' and v."Breakdown" = '' and i."Code" like 'load-%'
            group by v."MunicipalityCode", i."Number"
            """;
        HashSet<(string, int, long, long)> shares = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            shares.Add(
                (
                    reader.GetString(0),
                    reader.GetInt32(1),
                    Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture),
                    Convert.ToInt64(reader.GetValue(3), CultureInfo.InvariantCulture)
                )
            );
        return (Stopwatch.GetElapsedTime(from).TotalMilliseconds, shares);
    }

    private static HashSet<(string, int, long, long)> Shares(JsonElement panel)
    {
        var numbers = panel.GetProperty("indicators").EnumerateArray().Select(i => i.GetProperty("number").GetInt32()).ToList();
        return
        [
            .. from row in panel.GetProperty("rows").EnumerateArray()
            let municipality = row.GetProperty("municipality").GetProperty("code").GetString()!
            from cell in row.GetProperty("cells").EnumerateArray().Index()
            let figure = cell.Item.GetProperty("figure")
            where figure.ValueKind == JsonValueKind.Object
            select (
                municipality,
                numbers[cell.Index],
                figure.GetProperty("numerator").GetInt64(),
                figure.GetProperty("denominator").GetInt64()
            ),
        ];
    }
}
