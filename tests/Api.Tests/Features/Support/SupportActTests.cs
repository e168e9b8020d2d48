using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Support;

/// <summary>Visits and consultations: written down, corrected, struck out, counted.</summary>
public sealed class SupportActTests(ApiFactory api)
{
    private const string Visits = "/api/v1/support-visits";
    private const string Consultations = "/api/v1/consultations";

    [Fact]
    public async Task A_visit_is_written_down_corrected_and_struck_out()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var (centre, _) = await given.Centre(place);
        using var http = await given.Coordinator(place);

        var made = await http.PostJson(Visits, new { schoolId = school.Id, facts = Visit(6, 11, centre.Id) }).Json(HttpStatusCode.Created);
        var address = $"{Visits}/{made.GetProperty("id").GetString()}";
        made.GetProperty("organisation").GetProperty("name").GetString().ShouldBe("МОЦ");
        var revised = await http.PutJson(address, Visit(7, 12), version: 1).Json();
        (revised.GetProperty("lessons").GetInt32(), revised.GetProperty("organisation").ValueKind).ShouldBe((7, JsonValueKind.Null));
        await http.PutJson(address, Visit(8, 12), version: 1).AssertProblem(412, "version-mismatch");
        (await http.GetJson($"{Visits}?from=2020-11-18&to=2020-11-18&school={school.Id}")).GetProperty("total").GetInt32().ShouldBe(1);
        await http.Send(HttpMethod.Delete, address, null, version: 2).Answers(HttpStatusCode.NoContent);
        await http.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Theory]
    [InlineData(-1, 5, "2020-11-18", "/facts/lessons")]
    [InlineData(201, 5, "2020-11-18", "/facts/lessons")]
    [InlineData(5, -1, "2020-11-18", "/facts/teachers")]
    [InlineData(5, 501, "2020-11-18", "/facts/teachers")]
    [InlineData(5, 5, "2001-11-18", "/facts/on")]
    [InlineData(5, 5, "2030-11-18", null)]
    public async Task Refuses_a_visit_that_cannot_be(int lessons, int teachers, string on, string? pointer)
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var facts = new
        {
            on,
            purpose = "Десант",
            lessons,
            teachers,
        };
        var call = http.PostJson(Visits, new { schoolId = school.Id, facts });
        if (pointer is null)
            await call.AssertProblem(409, "date-in-future");
        else
            (await call.AssertProblem(400, "validation")).GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Fact]
    public async Task Visits_and_consultations_are_counted_by_period_and_audience()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Coordinator(place);
        await http.PostJson(Visits, new { schoolId = school.Id, facts = Visit(6, 11) }).Json(HttpStatusCode.Created);
        foreach (var (audience, people) in new[] { ("Teachers", 9), ("Parents", 24), ("Parents", 6), ("School", 2) })
            await http.PostJson(Consultations, new { schoolId = school.Id, facts = Consultation(audience, people) })
                .Json(HttpStatusCode.Created);
        await http.PostJson(Consultations, new { schoolId = school.Id, facts = Consultation("Parents", 0) })
            .AssertProblem(400, "validation");

        (await http.GetJson($"{Consultations}?audience=Parents")).GetProperty("total").GetInt32().ShouldBe(2);
        var sums = await http.GetJson($"/api/v1/support/overview?from=2020-09-01&to=2021-08-31&school={school.Id}");
        new[] { "visits", "lessons", "visitedTeachers", "consultations", "consultedTeachers", "consultedParents", "consultedHeads" }
            .Select(name => sums.GetProperty(name).GetInt32())
            .ShouldBe([1, 6, 11, 4, 9, 30, 2]);
        (await http.GetJson("/api/v1/support/overview?from=2021-09-01")).GetProperty("visits").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_coordinates_the_place_writes_and_an_observer_reads_no_words()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var school = await given.School(place);
        using var http = await given.Coordinator(place);
        var made = await http.PostJson(Consultations, new { schoolId = school.Id, facts = Consultation("Parents", 24) })
            .Json(HttpStatusCode.Created);
        var address = $"{Consultations}/{made.GetProperty("id").GetString()}";
        using var stranger = await given.Coordinator(other);
        using var own = await given.SchoolPerson(school);
        using var observer = await given.Observer();

        await stranger.PutJson(address, Consultation("Parents", 25), version: 1).AssertProblem(404, "not-found");
        await stranger
            .PostJson(Consultations, new { schoolId = school.Id, facts = Consultation("Parents", 24) })
            .AssertProblem(404, "not-found");
        await own.PutJson(address, Consultation("Parents", 25), version: 1).AssertProblem(403, "forbidden");
        (await own.GetJson(address)).GetProperty("theme").GetString().ShouldBe("Подготовка к экзаменам");
        var seen = await observer.GetJson(address);
        (seen.GetProperty("people").GetInt32(), seen.GetProperty("theme").ValueKind).ShouldBe((24, JsonValueKind.Null));
    }

    private static object Visit(int lessons, int teachers, Guid? organisationId = null) =>
        new
        {
            on = "2020-11-18",
            purpose = "Методический десант",
            lessons,
            teachers,
            organisationId,
        };

    private static object Consultation(string audience, int people) =>
        new
        {
            on = "2020-12-03",
            audience,
            people,
            theme = "Подготовка к экзаменам",
        };
}
