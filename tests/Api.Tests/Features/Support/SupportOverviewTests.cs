using System.IO.Compression;
using System.Text.Json;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Support.SupportCalls;

namespace Opora.Api.Tests.Features.Support;

public sealed class SupportOverviewTests(ApiFactory api)
{
    private const string Overview = "/api/v1/support/overview";

    /// <summary>Smolensk: «864 ребёнка обследовано и проконсультировано» over two municipalities and all four kinds.</summary>
    [Fact]
    public async Task Adds_up_to_the_864_children_of_smolensk()
    {
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality("Вяземский район"), await given.Municipality("Рославльский район"));
        using var http = await given.Operator();
        (string Specialist, int Children)[] work =
        [
            ("Psychologist", 312),
            ("SocialPedagogue", 148),
            ("Defectologist", 175),
            ("SpeechTherapist", 229),
        ];
        foreach (var (i, (specialist, children)) in work.Index())
        {
            var place = i < 2 ? first : second;
            var (centre, _) = await given.Centre(place, "МОЦ " + specialist);
            var school = await given.School(place, "СОШ № " + (i + 1), f => f with { Pupils = 900 });
            var card = await http.Assigned(school, centre, Asks(children, specialist));
            card = await http.Act(card, "sessions", Session("2020-10-12", children - 10)).Json();
            // Fifteen come, five of them for the second time: ten more children.
            card = await http.Act(card, "sessions", Session("2021-02-01", 15, returning: 5, examined: 0)).Json();
            await http.Act(card, "sessions", new { on = "2030-01-20" }).Json();
        }
        await http.Request(await given.School(first, "СОШ № 9"));

        var year = await http.GetJson($"{Overview}?from=2020-09-01&to=2021-08-31");
        var total = year.GetProperty("total");
        total.GetProperty("children").GetInt32().ShouldBe(864);
        total.GetProperty("held").GetInt32().ShouldBe(8);
        total.GetProperty("planned").GetInt32().ShouldBe(0);
        (
            total.GetProperty("waiting").GetInt32(),
            total.GetProperty("active").GetInt32(),
            total.GetProperty("requested").GetInt32()
        ).ShouldBe((1, 4, 5));
        total.GetProperty("examined").GetInt32().ShouldBe(864 - 40);
        Children(year, "specialists").ShouldBe([312, 148, 175, 229]);
        Children(year, "municipalities").ShouldBe([460, 404]);
        Children(year, "organisations").Sum().ShouldBe(864);
        (await http.GetJson($"{Overview}?from=2020-09-01&to=2020-12-31"))
            .GetProperty("total")
            .GetProperty("children")
            .GetInt32()
            .ShouldBe(824);
        (await http.GetJson($"{Overview}?municipality={second.Code}"))
            .GetProperty("total")
            .GetProperty("children")
            .GetInt32()
            .ShouldBe(404);
        await http.GetAsync($"{Overview}?from=2021-01-01&to=2020-01-01", Cancel).AssertProblem(400, "validation");
    }

    [Fact]
    public async Task The_journal_and_the_files_follow_the_filter()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        var (centre, _) = await given.Centre(place);
        using var http = await given.Coordinator(place);
        var card = await http.Assigned(school, centre);
        await http.Act(card, "sessions", Session("2020-10-12", 9)).Json();
        card = await http.Assigned(other, centre, Asks(7, "Psychologist"));
        await http.Act(card, "sessions", new { on = "2030-01-20" }).Json();

        async Task Lists(string address, string query, int rows) =>
            (await http.GetJson($"{address}?{query}")).GetProperty("total").GetInt32().ShouldBe(rows, query);
        const string Sessions = "/api/v1/support/sessions";
        await Lists(Sessions, "", 2);
        await Lists(Sessions, "held=true", 1);
        await Lists(Sessions, "specialist=Psychologist", 1);
        await Lists(Sessions, $"school={school.Id}", 1);
        await Lists(Sessions, $"organisation={centre.Id}&municipality={place.Code}", 2);
        await Lists(Sessions, "from=2020-10-12&to=2020-10-12", 1);
        await Lists(Requests, "state=InWork", 1);
        await Lists(Requests, "state=InWork&state=Assigned", 2);
        await Lists(Requests, "state=Requested", 0);
        await Lists(Requests, $"organisation={centre.Id}&specialist=Psychologist", 1);
        await Lists(Requests, "from=2020-09-22", 0);
        (await Sheet(http, $"{Requests}/file?specialist=Psychologist")).ShouldSatisfyAllConditions(
            s => s.ShouldContain("СОШ № 5"),
            s => s.ShouldContain("педагог-психолог"),
            s => s.ShouldNotContain("учитель-логопед")
        );
        (await Sheet(http, $"{Sessions}/file?held=true")).ShouldContain("12.10.2020");
    }

    private static IEnumerable<int> Children(JsonElement overview, string by) =>
        overview.GetProperty(by).EnumerateArray().Select(r => r.GetProperty("load").GetProperty("children").GetInt32());

    private static async Task<string> Sheet(HttpClient http, string address)
    {
        await using var file = await http.GetStreamAsync(address, Cancel);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Cancel);
        using var zip = new ZipArchive(copy);
        using var text = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await text.ReadToEndAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
