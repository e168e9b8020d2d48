using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Teachers.TeacherCalls;

namespace Opora.Api.Tests.Features.Teachers;

public sealed class ChangeTeacherTests(ApiFactory api)
{
    private const string Name = "Необычная Мария Ивановна";

    [Fact]
    public async Task Leaves_and_comes_back()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.SchoolPerson(school);
        var address = (await http.Register(school, Name)).Address();

        var left = await http.PostJson(address + "/leave", new { leftOn = "2021-06-30", reason = "Переезд" }, version: 1).Json();
        left.GetProperty("leftOn").GetString().ShouldBe("2021-06-30");
        (await http.Names("onStaff=true")).ShouldBeEmpty();
        await http.PostJson(address + "/leave", new { leftOn = "2021-06-30" }, version: 2).AssertProblem(409, "teacher-left");
        await http.PostJson(address + "/return", new { returnedOn = "2021-06-01" }, version: 2).AssertProblem(409, "date-before-start");
        var back = await http.PostJson(address + "/return", new { returnedOn = "2021-09-01" }, version: 2).Json();
        back.GetProperty("staffSinceOn").GetString().ShouldBe("2021-09-01");
        var former = back.GetProperty("posts")[0];
        former.GetProperty("main").GetBoolean().ShouldBeTrue();
        former.GetProperty("untilOn").GetString().ShouldBe("2021-06-30");
        await http.PostJson(address + "/leave", new { leftOn = "2021-09-01" }, version: 3).Json();
        var mistaken = await http.PostJson(address + "/return", new { }, version: 4).Json();
        mistaken.GetProperty("staffSinceOn").GetString().ShouldBe("2021-09-01");
        mistaken.GetProperty("posts").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Moves_to_another_school_and_is_read_there_only()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var (school, next, foreign) = (await given.School(own), await given.School(own, "СОШ № 5"), await given.School(other, "СОШ № 9"));
        using var http = await given.Coordinator(own);
        using var former = await given.SchoolPerson(school);
        using var present = await given.SchoolPerson(next);
        var address = (await http.Register(school, Name)).Address();

        await http.PostJson(address + "/move", new { schoolId = foreign.Id, movedOn = "2021-09-01" }, version: 1)
            .AssertProblem(404, "not-found");
        await former
            .PostJson(address + "/move", new { schoolId = next.Id, movedOn = "2021-09-01" }, version: 1)
            .AssertProblem(404, "not-found");
        var card = await http.PostJson(address + "/move", new { schoolId = next.Id, movedOn = "2021-08-01" }, version: 1).Json();

        card.GetProperty("school").GetProperty("name").GetString().ShouldBe("СОШ № 5");
        card.GetProperty("posts")[0].GetProperty("untilOn").GetString().ShouldBe("2021-07-31");
        (await former.Names()).ShouldBeEmpty();
        (await present.Names()).ShouldBe([Name]);
        await http.Register(school, Name);
        await http.PostJson(address + "/move", new { schoolId = school.Id, movedOn = "2021-09-01" }, version: 2)
            .AssertProblem(409, "same-name");
    }

    [Fact]
    public async Task A_further_school_reads_while_the_post_lasts_and_writes_never()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var (school, further) = (await given.School(own), await given.School(other, "СОШ № 9"));
        using var http = await given.Operator();
        using var reader = await given.SchoolPerson(further);
        using var coordinator = await given.Coordinator(other);
        var address = (await http.Register(school, Name)).Address();

        var card = await http.PostJson(address + "/posts", new { schoolId = further.Id, fromOn = "2020-09-01" }, version: 1).Json();

        await http.PostJson(address + "/posts", new { schoolId = further.Id }, version: 2).AssertProblem(409, "post-exists");
        (await coordinator.Names()).ShouldBe([Name]);
        (await reader.Names($"school={further.Id}")).ShouldBe([Name]);
        var seen = await reader.GetJson(address);
        seen.GetProperty("editable").GetBoolean().ShouldBeFalse();
        seen.GetProperty("school").GetProperty("name").GetString().ShouldBe(school.Name);
        await reader.PutJson(address, new { facts = Facts(Name) }, version: 2).AssertProblem(404, "not-found");
        var post = card.GetProperty("posts")[0].GetProperty("id").GetString();
        await http.PostJson($"{address}/posts/{post}/end", new { untilOn = "2021-05-31" }, version: 2).Json();
        (await reader.Names()).ShouldBeEmpty();
        await reader.GetAsync(address, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Notes_achievements_and_takes_them_away()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var address = (await http.Register(school, Name)).Address();
        var contest = new
        {
            kind = "Contest",
            on = "2021-04-15",
            title = "Учитель года",
            level = "Municipality",
        };

        var card = await http.PostJson(address + "/achievements", contest, version: 1).Json();

        var noted = card.GetProperty("achievementList")[0];
        noted.GetProperty("title").GetString().ShouldBe("Учитель года");
        (await http.GetJson(Root)).GetProperty("items")[0].GetProperty("achievements").GetInt32().ShouldBe(1);
        await http.PostJson(
                address + "/achievements",
                new
                {
                    kind = "Contest",
                    on = "2098-04-15",
                    title = "Завтра",
                },
                version: 2
            )
            .AssertProblem(409, "date-in-future");
        var one = $"{address}/achievements/{noted.GetProperty("id").GetString()}";
        (await http.Send(HttpMethod.Delete, one, null, version: 2).Json()).GetProperty("achievementList").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_erased_name_is_nowhere_and_every_count_stays()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var address = (await http.Register(school, Name)).Address();
        await http.PostJson(
                address + "/achievements",
                new
                {
                    kind = "Publication",
                    on = "2021-04-15",
                    title = "Статья: М. И. Необычная",
                },
                version: 1
            )
            .Json();
        await http.PostJson(address + "/leave", new { leftOn = "2021-06-30", reason = "Необычная ушла" }, version: 2).Json();

        await http.PostJson(address + "/anonymise", new { confirmed = false }, version: 3).AssertProblem(400, "validation");
        var card = await http.PostJson(address + "/anonymise", new { confirmed = true }, version: 3).Json();

        card.ToString().ShouldNotContain("Необычная");
        card.GetProperty("achievementList").GetArrayLength().ShouldBe(1);
        (await http.Names("search=необычная")).ShouldBeEmpty();
        (await http.GetJson(Root)).GetProperty("total").GetInt32().ShouldBe(1);
        await http.PutJson(address, new { facts = Facts(Name) }, version: 4).AssertProblem(409, "teacher-anonymised");
        await given.InRegion(async db =>
        {
            var cancel = TestContext.Current.CancellationToken;
            var row = await db.Teachers.Include(t => t.Achievements).SingleAsync(cancel);
            $"{row.Name}{row.SearchName}{row.Surname}{row.SortName}{row.LeftReason}{row.Achievements[0].Title}".ShouldNotContain(
                "еобычная"
            );
            (await db.ChangeEntries.ToListAsync(cancel)).ShouldAllBe(c =>
                !(c.Changes + c.Reason).Contains("еобычная", StringComparison.Ordinal)
            );
        });
    }
}
