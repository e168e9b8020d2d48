using System.Net;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Engines;

namespace Opora.Api.Tests.Features.Schools;

public sealed class MoveSchoolTests(ApiFactory api)
{
    private static object To(Municipality place, string day = "2021-05-20") =>
        new
        {
            municipalityCode = place.Code,
            movedOn = day,
            reason = "Изменение границ",
        };

    [Fact]
    public async Task Access_follows_the_school_and_its_places_are_kept()
    {
        var given = await Given.Region(api);
        var (old, next) = (await given.Municipality("Елабужский район"), await given.Municipality("Агрызский район"));
        var school = await given.School(old);
        var cohort = new Cohort(given.RegionCode, Domain.Period.CalendarYear(2021), new("Перечень 2021", "1", new DateOnly(2021, 2, 1)));
        cohort.Enter(school, SupportCategory.LowResults, new DateOnly(2021, 2, 1), null);
        await given.Save(cohort, ResultOf(school));
        using var http = await given.Operator();
        using var former = await given.Coordinator(old);
        using var present = await given.Coordinator(next);
        var address = $"/api/v1/schools/{school.Id}";
        await present.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");

        var card = await http.PostJson(address + "/move", To(next), version: 1).Json();

        card.GetProperty("municipality").GetProperty("code").GetString().ShouldBe(next.Code);
        var places = card.GetProperty("placements").EnumerateArray().ToList();
        places.Select(p => p.GetProperty("municipality").GetProperty("code").GetString()).ShouldBe([old.Code, next.Code]);
        places[0].GetProperty("to").GetString().ShouldBe("2021-05-20");
        places[1].GetProperty("reason").GetString().ShouldBe("Изменение границ");
        await former.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        (await present.GetJson(address)).GetProperty("cohorts").GetArrayLength().ShouldBe(1);
        (await present.GetJson(address + "/history")).GetProperty("total").GetInt32().ShouldBe(3);
        await given.InRegion(async db =>
        {
            (await db.ExamResults.SingleAsync()).MunicipalityCode.ShouldBe(next.Code);
            (await db.DirtyGroups.CountAsync()).ShouldBeGreaterThan(0, "Figures of the year change their municipality.");
            SchoolRows.TypesOf(db.Model).ShouldContain(typeof(ExamResultRevision));
        });
    }

    [Fact]
    public async Task Refuses_to_move_nowhere_and_to_another_region()
    {
        var given = await Given.Region(api);
        var elsewhere = await (await Given.Region(api)).Municipality();
        var place = await given.Municipality();
        var school = await given.School(place);
        using var http = await given.Operator();

        await http.PostJson($"/api/v1/schools/{school.Id}/move", To(place), version: 1).AssertProblem(409, "move-nowhere");
        await http.PostJson($"/api/v1/schools/{school.Id}/move", To(elsewhere), version: 1).AssertProblem(404, "not-found");
        using var card = await http.GetAsync($"/api/v1/schools/{school.Id}", TestContext.Current.CancellationToken);
        card.Headers.ETag!.Tag.ShouldBe("\"1\"");
        card.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static ExamResult ResultOf(School school) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RegionCode = school.RegionCode,
            MunicipalityCode = school.MunicipalityCode,
            SchoolId = school.Id,
            Year = 2021,
            Assessment = Assessment.EGE,
            Subject = Subject.Russian,
            Grade = 11,
            Participants = 20,
            MeanThousandths = 70_000,
            EffectiveMeanThousandths = 70_000,
            ImportId = Guid.CreateVersion7(),
            RecordedAt = new DateTime(2021, 7, 1, 0, 0, 0, DateTimeKind.Utc),
        };
}
