using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Schools;

public sealed class GetSchoolHistoryTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_who_changed_what_and_why_newest_first()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var me = await http.GetJson("/api/v1/me");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await http.PutJson(
                $"/api/v1/schools/{school.Id}",
                new
                {
                    name = school.Name,
                    kind = "Secondary",
                    locality = "Rural",
                    pupils = 700,
                    teachers = 45,
                },
                version: 1
            )
            .Json();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        await http.PostJson($"/api/v1/schools/{school.Id}/close", new { closedOn = "2021-08-31", reason = "Ликвидация" }, version: 2)
            .Json();

        var history = await http.GetJson($"/api/v1/schools/{school.Id}/history");
        history.GetProperty("total").GetInt32().ShouldBe(3);
        var (closed, revised, made) = (history.GetProperty("items")[0], history.GetProperty("items")[1], history.GetProperty("items")[2]);
        closed.GetProperty("action").GetString().ShouldBe("closed");
        closed.GetProperty("reason").GetString().ShouldBe("Ликвидация");
        closed.GetProperty("by").GetProperty("kind").GetString().ShouldBe("person");
        closed.GetProperty("by").GetProperty("name").GetString().ShouldBe(me.GetProperty("displayName").GetString());
        var change = revised.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        (change.GetProperty("field").GetString(), change.GetProperty("from").GetString(), change.GetProperty("to").GetString()).ShouldBe(
            ("locality", "Urban", "Rural")
        );
        made.GetProperty("by").GetProperty("kind").GetString().ShouldBe("system");

        (await http.GetJson($"/api/v1/schools/{school.Id}/history?sort=at"))
            .GetProperty("items")[0]
            .GetProperty("action")
            .GetString()
            .ShouldBe("created");
    }

    [Fact]
    public async Task Keeps_names_of_people_from_observers()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        using (var http = await given.Operator())
            await http.PostJson($"/api/v1/schools/{school.Id}/close", new { closedOn = "2021-08-31", reason = "Ликвидация" }, version: 1)
                .Json();

        async Task<string?> NameSeenBy(Task<HttpClient> caller)
        {
            using var http = await caller;
            var by = (await http.GetJson($"/api/v1/schools/{school.Id}/history")).GetProperty("items")[0].GetProperty("by");
            by.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);
            return by.GetProperty("name").GetString();
        }

        (await NameSeenBy(given.Coordinator(place))).ShouldNotBeNull();
        (await NameSeenBy(given.SchoolPerson(school))).ShouldNotBeNull();
        (await NameSeenBy(given.Observer())).ShouldBeNull();
        using var machine = await given.Machine(Role.Integration);
        await machine
            .GetAsync($"/api/v1/schools/{school.Id}/history", TestContext.Current.CancellationToken)
            .AssertProblem(403, "forbidden");
    }
}
