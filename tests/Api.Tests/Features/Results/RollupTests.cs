using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence.Rollups;

namespace Opora.Api.Tests.Features.Results;

public sealed class RollupTests(ApiFactory api)
{
    private const string Question = "/api/v1/dynamics?assessment=EGE&subject=russian&grade=11&year=2019";

    /// <summary>The same caller on another instance of the product that shares database and data folder.</summary>
    private static HttpClient On(WebApplicationFactory<Program> instance, HttpClient caller)
    {
        var http = instance.CreateClient();
        http.DefaultRequestHeaders.Authorization = caller.DefaultRequestHeaders.Authorization;
        return http;
    }

    [Fact]
    public async Task Figures_are_the_same_after_a_restart_and_not_computed_again()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2018, 50), school.In(2019, 60));
        using var http = await given.Machine(Role.MunicipalSystem);
        var before = (await http.GetJson(Question)).GetRawText();

        await using var restarted = api.WithWebHostBuilder(_ => { });
        using var again = On(restarted, http);
        using var counted = new StatementCount(restarted.Services, again);
        (await again.GetJson(Question)).GetRawText().ShouldBe(before);
        counted.Statements.ShouldAllBe(s => !s.Contains("exam_results"));
    }

    [Fact]
    public async Task What_a_stopped_instance_left_is_made_up_for_in_the_background()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2018, 50), school.In(2019, 60));

        await api.Services.GetRequiredService<RollupRefresher>().RefreshAll(TestContext.Current.CancellationToken);

        await given.InRegion(async db =>
        {
            (await db.DirtyGroups.CountAsync(g => g.RegionCode == given.RegionCode)).ShouldBe(0);
            (await db.ResultRollups.SingleAsync(r => r.Year == 2019)).Rising.ShouldBe(1);
        });
    }

    /// <summary>A refresh that has begun knows nothing of the list, and nobody sees its figures until it is saved.</summary>
    [Fact]
    public async Task A_list_that_comes_while_figures_are_first_computed_has_them_computed_again()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2018, 50), school.In(2019, 60));
        await given.InRegion(async db =>
        {
            await db.MarkCohort(given.RegionCode, 2019, TestContext.Current.CancellationToken);
            db.DirtyGroups.Local.ShouldHaveSingleItem()
                .Group.ShouldBe(new ResultGroup(given.RegionCode, 2019, Assessment.EGE, Subject.Russian, 11, ""));
        });
    }

    [Fact]
    public async Task A_change_of_the_list_changes_its_figures()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (first, second) = (await given.School(place), await given.School(place));
        await given.Results(first.In(2018, 50), first.In(2019, 60), second.In(2018, 50), second.In(2019, 40));
        var cohort = await given.Cohort("2019", (first, SupportCategory.LowResults));
        using var http = await given.Operator();
        const string Listed = Question + "&base=cohort";
        Figures.Of(await http.GetJson(Listed), given.RegionCode).Share.ShouldBe("1/1");

        await http.PostJson(
                $"/api/v1/cohorts/{cohort.Id}/members",
                new
                {
                    schoolId = second.Id,
                    category = "AdverseConditions",
                    enteredOn = "2019-02-18",
                },
                version: 1
            )
            .Json();
        Figures.Of(await http.GetJson(Listed), given.RegionCode).Share.ShouldBe("1/2");
        Figures.Of(await http.GetJson(Listed + "&category=LowResults"), given.RegionCode).Share.ShouldBe("1/1");

        await http.PutJson(
                $"/api/v1/cohorts/{cohort.Id}/members/{second.Id}",
                new { category = "Both", enteredOn = "2019-02-18" },
                version: 2
            )
            .Json();
        Figures.Of(await http.GetJson(Listed + "&category=LowResults"), given.RegionCode).Share.ShouldBe("1/2");
    }

    [Fact]
    public async Task Two_instances_that_read_while_results_arrive_agree_in_the_end()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new List<School>();
        for (var i = 0; i < 12; i++)
            schools.Add(await given.School(place));
        using var http = await given.Machine(Role.MunicipalSystem);
        await using var second = api.WithWebHostBuilder(_ => { });
        using var other = On(second, http);
        using var written = new CancellationTokenSource();

        async Task Read(HttpClient caller)
        {
            do await caller.GetJson(Question);
            while (!written.IsCancellationRequested);
        }

        async Task Write()
        {
            foreach (var school in schools)
            {
                await given.Results(school.In(2018, 50));
                await given.Results(school.In(2019, 60));
            }
            await written.CancelAsync();
        }

        await Task.WhenAll(Read(http), Read(http), Read(other), Read(other), Write());
        Figures.Of(await http.GetJson(Question), given.RegionCode).ShouldBe(new Figures(12, 0, 0, 0, 0, "12/12"));
        (await other.GetJson(Question)).GetRawText().ShouldBe((await http.GetJson(Question)).GetRawText());
    }
}
