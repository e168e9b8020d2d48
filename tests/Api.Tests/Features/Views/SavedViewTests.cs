using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Views;

public sealed class SavedViewTests(ApiFactory api)
{
    [Fact]
    public async Task A_private_view_is_nobody_elses()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        using var neighbour = await given.Operator();
        var view = await Save(http, "Сельские", "locality=Rural");

        view.GetProperty("own").GetBoolean().ShouldBeTrue();
        (await Names(http)).ShouldBe(["Сельские"]);
        (await Names(neighbour)).ShouldBeEmpty();
        var address = "/api/v1/saved-views/" + view.GetProperty("id").GetGuid();
        var body = new
        {
            name = "Чужой",
            query = "locality=Urban",
            shared = true,
        };
        await neighbour.PutJson(address, body, 1).AssertProblem(404, "not-found");
        await neighbour.Send(HttpMethod.Delete, address, null, 1).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task A_shared_view_is_read_in_the_region_and_changed_by_its_owner_or_an_operator()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        using var owner = await given.Coordinator(place);
        using var other = await given.Coordinator(place);
        using var operating = await given.Operator();
        using var stranger = await (await Given.Region(api)).Operator();
        var view = await Save(owner, "Сельские", "locality=Rural", shared: true);
        var address = "/api/v1/saved-views/" + view.GetProperty("id").GetGuid();

        (await Names(other)).ShouldBe(["Сельские"]);
        (await Names(stranger)).ShouldBeEmpty();
        var seen = (await other.GetJson("/api/v1/saved-views"))[0];
        (seen.GetProperty("own").GetBoolean(), seen.GetProperty("editable").GetBoolean()).ShouldBe((false, false));
        (await operating.GetJson("/api/v1/saved-views"))[0].GetProperty("editable").GetBoolean().ShouldBeTrue();

        var body = new
        {
            name = "Сёла",
            query = "locality=Rural&state=Open",
            shared = true,
        };
        await other.PutJson(address, body, 1).AssertProblem(409, "view-of-another");
        (await operating.PutJson(address, body, 1).Json()).GetProperty("version").GetInt32().ShouldBe(2);
        await owner.PutJson(address, body, 1).AssertProblem(412, "version-mismatch");
        await other.Send(HttpMethod.Delete, address, null, 2).AssertProblem(409, "view-of-another");
        await owner.Send(HttpMethod.Delete, address, null, 2).Answers(HttpStatusCode.NoContent);
        (await Names(operating)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_stands_once_a_screen()
    {
        using var http = await (await Given.Region(api)).Operator();
        await Save(http, "Сельские", "locality=Rural");

        await http.PostJson("/api/v1/saved-views", Body("Schools", "Сельские", "state=Open")).AssertProblem(409, "duplicate");
        await http.PostJson("/api/v1/saved-views", Body("Dynamics", "Сельские", "year=2020&assessment=EGE")).Json(HttpStatusCode.Created);
        (await http.GetJson("/api/v1/saved-views?screen=Dynamics")).GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("https://example.org/?state=Open")]
    [InlineData("//example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("?state=Open")]
    [InlineData("state=Open&groupBy=category")]
    [InlineData("state=Open&state=Closed")]
    [InlineData("state=Open&page=2")]
    [InlineData("state")]
    [InlineData("state=")]
    [InlineData("search=<script>")]
    [InlineData("search=школа")]
    [InlineData("state=Open#top")]
    public async Task Keeps_only_what_the_screen_knows(string query)
    {
        using var http = await (await Given.Region(api)).Operator();

        await http.PostJson("/api/v1/saved-views", Body("Schools", "Отбор", query)).AssertProblem(409, "view-query-unknown");
        var view = await Save(http, "Верный", "search=%D0%B3%D0%B8%D0%BC&starred=true");
        await http.PutJson(
                "/api/v1/saved-views/" + view.GetProperty("id").GetGuid(),
                new
                {
                    name = "Верный",
                    query,
                    shared = false,
                },
                1
            )
            .AssertProblem(409, "view-query-unknown");
    }

    [Fact]
    public async Task Refuses_a_query_that_is_too_long()
    {
        using var http = await (await Given.Region(api)).Operator();

        await http.PostJson("/api/v1/saved-views", Body("Schools", "Отбор", "search=" + new string('a', 2_000)))
            .AssertProblem(400, "validation");
    }

    private static object Body(string screen, string name, string query, bool shared = false) =>
        new
        {
            screen,
            name,
            query,
            shared,
        };

    private static Task<JsonElement> Save(HttpClient http, string name, string query, bool shared = false) =>
        http.PostJson("/api/v1/saved-views", Body("Schools", name, query, shared)).Json(HttpStatusCode.Created);

    private static async Task<string[]> Names(HttpClient http) =>
        [.. (await http.GetJson("/api/v1/saved-views")).EnumerateArray().Select(v => v.GetProperty("name").GetString()!)];
}
