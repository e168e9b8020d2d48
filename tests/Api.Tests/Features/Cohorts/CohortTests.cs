using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Identification;

namespace Opora.Api.Tests.Features.Cohorts;

public sealed class CohortTests(ApiFactory api)
{
    private static object Body(string period = "2019", string number = "пол-247/19") =>
        new
        {
            period,
            name = "Школы с низкими результатами",
            orderNumber = number,
            orderDate = "2019-02-18",
        };

    private static object Member(Guid school, string category = "LowResults", string on = "2019-02-18") =>
        new
        {
            schoolId = school,
            category,
            enteredOn = on,
            reason = "Результаты ГИА",
        };

    [Fact]
    public async Task Keeps_a_list_from_its_order_to_an_exit()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (first, second) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        using var http = await given.Operator();

        using var made = await http.PostJson("/api/v1/cohorts", Body("2018/2019"));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        made.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var url = made.Headers.Location!.ToString();
        (await http.GetJson(url)).GetProperty("resultsYear").GetInt32().ShouldBe(2019);

        await http.PostJson(url + "/members", Member(first.Id), version: 1).Json();
        var two = await http.PostJson(url + "/members", Member(second.Id, "Both"), version: 2).Json();
        two.GetProperty("members").GetInt32().ShouldBe(2);
        two.GetProperty("byCategory").GetProperty("Both").GetInt32().ShouldBe(1);
        two.GetProperty("version").GetInt32().ShouldBe(3);
        await http.PostJson(url + "/members", Member(first.Id), version: 3).AssertProblem(409, "already-a-member");

        await http.PostJson($"{url}/members/{first.Id}/exit", new { leftOn = "2019-01-01", reason = "Рано" }, version: 3)
            .AssertProblem(409, "left-before-entry");
        var after = await http.PostJson($"{url}/members/{first.Id}/exit", new { leftOn = "2019-12-31", reason = "Результаты выросли" }, 3)
            .Json();
        (after.GetProperty("members").GetInt32(), after.GetProperty("left").GetInt32()).ShouldBe((2, 1));
        var member = (await http.GetJson(url + "/members?search=" + Uri.EscapeDataString("сош 1"))).GetProperty("items")[0];
        member.GetProperty("exitReason").GetString().ShouldBe("Результаты выросли");
        member.GetProperty("leftOn").GetString().ShouldBe("2019-12-31");

        await http.PostJson(url + "/members", Member(first.Id, on: "2020-01-15"), version: 4).Json();
        (await http.GetJson(url)).GetProperty("left").GetInt32().ShouldBe(0, "readmitted");
    }

    [Fact]
    public async Task One_list_a_region_and_results_year()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        await http.PostJson("/api/v1/cohorts", Body("2019")).Json(HttpStatusCode.Created);

        var problem = await http.PostJson("/api/v1/cohorts", Body("2018/2019")).AssertProblem(409, "duplicate");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/period");
        using var elsewhere = await (await Given.Region(api)).Operator();
        await elsewhere.PostJson("/api/v1/cohorts", Body("2019")).Json(HttpStatusCode.Created);
        (await http.GetJson("/api/v1/cohorts")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Corrects_the_order_and_a_school()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var cohort = await given.Cohort("2019", (school, SupportCategory.LowResults));
        using var http = await given.Operator();
        var url = "/api/v1/cohorts/" + cohort.Id;

        var revised = await http.PutJson(
                url,
                new
                {
                    name = "Перечень",
                    orderNumber = "под-160/20",
                    orderDate = "2020-02-03",
                },
                version: 1
            )
            .Json();
        revised.GetProperty("orderNumber").GetString().ShouldBe("под-160/20");
        var changed = await http.PutJson(
                $"{url}/members/{school.Id}",
                new { category = "AdverseConditions", enteredOn = "2019-03-01" },
                version: 2
            )
            .Json();
        changed.GetProperty("byCategory").GetProperty("AdverseConditions").GetInt32().ShouldBe(1);

        await http.PutJson(
                url,
                new
                {
                    name = "x",
                    orderNumber = "1",
                    orderDate = "2020-02-03",
                },
                version: 1
            )
            .AssertProblem(412, "version-mismatch");
        await http.PutJson($"{url}/members/{school.Id}", new { category = "Both", enteredOn = "2019-03-01" }, version: 2)
            .AssertProblem(412, "version-mismatch");
        await http.PutJson(
                url,
                new
                {
                    name = "x",
                    orderNumber = "1",
                    orderDate = "2020-02-03",
                }
            )
            .AssertProblem(428, "version-required");
    }

    [Fact]
    public async Task Strikes_out_a_school_put_on_by_mistake_and_tells_of_it()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (mistaken, right) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        var cohort = await given.Cohort("2019", (mistaken, SupportCategory.LowResults), (right, SupportCategory.Both));
        using var http = await given.Operator();
        var address = $"/api/v1/cohorts/{cohort.Id}/members/{mistaken.Id}";
        Task<HttpResponseMessage> Remove(int? version) => http.Send(HttpMethod.Delete, address, null, version);

        await Remove(null).AssertProblem(428, "version-required");
        await Remove(9).AssertProblem(412, "version-mismatch");
        var after = await Remove(1).Json();
        (after.GetProperty("members").GetInt32(), after.GetProperty("left").GetInt32()).ShouldBe((1, 0));
        after.GetProperty("version").GetInt32().ShouldBe(2);
        var members = (await http.GetJson($"/api/v1/cohorts/{cohort.Id}/members")).GetProperty("items").EnumerateArray();
        members.Single().GetProperty("school").GetProperty("id").GetGuid().ShouldBe(right.Id);
        await Remove(2).AssertProblem(404, "not-found");

        var told = (await http.GetJson($"/api/v1/schools/{mistaken.Id}/history")).GetProperty("items")[0];
        told.GetProperty("action").GetString().ShouldBe("removed");
        told.GetProperty("reason").GetString().ShouldBe("Внесена по ошибке");
        // It may be put on again.
        await http.PostJson($"/api/v1/cohorts/{cohort.Id}/members", Member(mistaken.Id), version: 2).Json();
    }

    [Fact]
    public async Task Each_role_sees_its_own_schools_and_only_the_operator_changes()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (mine, foreign) = (await given.School(own), await given.School(other));
        var cohort = await given.Cohort("2019", (mine, SupportCategory.LowResults), (foreign, SupportCategory.Both));
        var url = "/api/v1/cohorts/" + cohort.Id;

        async Task<int> Seen(Task<HttpClient> caller)
        {
            using var http = await caller;
            await http.PostJson("/api/v1/cohorts", Body("2021")).AssertProblem(403, "forbidden");
            await http.PostJson($"{url}/members/{mine.Id}/exit", new { leftOn = "2020-01-01", reason = "x" }, 1)
                .AssertProblem(403, "forbidden");
            (await http.GetJson(url)).GetProperty("members").GetInt32().ShouldBe(await Total(http));
            return await Total(http);
        }

        async Task<int> Total(HttpClient http) => (await http.GetJson(url + "/members")).GetProperty("total").GetInt32();

        (await Seen(given.Observer())).ShouldBe(2);
        (await Seen(given.Coordinator(own))).ShouldBe(1);
        (await Seen(given.SchoolPerson(foreign))).ShouldBe(1);
        using var machine = await given.Machine(Role.Integration);
        await machine.GetAsync(url, TestContext.Current.CancellationToken).AssertProblem(403, "forbidden");

        var elsewhere = await Given.Region(api);
        using var stranger = await elsewhere.Operator();
        await stranger.GetAsync(url, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await stranger.GetAsync(url + "/members", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await stranger.PostJson(url + "/members", Member(mine.Id), version: 1).AssertProblem(404, "not-found");
        var ownList = await elsewhere.Cohort("2019");
        await stranger.PostJson($"/api/v1/cohorts/{ownList.Id}/members", Member(mine.Id), version: 1).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Lists_its_schools_by_page_category_and_order()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var members = new List<(Domain.Places.School, SupportCategory)>();
        for (var i = 1; i <= 12; i++)
            members.Add((await given.School(place, $"СОШ № {i}"), (SupportCategory)(i % 3)));
        var cohort = await given.Cohort("2019", members);
        using var http = await given.Operator();
        var url = $"/api/v1/cohorts/{cohort.Id}/members";

        static IEnumerable<string?> Names(JsonElement page) =>
            page.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("school").GetProperty("name").GetString());
        Names(await http.GetJson(url + "?pageSize=2&page=2&sort=-name")).ShouldBe(["СОШ № 10", "СОШ № 9"]);
        (await http.GetJson(url + "?category=LowResults")).GetProperty("total").GetInt32().ShouldBe(8, "with those in both");
        await http.GetAsync(url + "?pageSize=201", TestContext.Current.CancellationToken).AssertProblem(400, "validation");

        using var counted = new StatementCount(api, http);
        await http.GetJson(url + "?pageSize=200");
        counted.Count.ShouldBe(4, string.Join("\n\n", counted.Statements));
    }

    [Theory]
    [InlineData("""{"period":"2019-Q1","name":"x","orderNumber":"1","orderDate":"2019-01-01"}""", "/period")]
    [InlineData("""{"period":"2019","name":" ","orderNumber":"1","orderDate":"2019-01-01"}""", "/name")]
    [InlineData("""{"period":"2019","name":"x","orderNumber":"","orderDate":"2019-01-01"}""", "/orderNumber")]
    [InlineData("""{"period":"2019","name":"x","orderNumber":"1","orderDate":"0019-01-01"}""", "/orderDate")]
    public async Task Names_the_wrong_field(string body, string pointer)
    {
        using var http = await (await Given.Region(api)).Operator();

        var problem = await http.PostJson("/api/v1/cohorts", JsonSerializer.Deserialize<JsonElement>(body))
            .AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }
}
