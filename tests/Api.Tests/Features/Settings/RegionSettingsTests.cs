using System.Net;
using System.Net.Http.Headers;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;

namespace Opora.Api.Tests.Features.Settings;

public sealed class RegionSettingsTests(ApiFactory api)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2];

    [Fact]
    public async Task Sets_names_time_zone_year_thresholds_and_letters()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var address = $"/api/v1/regions/{given.RegionCode}/settings";
        (await http.GetJson(address)).GetProperty("leastPupils").GetInt32().ShouldBe(5);

        var set = await http.PutJson(address, Settings("2019/2020"), version: 1).Json();
        set.GetProperty("lowResultsLabel").GetString().ShouldBe("ШНРО");
        set.GetProperty("currentSchoolYear").GetString().ShouldBe("2019/2020");
        set.GetProperty("leastPupils").GetInt32().ShouldBe(10);
        var own = (await http.GetJson("/api/v1/me")).GetProperty("region");
        own.GetProperty("lowResultsLabel").GetString().ShouldBe("ШНРО");
        own.GetProperty("schoolYear").GetString().ShouldBe("2019/2020");
        await http.PutJson(address, Settings(null), version: 1).AssertProblem(412, "version-mismatch");
        (await http.PutJson(address, Settings(null), version: 2).Json())
            .GetProperty("currentSchoolYear")
            .GetString()
            .ShouldNotBeNull()
            .ShouldMatch("^20[0-9]{2}/20[0-9]{2}$");
    }

    [Theory]
    [InlineData("leastPupils", 4, "/leastPupils")]
    [InlineData("timeZone", "Луна/Море", "/timeZone")]
    [InlineData("mailReplyTo", "не адрес", "/mailReplyTo")]
    [InlineData("mailSenderName", "Имя\r\nBcc: a@b.c", "/mailSenderName")]
    public async Task Refuses_what_cannot_be_set(string field, object value, string pointer)
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var body = Settings(null);
        body[field] = value;
        var problem = await http.PutJson($"/api/v1/regions/{given.RegionCode}/settings", body, version: 1).AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Fact]
    public async Task Half_a_year_is_no_school_year()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        await http.PutJson($"/api/v1/regions/{given.RegionCode}/settings", Settings("2019"), version: 1)
            .AssertProblem(409, "school-year-expected");
    }

    [Fact]
    public async Task A_raised_threshold_holds_for_cards_pulls_and_kept_figures_at_once()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2019, 60, participants: 8), school.In(2020, 70, participants: 8));
        using var http = await given.Operator();
        using var integration = await given.Machine(Role.Integration);
        const string Dynamics = "/api/v1/dynamics?assessment=EGE&subject=russian&grade=11&year=2020&base=comparable&groupBy=region";

        async Task<(bool Small, bool Suppressed, int Withheld)> Seen() =>
            (
                (await http.GetJson($"/api/v1/schools/{school.Id}/results"))
                    .GetProperty("series")[0]
                    .GetProperty("points")[1]
                    .GetProperty("small")
                    .GetBoolean(),
                (await integration.GetJson("/api/v1/exam-results")).GetProperty("items")[0].GetProperty("suppressed").GetBoolean(),
                (await integration.GetJson(Dynamics)).GetProperty("groups")[0].GetProperty("withheld").GetInt32()
            );

        (await Seen()).ShouldBe((false, false, 0));
        await http.PutJson($"/api/v1/regions/{given.RegionCode}/settings", Settings(null), version: 1).Json();
        (await Seen()).ShouldBe((true, true, 1));
    }

    [Fact]
    public async Task Another_region_is_not_found()
    {
        var given = await Given.Region(api);
        using var stranger = await (await Given.Region(api)).Operator();
        var address = $"/api/v1/regions/{given.RegionCode}";
        await stranger.GetAsync($"{address}/settings", Cancel).AssertProblem(404, "not-found");
        await stranger.PutJson($"{address}/settings", Settings(null), version: 1).AssertProblem(404, "not-found");
        await Put(stranger, $"{address}/logo", Png).AssertProblem(404, "not-found");
        await stranger.GetAsync($"{address}/logo", Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Everybody_in_the_region_sees_the_logo()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var address = $"/api/v1/regions/{given.RegionCode}/logo";
        (await http.GetAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Put(http, address, Png)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var observer = await given.Observer();
        using var seen = await observer.GetAsync(address, Cancel);
        seen.Content.Headers.ContentType?.MediaType.ShouldBe("image/png");
        (await seen.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(Png);
        (await http.DeleteAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.GetAsync(address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await http.DeleteAsync(address, Cancel).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task What_is_no_image_or_too_large_is_no_logo()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var address = $"/api/v1/regions/{given.RegionCode}/logo";
        await Put(http, address, "<svg onload='alert(1)'/>"u8.ToArray()).AssertProblem(409, "logo-not-an-image");
        await Put(http, address, [.. Png, .. new byte[300 * 1024]]).AssertProblem(409, "logo-too-large");
        await Put(http, address, Png, "text/html").AssertProblem(415, "media-type");
    }

    private static Dictionary<string, object?> Settings(string? schoolYear) =>
        new()
        {
            ["name"] = "Регион испытаний",
            ["timeZone"] = "Asia/Yekaterinburg",
            ["lowResultsLabel"] = "ШНРО",
            ["adverseConditionsLabel"] = "ШФНСУ",
            ["leastPupils"] = 10,
            ["leastSchools"] = 4,
            ["requiresSecondFactor"] = false,
            ["schoolYear"] = schoolYear,
            ["mailSenderName"] = "Оператор",
            ["mailReplyTo"] = "info@example.org",
        };

    private static async Task<HttpResponseMessage> Put(HttpClient http, string address, byte[] image, string type = "image/png")
    {
        using var content = new ByteArrayContent(image) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await http.PutAsync(address, content, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
