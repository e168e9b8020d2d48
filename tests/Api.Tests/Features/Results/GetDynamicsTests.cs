using System.Globalization;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Results;

public sealed class GetDynamicsTests(ApiFactory api)
{
    private const string Question = "/api/v1/dynamics?assessment=EGE&subject=russian&grade=11&year=2019";

    /// <summary>Schools of which so many rise, fall and tie from 2018 to 2019.</summary>
    private static async Task<List<School>> Schools(Given given, Municipality municipality, int rising, int falling, int equal)
    {
        var schools = new List<School>();
        for (var i = 0; i < rising + falling + equal; i++)
            schools.Add(await given.School(municipality, $"СОШ № {i + 1}"));
        await given.Results(
            schools.SelectMany(
                (s, i) =>
                    (ExamResult[])
                        [
                            s.In(2018, 60),
                            s.In(
                                2019,
                                i < rising ? 60.001m
                                    : i < rising + falling ? 59.999m
                                    : 60m,
                                participants: 10 + i
                            ),
                        ]
            )
        );
        return schools;
    }

    [Fact]
    public async Task Fifty_of_seventy_one_listed_schools_rose()
    {
        var given = await Given.Region(api);
        var (first, second) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        List<School> listed = [.. await Schools(given, first, 30, 10, 1), .. await Schools(given, second, 20, 9, 1)];
        var outside = await given.School(first, "Лицей № 1");
        var newcomer = await given.School(second, "СОШ № 99");
        await given.Results(outside.In(2018, 80), outside.In(2019, 70), newcomer.In(2019, 50));
        await given.Cohort(
            "2019",
            [
                .. listed.Select((s, i) => (s, i % 7 == 0 ? SupportCategory.Both : SupportCategory.LowResults)),
                (newcomer, SupportCategory.AdverseConditions),
            ]
        );
        using var http = await given.Operator();

        var comparable = await http.GetJson(Question);
        comparable.GetProperty("base").GetString().ShouldBe("comparable");
        comparable.GetProperty("groupBy").GetString().ShouldBe("region");
        Figures.Of(comparable, given.RegionCode).ShouldBe(new Figures(50, 20, 2, 0, 1, "50/72"));

        var cohort = await http.GetJson(Question + "&base=cohort");
        cohort.GetProperty("base").GetString().ShouldBe("cohort");
        Figures.Of(cohort, given.RegionCode).ShouldBe(new Figures(50, 19, 2, 0, 1, "50/72"), "all 72 schools of the list");
        cohort.GetProperty("groups")[0].GetProperty("schools").GetInt32().ShouldBe(72);

        var places = await http.GetJson(Question + "&base=cohort&groupBy=municipality");
        Figures.Of(places, first.Code).ShouldBe(new Figures(30, 10, 1, 0, 0, "30/41"));
        Figures.Of(places, second.Code).ShouldBe(new Figures(20, 9, 1, 0, 1, "20/31"));

        var categories = await http.GetJson(Question + "&groupBy=category");
        Figures.Of(categories, "LowResults").ShouldBe(new Figures(50, 19, 2, 0, 0, "50/71"), "with those in both categories");
        Figures.Of(categories, "Both").Share.ShouldBe("8/11");
        Figures.Of(categories, "AdverseConditions").ShouldBe(Figures.Of(categories, "Both") with { WithoutComparison = 1 });
        Figures.Of(await http.GetJson(Question + "&category=LowResults"), given.RegionCode).Share.ShouldBe("50/71");
    }

    [Fact]
    public async Task A_list_counts_every_school_as_it_was_approved()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = await Schools(given, place, 1, 1, 0);
        var silent = await given.School(place, "СОШ № 77");
        var cohort = await given.Cohort("2018/2019", [.. schools.Append(silent).Select(s => (s, SupportCategory.LowResults))]);
        await given.InRegion(async db =>
        {
            db.CohortMembers.Single(m => m.SchoolId == schools[0].Id).Leave(new DateOnly(2019, 9, 1), "Результаты выросли");
            await db.SaveChangesAsync();
        });
        using var http = await given.Operator();

        Figures.Of(await http.GetJson(Question + "&base=cohort"), given.RegionCode).ShouldBe(new Figures(1, 1, 0, 0, 1, "1/3"));
        Figures.Of(await http.GetJson(Question + "&cohort=" + cohort.Id), given.RegionCode).Share.ShouldBe("1/2");
        var byList = await http.GetJson(Question + "&base=cohort&groupBy=cohort");
        Figures.Of(byList, cohort.Id.ToString()).Share.ShouldBe("1/3");
        byList.GetProperty("groups")[0].GetProperty("name").GetString().ShouldBe(cohort.Name);
    }

    [Fact]
    public async Task A_list_of_another_year_is_followed_by_its_members()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        List<School> schools = [.. await Schools(given, own, 2, 1, 0), .. await Schools(given, other, 0, 1, 1)];
        var stranger = await given.School(own, "СОШ № 77");
        await given.Results(stranger.In(2018, 10), stranger.In(2019, 20));
        var former = await given.Cohort("2018", [.. schools.Select(s => (s, SupportCategory.LowResults))]);
        var current = await given.Cohort("2019", (stranger, SupportCategory.Both));
        using var http = await given.Operator();

        Figures
            .Of(await http.GetJson($"{Question}&base=cohort&cohort={former.Id}"), given.RegionCode)
            .ShouldBe(new Figures(2, 2, 1, 0, 0, "2/5"));
        var lists = await http.GetJson(Question + "&groupBy=cohort");
        Figures.Of(lists, former.Id.ToString()).Share.ShouldBe("2/5");
        Figures.Of(lists, current.Id.ToString()).Share.ShouldBe("1/1");
        var places = await http.GetJson($"{Question}&groupBy=municipality&cohort={former.Id}");
        Figures.Of(places, own.Code).Share.ShouldBe("2/3");
        Figures.Of(places, other.Code).Share.ShouldBe("0/2");

        using var coordinator = await given.Coordinator(other);
        var seen = await coordinator.GetJson($"{Question}&cohort={former.Id}");
        seen.GetProperty("groups").GetArrayLength().ShouldBe(1);
        Figures.Of(seen, other.Code).Share.ShouldBe("0/2");
    }

    [Fact]
    public async Task A_third_of_three_where_the_fourth_has_no_year_before()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality("г. Назарово");
        var schools = new List<School>();
        for (var i = 1; i <= 4; i++)
            schools.Add(await given.School(place, $"СОШ № {i}"));
        await given.Results(
            schools[0].In(2020, 39.5m, 12),
            schools[0].In(2021, 41.2m, 9),
            schools[1].In(2020, 40, 12),
            schools[1].In(2021, 38.4m, 9),
            schools[2].In(2020, 45, 12),
            schools[2].In(2021, 44, 9),
            schools[3].In(2021, 50, 6)
        );
        await given.Cohort("2020/2021", [.. schools.Select(s => (s, SupportCategory.LowResults))]);
        using var http = await given.Operator();

        const string Url = "/api/v1/dynamics?assessment=EGE&subject=russian&grade=11&year=2021";
        Figures.Of(await http.GetJson(Url), given.RegionCode).ShouldBe(new Figures(1, 2, 0, 0, 1, "1/3"));
        Figures.Of(await http.GetJson(Url + "&base=cohort"), given.RegionCode).ShouldBe(new Figures(1, 2, 0, 0, 1, "1/4"));
    }

    [Fact]
    public async Task Both_main_subjects_of_vpr_are_weighed_over_all_grades()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var rising = await given.School(place, "СОШ № 1");
        var mixed = await given.School(place, "СОШ № 2");
        var equal = await given.School(place, "СОШ № 3");
        var half = await given.School(place, "СОШ № 4");
        await given.Results(
            // Russian: (3,4·10 + 3,6·30)/40 = 3,55 against 3,5, though its fourth grade fell.
            rising.InVpr(2018, "russian", 4, 3.5m),
            rising.InVpr(2019, "russian", 4, 3.4m, 10),
            rising.InVpr(2019, "russian", 5, 3.6m, 30),
            rising.InVpr(2018, "mathematics", 4, 3.5m),
            rising.InVpr(2019, "mathematics", 4, 3.501m),
            mixed.InVpr(2018, "russian", 4, 3.5m),
            mixed.InVpr(2019, "russian", 4, 3.6m),
            mixed.InVpr(2018, "mathematics", 4, 3.5m),
            mixed.InVpr(2019, "mathematics", 4, 3.4m),
            // A tie of different weights: (3·1 + 4·2)/3 and (3·7 + 4·14)/21.
            equal.InVpr(2018, "russian", 4, 3m, 1),
            equal.InVpr(2018, "russian", 5, 4m, 2),
            equal.InVpr(2019, "russian", 4, 3m, 7),
            equal.InVpr(2019, "russian", 5, 4m, 14),
            equal.InVpr(2018, "mathematics", 4, 3.5m),
            equal.InVpr(2019, "mathematics", 4, 3.5m),
            half.InVpr(2018, "russian", 4, 3m),
            half.InVpr(2019, "russian", 4, 4m)
        );
        using var http = await given.Operator();

        var answer = await http.GetJson("/api/v1/dynamics?assessment=VPR&subject=main&year=2019");
        answer.GetProperty("grade").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        Figures.Of(answer, given.RegionCode).ShouldBe(new Figures(1, 0, 1, 1, 1, "1/3"));
        var schools = (await http.GetJson("/api/v1/dynamics/schools?assessment=VPR&subject=main&year=2019&direction=mixed")).GetProperty(
            "items"
        );
        schools.GetArrayLength().ShouldBe(1);
        schools[0].GetProperty("russian").GetProperty("direction").GetString().ShouldBe("rising");
        schools[0].GetProperty("mathematics").GetProperty("change").GetDecimal().ShouldBe(-0.1m);
    }

    [Fact]
    public async Task A_late_result_of_the_year_before_changes_this_year()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2019, 60));
        using var http = await given.Operator();
        Figures.Of(await http.GetJson(Question), given.RegionCode).ShouldBe(new Figures(0, 0, 0, 0, 1, "–"));

        await given.Results(school.In(2018, 50));
        Figures.Of(await http.GetJson(Question), given.RegionCode).ShouldBe(new Figures(1, 0, 0, 0, 0, "1/1"));
    }

    [Fact]
    public async Task Shows_the_mean_weighted_by_pupils()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        await given.Results(
            (await given.School(place)).In(2019, 60, 10),
            (await given.School(place)).In(2019, 70, 30),
            (await given.School(place)).In(2019, 90, participants: null)
        );
        using var http = await given.Operator();

        var mean = (await http.GetJson(Question)).GetProperty("groups")[0].GetProperty("mean");
        mean.GetProperty("value").GetDecimal().ShouldBe(67.5m);
        mean.GetProperty("participants").GetInt32().ShouldBe(40);
    }

    [Fact]
    public async Task Each_role_sees_its_own_places()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var schools = await Schools(given, own, 1, 0, 0);
        await Schools(given, other, 0, 1, 0);

        using var observer = await given.Observer();
        Figures.Of(await observer.GetJson(Question), given.RegionCode).Share.ShouldBe("1/2");

        using var coordinator = await given.Coordinator(own);
        var seen = await coordinator.GetJson(Question);
        seen.GetProperty("groupBy").GetString().ShouldBe("municipality");
        seen.GetProperty("groups").GetArrayLength().ShouldBe(1);
        Figures.Of(seen, own.Code).Share.ShouldBe("1/1");
        foreach (var outside in new[] { "&groupBy=region", "&municipality=" + other.Code, "&cohort=" + Guid.NewGuid() })
            await coordinator.GetAsync(Question + outside, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");

        using var person = await given.SchoolPerson(schools[0]);
        foreach (var path in new[] { "", "/schools", "/matrix" })
            await person
                .GetAsync(
                    Question
                        .Replace("dynamics", "dynamics" + path)
                        .Replace("subject=russian&", path == "/matrix" ? "" : "subject=russian&"),
                    TestContext.Current.CancellationToken
                )
                .AssertProblem(404, "not-found");
        (await person.GetJson("/api/v1/dynamics/options")).GetArrayLength().ShouldBe(0);

        using var elsewhere = await (await Given.Region(api)).Operator();
        (await elsewhere.GetJson(Question + "&groupBy=municipality")).GetProperty("groups").GetArrayLength().ShouldBe(0);
        await elsewhere
            .GetAsync(Question + "&municipality=" + own.Code, TestContext.Current.CancellationToken)
            .AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Small_figures_are_withheld_from_third_parties()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new List<School>();
        for (var i = 0; i < 4; i++)
            schools.Add(await given.School(place, $"СОШ № {i}"));
        await given.Results(
            schools[0].In(2018, 50),
            schools[0].In(2019, 60),
            schools[1].In(2018, 50),
            schools[1].In(2019, 60, participants: 4),
            schools[2].In(2018, 50, participants: 3),
            schools[2].In(2019, 40),
            schools[3].In(2018, 50),
            schools[3].In(2019, 40)
        );
        using var inside = await given.Observer();
        using var outside = await given.Machine(Role.Integration);
        using var system = await given.Machine(Role.MunicipalSystem, place);

        Figures.Of(await inside.GetJson(Question), given.RegionCode).Share.ShouldBe("2/4");
        Figures.Of(await system.GetJson(Question), place.Code).Share.ShouldBe("2/4");
        var open = await outside.GetJson(Question);
        Figures.Of(open, given.RegionCode).ShouldBe(new Figures(1, 1, 0, 0, 0, "1/2"));
        open.GetProperty("groups")[0].GetProperty("withheld").GetInt32().ShouldBe(2);
        open.GetProperty("groups")[0].GetProperty("mean").GetProperty("participants").GetInt32().ShouldBe(40);

        var listed = (await outside.GetJson(Question.Replace("dynamics", "dynamics/schools") + "&sort=name")).GetProperty("items");
        listed.EnumerateArray().Count(s => s.GetProperty("withheld").GetBoolean()).ShouldBe(2);
        listed[1].GetProperty("after").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        listed[1].GetProperty("direction").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await outside.GetJson(Question.Replace("dynamics", "dynamics/schools") + "&direction=rising"))
            .GetProperty("total")
            .GetInt32()
            .ShouldBe(1);
    }

    [Fact]
    public async Task Figures_over_nobody_knows_how_many_are_withheld_from_third_parties_as_the_pull_withholds_them()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (known, unknown) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        await given.Results(known.In(2018, 50), known.In(2019, 60), unknown.In(2018, 50, participants: null), unknown.In(2019, 60));
        using var inside = await given.Observer();
        using var outside = await given.Machine(Role.Integration);

        Figures.Of(await inside.GetJson(Question), given.RegionCode).Share.ShouldBe("2/2");
        var open = await outside.GetJson(Question);
        Figures.Of(open, given.RegionCode).Share.ShouldBe("1/1");
        open.GetProperty("groups")[0].GetProperty("withheld").GetInt32().ShouldBe(1);
        var listed = (await outside.GetJson(Question.Replace("dynamics", "dynamics/schools") + "&sort=name")).GetProperty("items");
        listed[1].GetProperty("withheld").GetBoolean().ShouldBeTrue();
        listed[1].GetProperty("small").GetBoolean().ShouldBeFalse();
        var series = (await outside.GetJson($"/api/v1/schools/{unknown.Id}/results")).GetProperty("series")[0].GetProperty("points");
        series[0].GetProperty("withheld").GetBoolean().ShouldBeTrue();
        series[1].GetProperty("mean").GetDecimal().ShouldBe(60);
        series[1].GetProperty("change").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_school_that_moved_counts_where_it_stood_on_the_first_of_june()
    {
        var given = await Given.Region(api);
        var (from, to) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(from);
        await given.Results(new[] { 2017, 2018, 2019, 2020 }.Select(y => school.In(y, 50 + y % 2)));
        using var http = await given.Operator();
        await http.GetJson(Question);
        await given.Move(school, to, new DateOnly(2019, 3, 1));

        async Task<string> PlaceIn(int year) =>
            (await http.GetJson($"/api/v1/dynamics?assessment=EGE&subject=russian&year={year}&groupBy=municipality"))
                .GetProperty("groups")[0]
                .GetProperty("key")
                .GetString()!;
        (await PlaceIn(2018)).ShouldBe(from.Code);
        (await PlaceIn(2019)).ShouldBe(to.Code);
        (await PlaceIn(2020)).ShouldBe(to.Code);

        var behind = "/api/v1/dynamics/schools?assessment=EGE&subject=russian&year={0}&municipality={1}";
        async Task<int> Behind(int year, string place) =>
            (await http.GetJson(string.Format(CultureInfo.InvariantCulture, behind, year, place))).GetProperty("total").GetInt32();
        (await Behind(2018, from.Code)).ShouldBe(1);
        (await Behind(2018, to.Code)).ShouldBe(0);
        (await Behind(2019, to.Code)).ShouldBe(1);
    }

    [Theory]
    [InlineData("assessment=EGE&subject=alchemy&year=2019", "/subject")]
    [InlineData("assessment=EGE&subject=main&year=2019", "/assessment")]
    [InlineData("assessment=VPR&subject=main&year=2019&grade=4", "/grade")]
    [InlineData("assessment=VPR&subject=russian&year=2019", "/grade")]
    [InlineData("assessment=EGE&subject=russian&year=1900", "/year")]
    public async Task Refuses_a_question_without_sense(string query, string pointer)
    {
        using var http = await (await Given.Region(api)).Operator();

        var problem = await http.GetAsync("/api/v1/dynamics?" + query, TestContext.Current.CancellationToken)
            .AssertProblem(400, "validation");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }

    [Theory]
    [InlineData("base=Cohort")]
    [InlineData("groupBy=1")]
    [InlineData("assessment=ege")]
    public async Task Refuses_words_it_does_not_know(string query)
    {
        using var http = await (await Given.Region(api)).Operator();

        await http.GetAsync("/api/v1/dynamics?subject=russian&year=2019&" + query, TestContext.Current.CancellationToken)
            .AssertProblem(400, "malformed");
    }
}
