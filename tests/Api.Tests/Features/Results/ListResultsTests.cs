using System.Net.Http.Headers;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Results;

public sealed class ListResultsTests(ApiFactory api)
{
    private const string Address = "/api/v1/exam-results";

    [Theory]
    [InlineData("application/json", 16)]
    [InlineData("application/json", 37)]
    [InlineData("text/csv", 17)]
    [InlineData("application/x-ndjson", 101)]
    public async Task Pages_are_the_whole_set_once_in_every_format(string format, int limit)
    {
        var given = await Given.Region(api);
        var expected = await Many(given);
        using var http = await given.Operator();

        var seen = new List<string>();
        for (var next = $"{Address}?limit={limit}"; next is not null; )
        {
            var (ids, link) = await Page(http, next, format);
            ids.Count.ShouldBeLessThanOrEqualTo(limit);
            seen.AddRange(ids);
            next = link;
        }
        seen.Count.ShouldBe(expected.Count);
        seen.ShouldBe(seen.Distinct());
        seen.ShouldBe(expected.Select(r => r.Id.ToString()), ignoreOrder: true);
    }

    [Fact]
    public async Task Filters_narrow_and_a_cursor_is_good_for_its_filters_only()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, outside) = (await given.School(place), await given.School(other, "СОШ № 9"));
        await given.Results(
            school.In(2018, 60),
            school.In(2019, 61),
            school.In(2019, 62, subject: "physics"),
            school.InVpr(2019, "russian", 5, 3.5m),
            outside.In(2019, 70)
        );
        var cohort = await given.Cohort("2019", (school, SupportCategory.Both));
        using var http = await given.Operator();

        async Task<int> Count(string query) => (await http.GetJson($"{Address}?{query}")).GetProperty("items").GetArrayLength();
        (await Count("year=2019")).ShouldBe(4);
        (await Count("schoolCode=" + school.Code)).ShouldBe(4);
        (await Count($"place={other.Code}")).ShouldBe(0);
        (await Count($"place={other.Code}&descendants=true")).ShouldBe(1);
        (await Count($"place={given.RegionCode}&descendants=true&assessment=EGE&subject=russian&year=2019")).ShouldBe(2);
        (await Count("assessment=VPR&grade=5")).ShouldBe(1);
        (await Count("category=LowResults")).ShouldBe(3);
        (await Count($"cohort={cohort.Id}")).ShouldBe(4);
        await http.GetAsync($"{Address}?cohort={Guid.NewGuid()}", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");

        var (_, next) = await Page(http, $"{Address}?year=2019&limit=2", "application/json");
        (await Page(http, next!, "application/json")).Ids.Count.ShouldBe(2);
        foreach (var wrong in new[] { next!.Replace("2019", "2018"), Address + "?cursor=abc", Address + "?cursor=%20", next + "x" })
        {
            var problem = await http.GetAsync(wrong, TestContext.Current.CancellationToken).AssertProblem(400, "validation");
            problem.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("cursor-invalid");
        }
        await http.GetAsync(Address + "?limit=5001", TestContext.Current.CancellationToken).AssertProblem(400, "validation");
        await http.GetAsync(Address + "?limit=0", TestContext.Current.CancellationToken).AssertProblem(400, "validation");

        using var coordinator = await given.Coordinator(place);
        (await coordinator.GetJson(Address)).GetProperty("items").GetArrayLength().ShouldBe(4);
        foreach (var query in new[] { "place=" + other.Code, "schoolCode=" + outside.Code, "schoolCode=000" })
            await coordinator.GetAsync($"{Address}?{query}", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Published_results_come_first_and_a_place_alone_gives_its_own()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        await given.Results(school.In(2019, 61), school.In(2018, 60));
        await given.InRegion(db =>
        {
            db.AddRange(
                given.Published(given.RegionCode, null, 2018, 64_000),
                given.Published(given.RegionCode, null, 2019, 65_000),
                given.Published(place.Code, place.Code, 2019, 63_000)
            );
            return db.SaveChangesAsync();
        });
        using var http = await given.Machine(Role.Integration);

        async Task<string[]> Rows(string query) =>
            [
                .. (await http.GetJson($"{Address}?{query}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(r =>
                        $"{r.GetProperty("placeCode").GetString() ?? r.GetProperty("schoolCode").GetString()} {r.GetProperty("year")} {r.GetProperty("mean")}"
                    ),
            ];
        string[] own = [$"{given.RegionCode} 2018 64", $"{given.RegionCode} 2019 65"];
        var municipality = $"{place.Code} 2019 63";
        string[] schools = [$"{school.Code} 2018 60", $"{school.Code} 2019 61"];
        (await Rows("place=" + given.RegionCode)).ShouldBe(own);
        (await Rows("place=" + place.Code)).ShouldBe([municipality]);
        (await Rows($"place={place.Code}&descendants=true")).ShouldBe([municipality, .. schools]);
        (await Rows($"place={given.RegionCode}&descendants=true")).ShouldBe([.. own, municipality, .. schools], ignoreOrder: true);
        (await Rows("schoolCode=" + school.Code)).ShouldBe(schools);
        var whole = await Rows("");

        var seen = new List<string>();
        for (var next = Address + "?limit=1"; next is not null; )
        {
            var (ids, link) = await Page(http, next, "application/json");
            seen.AddRange(ids);
            next = link;
        }
        seen.Count.ShouldBe(whole.Length);
        seen.ShouldBe(seen.Distinct());

        var history = await http.GetJson($"{Address}/{seen[0]}/history");
        history.GetProperty("items")[0].GetProperty("suppressed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_over_few_pupils_is_withheld_from_third_parties_in_every_format()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        var few = new ResultValues(null, null, null, MarksForm.Counts, 1, 1, 1, 1);
        await given.Results(
            school.In(2019, 61.125m),
            school.In(2019, 62.125m, participants: 4, subject: "physics"),
            school.In(2019, 63.125m, participants: null, subject: "chemistry"),
            school.In(2019, null, assessment: Assessment.VPR, grade: 5, values: few)
        );
        using var inside = await given.Machine(Role.MunicipalSystem, place);
        using var outside = await given.Machine(Role.Integration);

        var open = (await inside.GetJson(Address)).GetProperty("items").EnumerateArray().ToList();
        open.ShouldAllBe(r => !r.GetProperty("suppressed").GetBoolean() && r.GetProperty("mean").ValueKind == JsonValueKind.Number);
        open.Count(r => r.GetProperty("small").GetBoolean()).ShouldBe(2);

        var items = (await outside.GetJson(Address)).GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(4);
        foreach (var withheld in items.Where(r => r.GetProperty("suppressed").GetBoolean()))
        foreach (var name in new[] { "participants", "mean", "belowThreshold", "marks", "marksPercent" })
            withheld.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null);
        items.Single(r => !r.GetProperty("suppressed").GetBoolean()).GetProperty("mean").GetDecimal().ShouldBe(61.125m);
        foreach (var format in new[] { "text/csv", "application/x-ndjson" })
        {
            var text = await Text(outside, Address, format);
            text.ShouldContain("61.125");
            text.ShouldNotContain("62.125");
            text.ShouldNotContain("63.125");
        }
        foreach (var row in items.Where(r => r.GetProperty("suppressed").GetBoolean()))
        {
            var history = await outside.GetJson($"{Address}/{row.GetProperty("id").GetString()}/history");
            history.GetProperty("items")[0].GetProperty("suppressed").GetBoolean().ShouldBeTrue();
            history.GetProperty("items")[0].GetProperty("mean").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task History_tells_former_values_with_their_import_and_sender()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Machine(Role.MunicipalSystem, place);
        var first = await http.PostBatch("", school.Item()).Json();
        var second = await http.PostBatch("", school.Item(("mean", 72.2m))).Json();
        var id = (await http.GetJson(Address)).GetProperty("items")[0].GetProperty("id").GetString();

        var states = (await http.GetJson($"{Address}/{id}/history")).GetProperty("items");
        states.EnumerateArray().Select(s => s.GetProperty("mean").GetDecimal()).ShouldBe([72.2m, 71.1m]);
        states[0].GetProperty("importId").GetString().ShouldBe(second.GetProperty("importId").GetString());
        states[1].GetProperty("importId").GetString().ShouldBe(first.GetProperty("importId").GetString());
        states[1].GetProperty("replacedByImportId").GetString().ShouldBe(second.GetProperty("importId").GetString());
        states[0].GetProperty("byKind").GetString().ShouldBe("Client");
        states[0].GetProperty("byId").ValueKind.ShouldBe(JsonValueKind.String);

        using var elsewhere = await (await Given.Region(api)).Operator();
        await elsewhere.GetAsync($"{Address}/{id}/history", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Subjects_are_told_with_their_assessments()
    {
        using var http = await (await Given.Region(api)).Machine(Role.Integration);
        var subjects = (await http.GetJson("/api/v1/subjects")).EnumerateArray().ToList();
        subjects.Count.ShouldBe(Subject.All.Count);
        subjects[0].GetProperty("code").GetString().ShouldBe("russian");
        subjects[0].GetProperty("assessments")[0].GetString().ShouldBe("EGE");
    }

    private static async Task<List<ExamResult>> Many(Given given)
    {
        var place = await given.Municipality();
        // More than are read at once.
        var schools = new List<School>();
        for (var number = 1; number <= 18; number++)
            schools.Add(await given.School(place, $"СОШ № {number}"));
        List<ExamResult> results =
        [
            .. from school in schools
            from year in new[] { 2018, 2019 }
            from subject in new[] { "russian", "physics" }
            from grade in new[] { 5, 6 }
            from sitting in new[] { "", "весна" }
            select school.In(year, 4, 20, Assessment.VPR, subject, grade, sitting),
            .. schools.Select(s => s.In(2018, 70)),
        ];
        await given.Results(results);
        return results;
    }

    private static async Task<(List<string> Ids, string? Next)> Page(HttpClient http, string address, string format)
    {
        using var response = await Get(http, address, format);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var link = response.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
        link?.ShouldEndWith("; rel=\"next\"");
        return (IdsIn(text, format), link?[1..link.IndexOf('>', StringComparison.Ordinal)]);
    }

    private static List<string> IdsIn(string text, string format) =>
        format switch
        {
            "text/csv" => [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0])],
            "application/x-ndjson" =>
            [
                .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => IdOf(JsonSerializer.Deserialize<JsonElement>(l))),
            ],
            _ => [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty("items").EnumerateArray().Select(IdOf)],
        };

    private static string IdOf(JsonElement row) => row.GetProperty("id").GetString()!;

    private static async Task<string> Text(HttpClient http, string address, string format)
    {
        using var response = await Get(http, address, format);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient http, string address, string format)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(format));
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.ShouldBe(format);
        return response;
    }
}
