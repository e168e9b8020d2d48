using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Indicators;

/// <summary>A school with a set of indicators: 2019 and 2020 open.</summary>
internal sealed class GridCase
{
    public Given Given { get; private init; } = null!;
    public Municipality Place { get; private init; } = null!;
    public School School { get; private init; } = null!;
    public IndicatorSet Set { get; private init; } = null!;
    public Indicator Share { get; private init; } = null!;

    public string Grid => $"/api/v1/indicator-grid?set={Set.Id}&school={School.Id}";

    public static async Task<GridCase> Make(ApiFactory api, params Func<IndicatorSet, Indicator>[] others)
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var set = new IndicatorSet(given.RegionCode, "yel", new IndicatorSetFacts("Целевые показатели", null));
        var share = GivenIndicators.Share(set, "yel-01");
        await given.Save(set);
        await given.Save([
            share,
            .. others.Select(o => o(set)),
            new IndicatorPeriod(set, Period.CalendarYear(2019), null),
            new IndicatorPeriod(set, Period.CalendarYear(2020), new DateOnly(2021, 1, 20)),
        ]);
        return new GridCase
        {
            Given = given,
            Place = place,
            School = await given.School(place),
            Set = set,
            Share = share,
        };
    }

    public object Cell(object? value, int version = 0, string period = "2020", Guid? indicator = null, string? comment = null) =>
        new
        {
            indicatorId = indicator ?? Share.Id,
            period,
            value,
            version,
            comment,
        };

    public static object Typed(string text) => new { text };

    public Task<HttpResponseMessage> Send(HttpClient http, params object[] cells) =>
        http.PutJson("/api/v1/indicator-values/cells", new { schoolId = School.Id, cells });

    public async Task<JsonElement> Put(HttpClient http, params object[] cells) => await Send(http, cells).Json();

    /// <summary>The outcome of the only cell.</summary>
    public async Task<JsonElement> PutOne(HttpClient http, object cell) => (await Put(http, cell)).GetProperty("cells")[0];
}

internal static class CellReading
{
    private const int OtherRequests = 40;

    /// <summary>The time of other requests, for one to come as far as it can.</summary>
    public static async Task Meanwhile(this HttpClient http, string address, Task one)
    {
        for (var i = 0; i < OtherRequests && !one.IsCompleted; i++)
            await http.GetJson(address);
    }

    public static string Outcome(this JsonElement cell) => cell.GetProperty("outcome").GetString()!;

    public static IReadOnlyList<string> Faults(this JsonElement cell) =>
        [.. cell.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()!)];
}
