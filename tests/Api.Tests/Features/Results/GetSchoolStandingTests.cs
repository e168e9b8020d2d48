using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Results;

public sealed class GetSchoolStandingTests(ApiFactory api)
{
    [Fact]
    public async Task Tells_the_list_and_the_newest_main_result_beside_the_published_mean()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var cohort = await given.Cohort("2020", (school, SupportCategory.LowResults));
        await given.Results(
            school.In(2019, 66.4m),
            school.In(2020, 71.2m),
            school.In(2020, 55, subject: Subject.Mathematics),
            school.InVpr(2020, Subject.Russian, 5, 3.4m)
        );
        await given.Save(given.Published(given.RegionCode, null, 2020, 73_900));
        using var http = await given.SchoolPerson(school);

        var standing = await http.GetJson($"/api/v1/schools/{school.Id}/standing");
        standing.GetProperty("list").GetProperty("id").GetGuid().ShouldBe(cohort.Id);
        var work = standing.GetProperty("work");
        work.GetProperty("assessment").GetString().ShouldBe("EGE");
        string[] names = ["before", "mean", "region", "difference"];
        names.Select(n => work.GetProperty(n).GetDecimal()).ShouldBe([66.4m, 71.2m, 73.9m, -2.7m]);
        work.GetProperty("regionPublished").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Tells_only_what_is_known()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, silent) = (await given.School(place), await given.School(place, "СОШ № 8"));
        await given.Results(school.In(2020, 71.2m));
        using var http = await given.SchoolPerson(school);
        using var operating = await given.Operator();

        var work = (await http.GetJson($"/api/v1/schools/{school.Id}/standing")).GetProperty("work");
        work.GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        // One school is no region: its own mean would stand beside it.
        work.GetProperty("region").ValueKind.ShouldBe(JsonValueKind.Null);
        var nothing = await operating.GetJson($"/api/v1/schools/{silent.Id}/standing");
        nothing.GetProperty("list").ValueKind.ShouldBe(JsonValueKind.Null);
        nothing.GetProperty("work").ValueKind.ShouldBe(JsonValueKind.Null);
        await http.GetAsync($"/api/v1/schools/{silent.Id}/standing", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }
}
