using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Features.Results;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Domain.Places;
using Opora.Persistence.Indicators;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class RecomputationTests(ApiFactory api)
{
    private const string Marks = "marks(VPR, russian, 5, 2, 3)";

    [Fact]
    public async Task Results_that_arrive_become_values_and_a_correction_another_value_with_its_history()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", Marks);
        using var http = await region.Given.Operator();
        await http.PostBatch("", Vpr(region.School, 19, 20, 28, 6)).Json();

        await region.Compute();
        (await region.Value(share, region.School)).ShouldBe(Measure.Share(39, 73));
        var first = (await region.Stored(share, region.School, "2019"))!;
        (first.Origin, first.Version, first.ChangedById).ShouldBe((ValueOrigin.Computed, 1, null));
        first.MunicipalityCode.ShouldBe(region.Place.Code);

        await http.PostBatch("", Vpr(region.School, 10, 20, 28, 6)).Json();
        await region.Compute();
        var second = (await region.Stored(share, region.School, "2019"))!;
        (second.Measure, second.Id, second.Version).ShouldBe((Measure.Share(30, 64), first.Id, 2));
        await region.Given.InRegion(async db =>
        {
            var revision = await db.IndicatorValueRevisions.SingleAsync();
            (revision.Measure, revision.Origin, revision.ReplacedById).ShouldBe((Measure.Share(39, 73), ValueOrigin.Computed, null));
        });
        (await region.Total(share, "2019")).ShouldBe((30, 64));
    }

    [Fact]
    public async Task What_says_the_same_is_not_touched()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", Marks);
        using var http = await region.Given.Operator();
        await http.PostBatch("", Vpr(region.School, 1, 2, 3, 4)).Json();
        await region.Compute();
        var before = (await region.Stored(share, region.School, "2019"))!;

        await http.PostBatch("", region.School.Item(("subject", "physics"), ("mean", 52), ("year", 2019))).Json();
        (await region.Compute()).ShouldBeFalse();
        (await region.Compute()).ShouldBeFalse();

        var after = (await region.Stored(share, region.School, "2019"))!;
        (after.Version, after.ChangedAt).ShouldBe((before.Version, before.ChangedAt));
        await region.Given.InRegion(async db =>
            (await db.FormulaNotes.CountAsync(n => n.RegionCode == region.Given.RegionCode)).ShouldBe(0)
        );
    }

    [Fact]
    public async Task A_value_whose_results_were_taken_back_goes_with_a_revision()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", Marks);
        using var http = await region.Given.Operator();
        var import = (await http.PostBatch("", Vpr(region.School, 1, 2, 3, 4)).Json()).GetProperty("importId").GetGuid();
        await region.Compute();
        (await region.Value(share, region.School)).ShouldNotBeNull();

        (await http.PostJson($"/api/v1/imports/{import}/rollback", new { }, 1)).EnsureSuccessStatusCode();
        await region.Compute();
        (await region.Value(share, region.School)).ShouldBeNull();
        await region.Given.InRegion(async db => (await db.IndicatorValueRevisions.SingleAsync()).Measure.ShouldBe(Measure.Share(3, 10)));
    }

    [Fact]
    public async Task Closed_periods_and_periods_before_the_definition_stay_as_they_are()
    {
        var region = await FormulaRegion.Make(api, "2018", "2019", "2020");
        var share = await region.Define("low", Marks, from: 2019);
        using var http = await region.Given.Operator();
        await http.PostBatch(
                "",
                Vpr(region.School, 1, 2, 3, 4, 2018),
                Vpr(region.School, 1, 2, 3, 4, 2019),
                Vpr(region.School, 1, 2, 3, 4, 2020)
            )
            .Json();
        await region.Compute();
        (await region.Value(share, region.School, "2018")).ShouldBeNull();
        await Periods(region, "2019", p => p.Close(DateTime.UnixEpoch));

        await http.PostBatch("", Vpr(region.School, 5, 2, 3, 4, 2019), Vpr(region.School, 5, 2, 3, 4, 2020)).Json();
        await region.Compute();
        (await region.Value(share, region.School, "2019")).ShouldBe(Measure.Share(3, 10));
        (await region.Value(share, region.School, "2020")).ShouldBe(Measure.Share(7, 14));

        await Periods(region, "2019", p => p.Reopen());
        await region.Compute();
        (await region.Value(share, region.School, "2019")).ShouldBe(Measure.Share(7, 14));
    }

    [Fact]
    public async Task Changed_inputs_are_followed_through_other_formulas_and_into_the_next_period()
    {
        var region = await FormulaRegion.Make(api, "2018", "2019");
        var entered = await region.Define("entered", null, IndicatorUnit.Count);
        var doubled = await region.Define("doubled", "indicator(\"entered\") * 2", IndicatorUnit.Count);
        var growth = await region.Define("growth", "indicator(\"doubled\") - previous(\"doubled\")", IndicatorUnit.Count);
        await region.Enter(entered, region.School, "2018", Measure.Count(10));
        await region.Enter(entered, region.School, "2019", Measure.Count(12));
        await region.Compute();
        (await region.Value(doubled, region.School)).ShouldBe(Measure.Count(24));
        (await region.Value(growth, region.School)).ShouldBe(Measure.Count(4));
        (await region.Value(growth, region.School, "2018")).ShouldBeNull();

        await region.Enter(entered, region.School, "2018", Measure.Count(11));
        await region.Compute();
        (await region.Value(growth, region.School)).ShouldBe(Measure.Count(2));
    }

    [Fact]
    public async Task Municipalities_and_the_region_are_computed_of_their_schools()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var elsewhere = await region.Given.School(await region.Given.Municipality("Агрызский район"));
        await region.Given.Cohort("2019", (region.School, SupportCategory.LowResults));
        var has = await region.Define("has-plan", null, IndicatorUnit.YesNo);
        var rising = await region.Define("rising", "rising(EGE, russian)", level: IndicatorLevel.Region);
        var here = await region.Define("rising-here", "rising(EGE, russian)", level: IndicatorLevel.Municipality);
        var plans = await region.Define("plans", "share(count_yes(\"has-plan\", of: listed), listed())", level: IndicatorLevel.Region);
        var pupils = await region.Define("pupils", "pupils()", IndicatorUnit.Count, IndicatorLevel.Municipality);
        using var http = await region.Given.Operator();
        await http.PostBatch(
                "",
                Ege(region.School, 2018, 60),
                Ege(region.School, 2019, 61),
                Ege(elsewhere, 2018, 60),
                Ege(elsewhere, 2019, 59)
            )
            .Json();
        await region.Enter(has, region.School, "2019", Measure.YesNo(true));
        await region.Compute();
        (await region.Value(rising, region.Whole)).ShouldBe(Measure.Share(1, 2));
        (await region.Value(here, region.Municipality)).ShouldBe(Measure.Share(1, 1));
        (await region.Value(here, elsewhere.PlaceOf())).ShouldBe(Measure.Share(0, 1));
        (await region.Value(plans, region.Whole)).ShouldBe(Measure.Share(1, 1));
        (await region.Value(pupils, region.Municipality)).ShouldBe(Measure.Count(700));

        await http.PostBatch("", Ege(elsewhere, 2018, 58)).Json();
        await region.Enter(has, region.School, "2019", Measure.YesNo(false));
        await region.Compute();
        (await region.Value(rising, region.Whole)).ShouldBe(Measure.Share(2, 2));
        (await region.Value(plans, region.Whole)).ShouldBe(Measure.Share(0, 1));
    }

    [Fact]
    public async Task Changed_facts_of_a_school_and_a_new_formula_are_noticed()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var teachers = await region.Define("load", "pupils() / teachers()", IndicatorUnit.Mean);
        await region.Compute();
        (await region.Value(teachers, region.School)).ShouldBe(Measure.Number(15_556));

        await region.Given.InRegion(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Id == region.School.Id);
            school.Revise(new SchoolFacts(school.Name, school.Kind, school.Locality, 450, 45));
            await db.SaveChangesAsync();
        });
        await region.Compute();
        (await region.Value(teachers, region.School)).ShouldBe(Measure.Number(10_000));

        await region.Given.InRegion(async db =>
        {
            var indicator = await db.Indicators.Include(i => i.Versions).SingleAsync(i => i.Id == teachers.Id);
            indicator.Redefine(
                new DateOnly(2000, 1, 1),
                indicator.Current.Wording,
                indicator.Current.Meaning with
                {
                    Formula = "pupils() / teachers() / 2",
                },
                lastUsed: null
            );
            await db.SaveChangesAsync();
        });
        await region.Compute();
        (await region.Value(teachers, region.School)).ShouldBe(Measure.Number(5_000));
    }

    [Fact]
    public async Task Two_processes_that_compute_at_once_agree()
    {
        var region = await FormulaRegion.Make(api, "2019");
        var share = await region.Define("low", Marks);
        using var http = await region.Given.Operator();
        await http.PostBatch("", Vpr(region.School, 1, 2, 3, 4)).Json();
        // Each has gates of its own, as another process has.
        var cancel = TestContext.Current.CancellationToken;
        var scopes = api.Services.GetRequiredService<IServiceScopeFactory>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => new FormulaRefresher(scopes, api.Clock).Refresh(region.Given.RegionCode, cancel), cancel))
        );
        // None of them may have been able to see the results yet: see Compute.
        await region.Compute();
        (await region.Stored(share, region.School, "2019"))!.Version.ShouldBe(1);
    }

    internal static Dictionary<string, object?> Vpr(School school, int two, int three, int four, int five, int year = 2019) =>
        school.Item(
            ("assessment", "VPR"),
            ("subject", "russian"),
            ("grade", 5),
            ("year", year),
            ("participants", two + three + four + five),
            ("mean", null),
            ("belowThreshold", null),
            (
                "marks",
                new Dictionary<string, int>
                {
                    ["2"] = two,
                    ["3"] = three,
                    ["4"] = four,
                    ["5"] = five,
                }
            )
        );

    private static Dictionary<string, object?> Ege(School school, int year, decimal mean) => school.Item(("year", year), ("mean", mean));

    private static Task Periods(FormulaRegion region, string period, Action<IndicatorPeriod> change) =>
        region.Given.InRegion(async db =>
        {
            var when = Period.Parse(period);
            change(await db.IndicatorPeriods.SingleAsync(p => p.Period == when));
            await db.SaveChangesAsync();
        });
}

file static class Places
{
    public static IPlaced PlaceOf(this School school) => new Place(school.RegionCode, school.MunicipalityCode, null);
}
