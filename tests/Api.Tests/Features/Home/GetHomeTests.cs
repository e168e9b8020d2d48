using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Api.Tests.Features.Home;

/// <summary>Every number of a home is the number of rows of the list that it names, for whoever reads it.</summary>
public sealed class GetHomeTests(ApiFactory api)
{
    private const int Statements = 7;

    private sealed record Start(Given Given, Municipality Own, Municipality Other, School[] Schools);

    /// <summary>Six schools of two places on the list of 2020: three fell in both subjects, two rose, one has no results.</summary>
    private async Task<Start> Begin()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var schools = new List<School>();
        for (var number = 1; number <= 6; number++)
            schools.Add(await given.School(number <= 4 ? own : other, $"СОШ № {number}"));
        await given.Cohort(
            "2020",
            schools.Select(
                (s, i) =>
                    (
                        s,
                        i % 3 == 0 ? SupportCategory.Both
                        : i % 3 == 1 ? SupportCategory.LowResults
                        : SupportCategory.AdverseConditions
                    )
            )
        );
        await given.Cohort("2018");
        foreach (var (school, index) in schools.Take(5).Select((s, i) => (s, i)))
        {
            var change = index is 0 or 1 or 4 ? -0.2m : 0.3m;
            foreach (var subject in new[] { Subject.Russian, Subject.Mathematics })
                await given.Results(school.InVpr(2019, subject, 5, 3.5m), school.InVpr(2020, subject, 5, 3.5m + change));
            await given.Results(school.In(2019, 60), school.In(2020, 60 + change));
        }
        return new Start(given, own, other, [.. schools]);
    }

    [Fact]
    public async Task Every_number_of_an_operator_is_that_of_its_list()
    {
        var start = await Begin();
        using var http = await start.Given.Operator();
        await http.Import("exam-results", "Предмет;2019;2018;2017\nРусский язык;73,4;70;69\n", "&confirm=true");
        await http.Import("municipalities", "Ничего\nпонятного\n");

        var home = await http.GetJson("/api/v1/home");
        var tasks = await Proven(http, home.GetProperty("tasks"));
        tasks.ShouldBe(["ImportsWaiting 1", "ImportsTroubled 1", "SchoolsWithoutResults 1", "SchoolsFallen 3", "EmptyLists 1"]);
        home.GetProperty("schools").GetInt32().ShouldBe(6);
        home.GetProperty("cohort").GetProperty("members").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task Unused_invitations_and_ending_keys_are_counted_as_their_lists_show_them()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (own, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        using var coordinator = await given.Coordinator(place);
        var text = $"Директор первой\t\tшкола\t{own.Code}\nДиректор второй\t\tшкола\t{foreign.Code}\nЗавуч\t\tшкола\t{own.Code}";
        await http.PostJson("/api/v1/people/invitations", new { text }).Json();
        async Task<string[]> Tasks(HttpClient caller) => await Proven(caller, (await caller.GetJson("/api/v1/home")).GetProperty("tasks"));
        (await Tasks(http)).ShouldBeEmpty("their links still work");

        foreach (
            var person in (await http.GetJson("/api/v1/people?state=Invited&role=School&sort=-name"))
                .GetProperty("items")
                .EnumerateArray()
                .Skip(1)
        )
            await http.Send(HttpMethod.Delete, $"/api/v1/people/{person.GetProperty("id").GetString()}/link", null, 1).Json();
        var today = new DateOnly(2021, 9, 1);
        foreach (var days in new int?[] { 3, 40, null })
            await http.PostJson(
                    "/api/v1/clients",
                    new
                    {
                        name = $"Витрина {days}",
                        kind = "integration",
                        place = given.RegionCode,
                        expiresOn = days is { } left ? today.AddDays(left) : (DateOnly?)null,
                    }
                )
                .Json(System.Net.HttpStatusCode.Created);

        (await Tasks(http)).ShouldBe(["UnusedInvitations 2", "KeysEnding 1"]);
        (await Tasks(coordinator)).ShouldBe(["UnusedInvitations 1"]);
    }

    [Fact]
    public async Task Recommendations_are_counted_for_whom_answers_for_them_by_the_day_of_the_region()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        using var other = await given.Operator();
        var me = (await http.GetJson("/api/v1/me")).GetProperty("id").GetGuid();
        var today = new DateOnly(2021, 9, 1);
        async Task Due(DateOnly? day, Guid? owner) =>
            await http.PostJson(
                    "/api/v1/recommendations",
                    new
                    {
                        says = new
                        {
                            kind = "Decision",
                            text = "Разобрать задания",
                            ownerId = owner,
                            dueOn = day,
                        },
                        schoolId = school.Id,
                    }
                )
                .Json(System.Net.HttpStatusCode.Created);
        // Wednesday: yesterday and long ago are overdue; today and Sunday are this week, Monday is not.
        foreach (var days in new int?[] { -1, -40, 0, 4, 5, null })
            await Due(days is { } ahead ? today.AddDays(ahead) : null, me);
        await Due(today.AddDays(-1), null);

        (await Proven(http, (await http.GetJson("/api/v1/home")).GetProperty("tasks"))).ShouldBe([
            "RecommendationsOverdue 2",
            "RecommendationsThisWeek 2",
        ]);
        (await other.GetJson("/api/v1/home")).GetProperty("tasks").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_coordinator_counts_the_own_municipality()
    {
        var start = await Begin();
        using var http = await start.Given.Coordinator(start.Own);
        using var other = await start.Given.Coordinator(start.Other);

        (await Proven(http, (await http.GetJson("/api/v1/home")).GetProperty("tasks"))).ShouldBe(["SchoolsFallen 2"]);
        (await Proven(other, (await other.GetJson("/api/v1/home")).GetProperty("tasks"))).ShouldBe([
            "SchoolsWithoutResults 1",
            "SchoolsFallen 1",
        ]);
    }

    [Fact]
    public async Task A_school_that_has_moved_since_is_counted_where_its_list_shows_it()
    {
        var start = await Begin();
        using var operating = await start.Given.Operator();
        using var http = await start.Given.Coordinator(start.Other);
        var moved = new
        {
            municipalityCode = start.Other.Code,
            movedOn = "2021-01-09",
            reason = "Изменение границ",
        };
        await operating.PostJson($"/api/v1/schools/{start.Schools[0].Id}/move", moved, 1).Json();

        (await Proven(http, (await http.GetJson("/api/v1/home")).GetProperty("tasks"))).ShouldBe([
            "SchoolsWithoutResults 1",
            "SchoolsFallen 1",
        ]);
    }

    [Fact]
    public async Task An_observer_reads_the_region_in_figures_and_no_name_of_a_person()
    {
        var start = await Begin();
        using var http = await start.Given.Observer();

        var home = await http.GetJson("/api/v1/home");
        home.GetProperty("tasks").GetArrayLength().ShouldBe(0);
        var region = home.GetProperty("region");
        (await Proven(http, region.GetProperty("categories"))).ShouldBe(["LowResults 4", "AdverseConditions 4", "Both 2"]);
        var headlines = region.GetProperty("headlines").EnumerateArray().ToList();
        headlines
            .Select(h => $"{h.GetProperty("assessment")} {h.GetProperty("subject")} {h.GetProperty("comparable")}/{h.GetProperty("all")}")
            .ShouldBe([$"EGE {Subject.Russian} 5/6", "VPR main 5/6"]);
        foreach (var headline in headlines)
        {
            (await Proven(http, headline.GetProperty("rising"))).ShouldBe(["Rising 2"]);
            (await Proven(http, headline.GetProperty("falling"))).ShouldBe(["Falling 3"]);
        }
        home.ToString().ShouldNotContain("Испытатель");
    }

    [Fact]
    public async Task A_newer_list_whose_exams_are_ahead_leaves_the_figures_of_the_one_before()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        await given.Results(school.In(2018, 60), school.In(2019, 70));
        await given.Cohort("2019", (school, SupportCategory.LowResults));
        await given.Cohort("2020", (school, SupportCategory.LowResults));
        using var http = await given.Observer();

        var headline = (await http.GetJson("/api/v1/home")).GetProperty("region").GetProperty("headlines")[0];
        headline.GetProperty("year").GetInt32().ShouldBe(2019);
        (await Proven(http, headline.GetProperty("rising"))).ShouldBe(["Rising 1"]);
    }

    [Fact]
    public async Task Best_and_worst_places_of_an_observer_are_those_of_their_lists()
    {
        var given = await Given.Region(api);
        var listed = new List<(School, SupportCategory)>();
        for (var place = 0; place < 6; place++)
        {
            var municipality = await given.Municipality($"Район {place}");
            for (var number = 0; number < 3; number++)
            {
                var school = await given.School(municipality, $"СОШ № {number}");
                listed.Add((school, SupportCategory.LowResults));
                await given.Results(school.In(2019, 60), school.In(2020, number < place % 4 ? 61 : 59));
            }
        }
        await given.Cohort("2020", listed);
        using var http = await given.Observer();

        var places = (await http.GetJson("/api/v1/home")).GetProperty("region").GetProperty("municipalities");
        var top = places.GetProperty("top").EnumerateArray().ToList();
        top[0].GetProperty("name").GetString().ShouldBe("Район 3");
        foreach (var municipality in top.Concat(places.GetProperty("bottom").EnumerateArray()))
            await Proven(http, municipality.GetProperty("rising"));
    }

    [Fact]
    public async Task Shows_ones_starred_schools_with_where_their_works_went()
    {
        var start = await Begin();
        using var http = await start.Given.Operator();
        await http.Send(HttpMethod.Put, $"/api/v1/schools/{start.Schools[0].Id}/star", null, null)
            .Answers(System.Net.HttpStatusCode.NoContent);
        await http.Send(HttpMethod.Put, $"/api/v1/schools/{start.Schools[5].Id}/star", null, null)
            .Answers(System.Net.HttpStatusCode.NoContent);

        var starred = (await http.GetJson("/api/v1/home")).GetProperty("starred");
        starred.EnumerateArray().Select(s => s.GetProperty("name").GetString()).ShouldBe(["СОШ № 1", "СОШ № 6"]);
        var latest = starred[0].GetProperty("latest");
        (
            latest.GetProperty("year").GetInt32(),
            latest.GetProperty("falling").GetInt32(),
            latest.GetProperty("comparable").GetInt32()
        ).ShouldBe((2020, 3, 3));
        starred[1].GetProperty("latest").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_guide_is_ticked_by_data()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        string Guide(JsonElement home)
        {
            var guide = home.GetProperty("guide");
            return string.Join(
                ' ',
                new[] { "municipalities", "schools", "hasResults", "listedSchools", "people" }.Select(n => guide.GetProperty(n))
            );
        }

        Guide(await http.GetJson("/api/v1/home")).ShouldBe("0 0 False 0 0");
        var place = await given.Municipality();
        var school = await given.School(place);
        await given.Results(school.In(2020, 70));
        await given.Cohort("2020", (school, SupportCategory.LowResults));
        using var coordinator = await given.Coordinator(place);
        Guide(await http.GetJson("/api/v1/home")).ShouldBe("1 1 True 1 1");
        (await coordinator.GetJson("/api/v1/home")).GetProperty("guide").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Costs_few_statements_for_everybody()
    {
        var start = await Begin();
        var callers = new Dictionary<string, HttpClient>
        {
            ["operator"] = await start.Given.Operator(),
            ["coordinator"] = await start.Given.Coordinator(start.Own),
            ["observer"] = await start.Given.Observer(),
            ["school"] = await start.Given.SchoolPerson(start.Schools[0]),
        };
        foreach (var (who, http) in callers)
        {
            await http.GetJson("/api/v1/home");
            using var count = new StatementCount(api, http);
            await http.GetJson("/api/v1/home");
            count.Count.ShouldBeLessThanOrEqualTo(Statements, $"{who}\n{string.Join("\n", count.Statements)}");
            http.Dispose();
        }
    }

    /// <summary>«kind count» of each number, after its list has been asked for its total.</summary>
    private static async Task<string[]> Proven(HttpClient http, JsonElement numbers)
    {
        var told = new List<string>();
        foreach (var number in numbers.ValueKind == JsonValueKind.Array ? [.. numbers.EnumerateArray()] : new[] { numbers })
        {
            var address = number.GetProperty("list").GetString()!;
            var list = await http.GetJson("/api/v1/" + address);
            var rows = list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : list.GetProperty("total").GetInt32();
            rows.ShouldBe(number.GetProperty("count").GetInt32(), address);
            told.Add($"{number.GetProperty("kind").GetString()} {rows}");
        }
        return [.. told];
    }
}
