using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;
using Opora.Persistence.Rollups;

namespace Opora.Api.Tests.Features.Indicators.Panels;

public sealed class IndicatorRefresherTests(ApiFactory api)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task Ready(Given given, WebApplicationFactory<Program> instance) =>
        given.InRegion(db =>
            instance.Services.GetRequiredService<IndicatorRefresher>().Ready(db, new IndicatorRange([given.RegionCode]), Cancel)
        );

    private static async Task<List<IndicatorRollup>> Rollups(Given given, Indicator indicator)
    {
        List<IndicatorRollup> rollups = [];
        await given.InRegion(async db =>
        {
            rollups = await db.IndicatorRollups.AsNoTracking().Where(r => r.IndicatorId == indicator.Id).ToListAsync(Cancel);
            (await db.DirtyIndicators.CountAsync(n => n.RegionCode == given.RegionCode, Cancel)).ShouldBe(0);
        });
        return rollups;
    }

    private async Task<List<IndicatorRollup>> Refreshed(Given given, Indicator indicator)
    {
        await Ready(given, api);
        return await Rollups(given, indicator);
    }

    [Fact]
    public async Task What_a_stopped_instance_left_is_made_up_for_in_the_background()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var (_, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (school, Measure.Share(3, 10)));
        await given.Targets(indicators[0], GivenPanels.Year, (school, 40));

        await api.Services.GetRequiredService<IndicatorRefresher>().RefreshAll(Cancel);

        var rollup = (await Rollups(given, indicators[0])).ShouldHaveSingleItem();
        (rollup.Numerators, rollup.Denominators, rollup.Missed, rollup.MunicipalityCode).ShouldBe((3, 10, 1, school.MunicipalityCode));
    }

    [Fact]
    public async Task Figures_follow_a_change_and_a_value_that_is_taken_away()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (first, second) = (await given.School(place), await given.School(place));
        var (_, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (first, Measure.Share(3, 10)), (second, Measure.Share(1, 10)));
        (await Refreshed(given, indicators[0])).ShouldHaveSingleItem().Numerators.ShouldBe(4);

        await given.InRegion(async db =>
        {
            var values = await db.IndicatorValues.Where(v => v.IndicatorId == indicators[0].Id).ToListAsync(Cancel);
            var at = new DateTime(2020, 2, 1, 0, 0, 0, DateTimeKind.Utc);
            db.Change(values.Single(v => v.SchoolId == first.Id), new ValueRecord(Measure.Share(9, 10), ValueOrigin.Entered, at, null));
            db.Clear(values.Single(v => v.SchoolId == second.Id), at, byId: null);
            await db.SaveChangesAsync(Cancel);
        });
        var rollup = (await Refreshed(given, indicators[0])).ShouldHaveSingleItem();
        (rollup.Numerators, rollup.Denominators, rollup.Schools).ShouldBe((9, 10, 1));
    }

    [Fact]
    public async Task A_list_that_comes_while_figures_are_first_computed_has_them_computed_again()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var (_, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (school, Measure.Share(3, 10)));
        await given.InRegion(async db =>
        {
            await db.MarkCohort(given.RegionCode, 2019, Cancel);
            db.DirtyIndicators.Local.ShouldHaveSingleItem().IndicatorId.ShouldBe(indicators[0].Id);
        });
    }

    [Fact]
    public async Task A_list_a_move_and_the_limit_of_small_groups_change_the_figures()
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(here);
        var (_, indicators) = await given.Watched(m => m);
        await given.Values(indicators[0], (school, Measure.Share(3, 10)));
        (await Refreshed(given, indicators[0])).Select(r => r.Category).ShouldBe([IndicatorRollup.AllSchools]);

        await given.Cohort("2019", (school, SupportCategory.Both));
        (await Refreshed(given, indicators[0])).Select(r => r.Category).Order().ShouldBe([IndicatorRollup.AllSchools, "Both"]);

        await given.Move(school, there, new DateOnly(2019, 3, 1));
        (await Refreshed(given, indicators[0])).ShouldAllBe(r => r.MunicipalityCode == there.Code);

        (await Refreshed(given, indicators[0])).ShouldAllBe(r => !r.Small);
        using var http = await given.Operator();
        await http.PutJson(
                $"/api/v1/regions/{given.RegionCode}/settings",
                new
                {
                    name = "Регион",
                    timeZone = "Europe/Moscow",
                    lowResultsLabel = "ШНОР",
                    adverseConditionsLabel = "ШНСУ",
                    schoolYear = (string?)null,
                    leastPupils = 11,
                    leastSchools = 3,
                    requiresSecondFactor = false,
                    mailSenderName = (string?)null,
                    mailReplyTo = (string?)null,
                },
                version: 1
            )
            .Json();
        (await Refreshed(given, indicators[0])).ShouldAllBe(r => r.Small);
    }

    [Fact]
    public async Task Two_instances_that_refresh_while_values_arrive_agree_in_the_end()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new List<School>();
        for (var i = 0; i < 12; i++)
            schools.Add(await given.School(place));
        var (_, indicators) = await given.Watched(m => m);
        await using var second = api.WithWebHostBuilder(_ => { });
        using var written = new CancellationTokenSource();

        // On threads of their own: SQLite answers at once, so that a loop alone would never let the others begin.
        Task Read(WebApplicationFactory<Program> instance) =>
            Task.Run(
                async () =>
                {
                    do await Ready(given, instance);
                    while (!written.IsCancellationRequested);
                },
                Cancel
            );

        async Task Write()
        {
            try
            {
                foreach (var school in schools)
                    await given.Values(indicators[0], (school, Measure.Share(1, 10)));
            }
            finally
            {
                await written.CancelAsync();
            }
        }

        await Task.WhenAll(Read(api), Read(api), Read(second), Read(second), Write());
        var rollup = (await Refreshed(given, indicators[0])).ShouldHaveSingleItem();
        (rollup.Schools, rollup.Numerators, rollup.Denominators).ShouldBe((12, 12, 120));
    }
}
