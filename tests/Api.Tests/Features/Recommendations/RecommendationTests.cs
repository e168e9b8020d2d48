using System.Net;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Recommendations;

public sealed class RecommendationTests(ApiFactory api)
{
    private const string Recommendations = "/api/v1/recommendations";

    [Fact]
    public async Task Keeps_the_figure_that_caused_it_as_it_stood()
    {
        var (given, school, indicator) = await Watched();
        using var http = await given.Operator();
        var made = await http.PostJson(Recommendations, About(school.Id, indicator.Id)).Json(HttpStatusCode.Created);
        var figure = made.GetProperty("figures")[0];
        figure.GetProperty("figure").GetString().ShouldBe("39 из 73 (53,4\u00A0%)");
        figure.GetProperty("target").GetString().ShouldBe("52,0\u00A0%");
        made.GetProperty("to").GetProperty("name").GetString().ShouldBe(school.Name);

        await given.InRegion(async db =>
        {
            db.Remove(db.IndicatorValues.Single(v => v.IndicatorId == indicator.Id));
            await db.SaveChangesAsync();
        });
        var later = await http.GetJson($"{Recommendations}/{made.GetProperty("id").GetString()}");
        later.GetProperty("figures")[0].GetProperty("figure").GetString().ShouldBe("39 из 73 (53,4\u00A0%)");
    }

    [Fact]
    public async Task Is_settled_with_its_outcome_and_then_stands()
    {
        var (given, school, indicator) = await Watched();
        using var http = await given.Operator();
        var made = await http.PostJson(Recommendations, About(school.Id, indicator.Id)).Json(HttpStatusCode.Created);
        var address = $"{Recommendations}/{made.GetProperty("id").GetString()}";

        await http.PostJson($"{address}/settle", new { cancelled = false, outcome = "" }, version: 1).AssertProblem(400, "validation");
        var settled = await http.PostJson($"{address}/settle", new { cancelled = false, outcome = "Доля снизилась" }, version: 1).Json();
        settled.GetProperty("state").GetString().ShouldBe("Done");
        await http.PutJson(address, new { kind = "Decision", text = "Иначе" }, version: 2).AssertProblem(409, "recommendation-settled");
        (await Total(http, "state=Open")).ShouldBe(0);
        await http.Send(HttpMethod.Post, $"{address}/reopen", null, version: 2).Json();
        var revised = await http.PutJson(address, new { kind = "Decision", text = "Иначе" }, version: 3).Json();
        revised.GetProperty("figures").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_correction_leaves_the_figures_as_they_stood_and_reads_new_ones_now()
    {
        var (given, school, indicator) = await Watched();
        using var http = await given.Operator();
        var made = await http.PostJson(Recommendations, About(school.Id, indicator.Id)).Json(HttpStatusCode.Created);
        await given.InRegion(async db =>
        {
            db.Remove(db.IndicatorValues.Single(v => v.IndicatorId == indicator.Id));
            await db.SaveChangesAsync();
        });
        object Figure(string period) =>
            new
            {
                indicatorId = indicator.Id,
                period,
                schoolId = school.Id,
            };
        var body = new
        {
            kind = "Recommendation",
            text = "Иначе",
            causes = new[] { Figure("2019"), Figure("2018") },
        };
        var revised = await http.PutJson($"{Recommendations}/{made.GetProperty("id").GetString()}", body, version: 1).Json();
        revised
            .GetProperty("figures")
            .EnumerateArray()
            .Select(f => f.GetProperty("figure").GetString())
            .ShouldBe(["39 из 73 (53,4\u00A0%)", "нет данных"]);
    }

    [Fact]
    public async Task Open_ones_come_first_by_their_day()
    {
        var (given, school, indicator) = await Watched();
        using var http = await given.Operator();
        var days = new DateOnly?[] { new(2021, 10, 1), null, new(2021, 9, 1), new(2021, 8, 1) };
        string last = "";
        foreach (var day in days)
            last = (await http.PostJson(Recommendations, About(school.Id, indicator.Id, day)).Json(HttpStatusCode.Created))
                .GetProperty("id")
                .GetString()!;
        await http.PostJson($"{Recommendations}/{last}/settle", new { cancelled = true, outcome = "Школа закрыта" }, version: 1).Json();
        (await http.GetJson(Recommendations))
            .GetProperty("items")
            .EnumerateArray()
            .Select(r => $"{r.GetProperty("dueOn")} {r.GetProperty("state")}")
            .ShouldBe(["2021-09-01 Open", "2021-10-01 Open", " Open", "2021-08-01 Cancelled"]);
    }

    [Fact]
    public async Task Is_overdue_from_the_day_after_its_day()
    {
        var (given, school, indicator) = await Watched();
        using var http = await given.Operator();
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime.AddHours(3));
        await http.PostJson(Recommendations, About(school.Id, indicator.Id, today)).Json(HttpStatusCode.Created);
        await http.PostJson(Recommendations, About(school.Id, indicator.Id, today.AddDays(-1))).Json(HttpStatusCode.Created);
        (await Total(http, "overdue=true")).ShouldBe(1);
        (await http.GetJson(Recommendations)).GetProperty("items")[0].GetProperty("overdue").GetBoolean().ShouldBeTrue();
        (await Total(http, $"dueFrom={today:yyyy-MM-dd}&dueBy={today:yyyy-MM-dd}")).ShouldBe(1);
        (await Total(http, $"dueFrom={today.AddDays(1):yyyy-MM-dd}")).ShouldBe(0);
        (await Total(http, "indicator=" + indicator.Id)).ShouldBe(2);
        (await Total(http, "indicator=" + Guid.NewGuid())).ShouldBe(0);
    }

    [Fact]
    public async Task Is_read_by_its_school_and_written_by_those_above()
    {
        var (given, school, indicator) = await Watched();
        var elsewhere = await given.School(await given.Municipality("Другой район"), "СОШ № 9");
        using var http = await given.Operator();
        await http.PostJson(Recommendations, About(school.Id, indicator.Id)).Json(HttpStatusCode.Created);
        var foreign = await http.PostJson(Recommendations, About(elsewhere.Id, indicator.Id)).Json(HttpStatusCode.Created);
        using var own = await given.SchoolPerson(school);
        var seen = await own.GetJson(Recommendations);
        seen.GetProperty("total").GetInt32().ShouldBe(1);
        var address = $"{Recommendations}/{foreign.GetProperty("id").GetString()}";
        await own.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        await own.PostJson(Recommendations, About(school.Id, indicator.Id)).AssertProblem(403, "forbidden");
        using var observer = await given.Observer();
        (await observer.GetJson(address)).ToString().ShouldNotContain("Испытатель");
    }

    [Fact]
    public async Task Refuses_strangers_unknown_figures_and_two_addressees()
    {
        var (given, school, indicator) = await Watched();
        var (other, _, foreign) = await Watched();
        using var http = await given.Operator();
        await http.PostJson(Recommendations, About(school.Id, foreign.Id)).AssertProblem(404, "not-found");
        var stranger = await other.Person(id => Grant.InRegion(id, Role.Operator, other.RegionCode));
        await http.PostJson(Recommendations, About(school.Id, indicator.Id, owner: stranger.Id)).AssertProblem(404, "not-found");
        await http.PostJson(
                Recommendations,
                new
                {
                    says = new { kind = "Decision", text = "Кому?" },
                    schoolId = school.Id,
                    municipalityCode = school.MunicipalityCode,
                }
            )
            .AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Offers_the_figures_of_a_place_as_they_stand_now()
    {
        var (given, school, indicator) = await Watched();
        var elsewhere = await given.School(await given.Municipality("Другой район"), "СОШ № 9");
        using var http = await given.Operator();
        var offered = (await http.GetJson($"{Recommendations}/figures?school={school.Id}")).EnumerateArray().ShouldHaveSingleItem();
        offered.GetProperty("indicatorId").GetGuid().ShouldBe(indicator.Id);
        offered.GetProperty("group").GetString().ShouldBe("Успеваемость");
        var figure = offered.GetProperty("figures").EnumerateArray().ShouldHaveSingleItem();
        figure.GetProperty("period").GetString().ShouldBe("2019");
        figure.GetProperty("figure").GetString().ShouldBe("39 из 73 (53,4\u00A0%)");
        figure.GetProperty("target").GetString().ShouldBe("52,0\u00A0%");

        (await http.GetJson($"{Recommendations}/figures?school={elsewhere.Id}")).GetArrayLength().ShouldBe(0);
        using var own = await given.SchoolPerson(school);
        await own.GetAsync($"{Recommendations}/figures?school={school.Id}", TestContext.Current.CancellationToken)
            .AssertProblem(403, "forbidden");
        using var coordinator = await given.Coordinator(await given.Municipality("Третий район"));
        await coordinator
            .GetAsync($"{Recommendations}/figures?school={school.Id}", TestContext.Current.CancellationToken)
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task What_schools_bring_is_told_of_their_municipality_and_region_as_sums()
    {
        var (given, school, indicator) = await Watched();
        var home = await HomeOf(given, school);
        var own = home.Code;
        var (second, elsewhere) = (
            await given.School(home, "СОШ № 2"),
            await given.School(await given.Municipality("Другой район"), "СОШ № 9")
        );
        await given.Values(indicator, (second, Measure.Share(1, 27)), (elsewhere, Measure.Share(50, 100)));
        using var http = await given.Operator();
        async Task<string?> Offered(HttpClient caller, string query) =>
            (await caller.GetJson($"{Recommendations}/figures{query}"))[0].GetProperty("figures")[0].GetProperty("figure").GetString();
        (await Offered(http, $"?municipality={own}")).ShouldBe("40 из 100 (40,0\u00A0%)");
        (await Offered(http, "")).ShouldBe("90 из 200 (45,0\u00A0%)");

        object To(string? municipality) =>
            new
            {
                says = new
                {
                    kind = "Decision",
                    text = "Провести семинар",
                    causes = new[]
                    {
                        new
                        {
                            indicatorId = indicator.Id,
                            period = "2019",
                            municipalityCode = municipality,
                        },
                    },
                },
                municipalityCode = municipality,
            };
        var made = await http.PostJson(Recommendations, To(own)).Json(HttpStatusCode.Created);
        made.GetProperty("figures")[0].GetProperty("figure").GetString().ShouldBe("40 из 100 (40,0\u00A0%)");

        using var coordinator = await given.Coordinator(home);
        (await Offered(coordinator, $"?municipality={own}")).ShouldBe("40 из 100 (40,0\u00A0%)");
        await coordinator.PostJson(Recommendations, To(elsewhere.MunicipalityCode)).AssertProblem(404, "not-found");
        await coordinator
            .PostJson(
                Recommendations,
                new
                {
                    says = new
                    {
                        kind = "Decision",
                        text = "Чужая цифра",
                        causes = new[]
                        {
                            new
                            {
                                indicatorId = indicator.Id,
                                period = "2019",
                                municipalityCode = elsewhere.MunicipalityCode,
                            },
                        },
                    },
                    municipalityCode = own,
                }
            )
            .AssertProblem(404, "not-found");
    }

    private static async Task<Municipality> HomeOf(Given given, School school)
    {
        Municipality? home = null;
        await given.InRegion(async db => home = await db.Municipalities.SingleAsync(m => m.Code == school.MunicipalityCode));
        return home!;
    }

    private static object About(Guid school, Guid indicator, DateOnly? due = null, Guid? owner = null) =>
        new
        {
            says = new
            {
                kind = "Recommendation",
                text = "Разобрать задания",
                ownerId = owner,
                dueOn = due,
                causes = new[]
                {
                    new
                    {
                        indicatorId = indicator,
                        period = "2019",
                        schoolId = school,
                    },
                },
            },
            schoolId = school,
        };

    private static async Task<int> Total(HttpClient http, string query) =>
        (await http.GetJson($"{Recommendations}?{query}")).GetProperty("total").GetInt32();

    private async Task<(Given Given, School School, Indicator Indicator)> Watched()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var set = new IndicatorSet(given.RegionCode, "programme", new IndicatorSetFacts("Программа", null));
        var indicator = new Indicator(
            set,
            "vpr-5-russian",
            1,
            new DateOnly(2018, 1, 1),
            new IndicatorWording("Доля «2» и «3» по ВПР, русский язык, 5 класс", "Успеваемость", null, 1, 40),
            new IndicatorMeaning(
                IndicatorUnit.Share,
                IndicatorDirection.LowerIsBetter,
                IndicatorLevel.School,
                IndicatorPeriodKind.CalendarYear,
                IndicatorSource.School,
                IndicatorAggregation.RatioOfSums
            )
        );
        var period = Period.CalendarYear(2019);
        var record = new ValueRecord(Measure.Share(39, 73), ValueOrigin.Entered, api.Clock.GetUtcNow().UtcDateTime, null);
        await given.Save(
            set,
            indicator,
            new IndicatorValue(school, indicator.Id, period, Breakdown.Whole, record),
            new IndicatorTarget(school, indicator.Id, period, new TargetFacts(52_000, null, null, null))
        );
        return (given, school, indicator);
    }
}
