using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Results;

public sealed class GetSchoolResultsTests(ApiFactory api)
{
    private static string Url(School school, string query = "") => $"/api/v1/schools/{school.Id}/results{query}";

    private static async Task<JsonElement> Points(HttpClient http, School school, int series = 0) =>
        (await http.GetJson(Url(school))).GetProperty("series")[series].GetProperty("points");

    [Fact]
    public async Task Shows_each_year_with_its_exact_change()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(
            school.In(2017, 70m),
            school.In(2018, 73.4m),
            school.In(2019, 71.1m, participants: null),
            school.In(2021, 71.2m)
        );
        using var http = await given.Operator();

        var card = await http.GetJson(Url(school));
        card.GetProperty("years").EnumerateArray().Select(y => y.GetInt32()).ShouldBe([2017, 2018, 2019, 2021]);
        var series = card.GetProperty("series")[0];
        series.GetProperty("subjectName").GetString().ShouldBe("Русский язык");
        series.GetProperty("scale").GetString().ShouldBe("points");
        series.GetProperty("sitting").ValueKind.ShouldBe(JsonValueKind.Null);
        var points = series.GetProperty("points");
        points[1].GetProperty("change").GetDecimal().ShouldBe(3.4m);
        points[1].GetProperty("direction").GetString().ShouldBe("rising");
        points[2].GetProperty("change").GetDecimal().ShouldBe(-2.3m);
        points[2].GetProperty("participants").ValueKind.ShouldBe(JsonValueKind.Null);
        points[3].GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null, "2020 is missing");
        points[3].GetProperty("direction").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Keeps_marks_as_sent_and_derives_the_rest()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(
            school.In(
                2018,
                null,
                assessment: Assessment.VPR,
                subject: "mathematics",
                grade: 4,
                values: new ResultValues(74, null, null, MarksForm.Percent, 0, 1_490, 3_510, 5_000)
            ),
            school.In(
                2019,
                null,
                assessment: Assessment.VPR,
                subject: "mathematics",
                grade: 4,
                values: new ResultValues(73, null, 19, MarksForm.Counts, 19, 20, 28, 6)
            )
        );
        using var http = await given.Operator();

        var points = await Points(http, school);
        var sent = points[0];
        sent.GetProperty("meanDerived").GetBoolean().ShouldBeTrue();
        sent.GetProperty("marks").GetProperty("form").GetString().ShouldBe("percent");
        sent.GetProperty("marks").GetProperty("percent").GetProperty("3").GetDecimal().ShouldBe(14.9m);
        sent.GetProperty("marks").GetProperty("counts").GetProperty("5").GetInt32().ShouldBe(37);
        sent.GetProperty("quality").GetProperty("percent").GetDecimal().ShouldBe(85.1m);
        var counted = points[1];
        counted.GetProperty("mean").GetDecimal().ShouldBe(3.288m);
        counted.GetProperty("quality").GetProperty("numerator").GetInt32().ShouldBe(34);
        counted.GetProperty("success").GetProperty("numerator").GetInt32().ShouldBe(54);
        counted.GetProperty("success").GetProperty("denominator").GetInt32().ShouldBe(73);
        counted.GetProperty("belowThreshold").GetInt32().ShouldBe(19);
    }

    [Fact]
    public async Task Marks_of_oge_stand_beside_no_points()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (marks, points) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        await given.Results(
            marks.In(2018, 15m, assessment: Assessment.OGE, grade: 9),
            marks.In(2019, 3.5m, assessment: Assessment.OGE, grade: 9),
            points.In(2019, 17m, participants: 30, assessment: Assessment.OGE, grade: 9)
        );
        using var http = await given.Operator();

        var ofMarks = (await Points(http, marks))[1];
        ofMarks.GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
        ofMarks.GetProperty("region").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Points(http, points))[0].GetProperty("region").GetProperty("participants").GetInt64().ShouldBe(30);
    }

    [Fact]
    public async Task Stands_beside_its_places_computed_and_published_apart()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        await given.Results(
            school.In(2019, 60, 10),
            (await given.School(own)).In(2019, 70, 30),
            (await given.School(own)).In(2019, 90, participants: null),
            (await given.School(other)).In(2019, 50, 40)
        );
        await given.Save(given.Published(given.RegionCode, null, 2019, 73_900), given.Published(own.Code, own.Code, 2019, 70_500));
        using var http = await given.Operator();

        var point = (await Points(http, school))[0];
        var municipality = point.GetProperty("municipality");
        municipality.GetProperty("mean").GetDecimal().ShouldBe(67.5m);
        municipality.GetProperty("schools").GetInt32().ShouldBe(2, "the third cannot be weighted");
        municipality.GetProperty("name").GetString().ShouldBe(own.Name);
        var region = point.GetProperty("region");
        region.GetProperty("mean").GetDecimal().ShouldBe(58.75m);
        region.GetProperty("participants").GetInt32().ShouldBe(80);
        point.GetProperty("publishedRegion").GetProperty("mean").GetDecimal().ShouldBe(73.9m);
        point.GetProperty("publishedMunicipality").GetProperty("mean").GetDecimal().ShouldBe(70.5m);
    }

    [Fact]
    public async Task Means_of_few_schools_are_shown_only_to_those_who_reach_them_all()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        await given.Results(
            school.In(2019, 60),
            (await given.School(own)).In(2019, 70),
            (await given.School(other)).In(2019, 50),
            (await given.School(other)).In(2019, 40)
        );

        async Task<(bool Municipality, bool Region)> Seen(Task<HttpClient> caller)
        {
            using var http = await caller;
            var point = (await Points(http, school))[0];
            return (
                point.GetProperty("municipality").ValueKind != JsonValueKind.Null,
                point.GetProperty("region").ValueKind != JsonValueKind.Null
            );
        }

        (await Seen(given.Operator())).ShouldBe((true, true));
        (await Seen(given.Coordinator(own))).ShouldBe((true, true), "four schools make the region's mean");
        (await Seen(given.SchoolPerson(school))).ShouldBe((false, true), "of two, one could compute the other");
    }

    [Fact]
    public async Task Past_years_stand_beside_the_former_municipality()
    {
        var given = await Given.Region(api);
        var (from, to) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(from);
        await given.Results(
            school.In(2018, 60),
            school.In(2019, 60),
            (await given.School(from)).In(2018, 80),
            (await given.School(to)).In(2019, 40)
        );
        await given.Move(school, to, new DateOnly(2019, 1, 10));
        using var http = await given.Operator();

        var points = await Points(http, school);
        points[0].GetProperty("municipality").GetProperty("mean").GetDecimal().ShouldBe(70m);
        points[1].GetProperty("municipality").GetProperty("mean").GetDecimal().ShouldBe(50m);
        points[1].GetProperty("municipality").GetProperty("name").GetString().ShouldBe(to.Name);
    }

    [Fact]
    public async Task A_small_result_is_marked_and_withheld_from_third_parties()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2018, 60, 4), school.In(2019, 70, 20));
        using var inside = await given.SchoolPerson(school);
        using var outside = await given.Machine(Role.Integration);

        var seen = await Points(inside, school);
        (seen[0].GetProperty("small").GetBoolean(), seen[0].GetProperty("mean").GetDecimal()).ShouldBe((true, 60m));
        seen[1].GetProperty("change").GetDecimal().ShouldBe(10m);
        var open = await Points(outside, school);
        open[0].GetProperty("withheld").GetBoolean().ShouldBeTrue();
        open[0].GetProperty("mean").ValueKind.ShouldBe(JsonValueKind.Null);
        open[0].GetProperty("participants").ValueKind.ShouldBe(JsonValueKind.Null);
        open[1].GetProperty("mean").GetDecimal().ShouldBe(70m);
        open[1].GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null, "it would give the small mean away");
    }

    [Fact]
    public async Task Filters_and_keeps_to_the_scope()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(own);
        await given.Results(
            school.In(2019, 60),
            school.InVpr(2019, "russian", 4, 4m),
            school.InVpr(2019, "russian", 5, 4m),
            school.In(2019, 3.5m, assessment: Assessment.REGIONAL, subject: "reading-literacy", grade: 4, sitting: "Весна")
        );
        using var http = await given.Operator();

        async Task<int> Series(string query) => (await http.GetJson(Url(school, query))).GetProperty("series").GetArrayLength();
        (await Series("")).ShouldBe(4);
        (await Series("?assessment=VPR")).ShouldBe(2);
        (await Series("?grade=4")).ShouldBe(2);
        (await Series("?assessment=VPR&grade=4")).ShouldBe(1);

        using var stranger = await given.Coordinator(other);
        await stranger.GetAsync(Url(school), TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Sends_as_many_statements_for_many_results_as_for_few()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (few, many) = (await given.School(place), await given.School(place));
        await given.Results(
            Enumerable
                .Range(2005, 15)
                .SelectMany(year => Subject.All.Select(s => many.In(year, 40, subject: s.Code, assessment: Assessment.REGIONAL, grade: 8)))
                .Append(few.In(2019, 60))
        );
        using var http = await given.Operator();
        foreach (var school in new[] { few, many })
            await http.GetJson(Url(school));

        using var counted = new StatementCount(api, http);
        await http.GetJson(Url(few));
        var ofFew = counted.Count;
        (await http.GetJson(Url(many))).GetProperty("series").GetArrayLength().ShouldBe(Subject.All.Count);
        (counted.Count - ofFew).ShouldBe(ofFew);
        ofFew.ShouldBe(7, string.Join("\n\n", counted.Statements));
    }
}
