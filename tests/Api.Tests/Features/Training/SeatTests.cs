using System.Net;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Training.TrainingCalls;

namespace Opora.Api.Tests.Features.Training;

/// <summary>A seat is given once.</summary>
public sealed class SeatTests(ApiFactory api)
{
    [Fact]
    public async Task Two_who_click_at_once_never_get_the_same_last_seat()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var theOperator = await given.Operator();
        var course = await theOperator.Offer();
        var teachers = await given.Teachers(school, 8);
        var callers = await Task.WhenAll(teachers.Select(_ => given.SchoolPerson(school)));
        for (var seats = 1; seats <= 3; seats += 2)
        {
            var run = await theOperator.Open(course, seats, $"2021-0{seats}-01", $"2021-0{seats}-02");
            var answers = await Task.WhenAll(teachers.Select((t, i) => callers[i].Enrol(run, [t])));
            answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(seats);
            answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(teachers.Count - seats);
            var told = await theOperator.GetJson($"{Runs}/{run}");
            told.Number("taken").ShouldBe(seats);
            (await theOperator.On(run)).Count.ShouldBe(seats);
        }
        foreach (var caller in callers)
            caller.Dispose();
    }

    [Fact]
    public async Task One_teacher_sent_twice_at_once_is_enrolled_once()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var run = await http.Open(await http.Offer(), 5);
        var teachers = await given.Teachers(school, 1);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => http.Enrol(run, teachers))))
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetJson($"{Runs}/{run}")).Number("taken").ShouldBe(1);
        (await http.On(run)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_31_people_for_30_seats_none_is_lost()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var run = await http.Open(await http.Offer(), 30);
        var teachers = await given.Teachers(school, 31);

        var refused = await http.Enrol(run, teachers).AssertProblem(409, "seats-short");
        refused.GetProperty("detail").GetString()!.ShouldContain("Свободных мест 30, а записать нужно 31");
        (await http.On(run)).ShouldBeEmpty();
        (await http.GetJson($"{Runs}/{run}")).Number("taken").ShouldBe(0);

        var done = await http.Enrol(run, teachers, waitingList: true).Json();
        (done.Number("enrolled"), done.Number("waiting"), done.Number("free")).ShouldBe((30, 1, 0));
        var on = await http.On(run);
        on.Count.ShouldBe(31);
        on.Count(e => e.State() == "Enrolled").ShouldBe(30);
        // The last of the list waits, not anybody.
        on.Single(e => e.State() == "Waiting").GetProperty("teacher").Id().ShouldBe(teachers[30].Id);

        var again = await http.Enrol(run, teachers).Json();
        (again.Number("enrolled"), again.Number("already")).ShouldBe((0, 31));
    }

    [Fact]
    public async Task Who_waits_moves_up_in_turn_and_the_school_is_told()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, elsewhere) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        using var ofSchool = await given.SchoolPerson(school);
        using var ofOther = await given.SchoolPerson(elsewhere);
        var run = await theOperator.Open(await theOperator.Offer(), 2);
        var mine = await given.Teachers(school, 3);
        var theirs = await given.Teachers(elsewhere, 1, "Чужая");
        await ofSchool.Enrol(run, mine[..2]).Json();
        (await ofOther.Enrol(run, theirs).AssertProblem(409, "seats-short"))
            .GetProperty("detail")
            .GetString()!
            .ShouldContain("Свободных мест нет");
        await ofOther.Enrol(run, theirs, waitingList: true).Json();
        await ofSchool.Enrol(run, mine[2..], waitingList: true).Json();

        var first = (await ofSchool.On(run)).First(e => e.State() == "Applied");
        await ofSchool.PostJson($"{Runs}/{run}/withdrawals", new { rows = new[] { Seen(first) }, reason = "Заболела" }).Json();

        // Of another school whom the caller does not reach; it had only applied, so it is still to be confirmed.
        (await ofOther.On(run))
            .Single()
            .State()
            .ShouldBe("Applied");
        (await ofSchool.On(run, "state=Waiting")).Count.ShouldBe(1);
        var now = await theOperator.GetJson($"{Runs}/{run}");
        (now.Number("taken"), now.Number("waiting")).ShouldBe((2, 1));
        var told = (await ofOther.GetJson("/api/v1/notifications")).GetProperty("items")[0];
        told.GetProperty("kind").GetString().ShouldBe("SeatFound");
        told.GetProperty("courseRun").GetProperty("course").GetString().ShouldBe("Смысловое чтение");
        (await ofSchool.GetJson("/api/v1/notifications")).GetProperty("items").GetArrayLength().ShouldBe(0);

        var version = now.Number("version");
        var facts = new
        {
            startsOn = "2021-08-23",
            endsOn = "2021-08-27",
            seats = 3,
        };
        (await theOperator.PutJson($"{Runs}/{run}", facts, version).Json()).Number("taken").ShouldBe(3);
        (await ofSchool.On(run, "state=Waiting")).ShouldBeEmpty();
        await theOperator
            .PutJson(
                $"{Runs}/{run}",
                new
                {
                    facts.startsOn,
                    facts.endsOn,
                    seats = 2,
                },
                version + 1
            )
            .AssertProblem(409, "seats-taken");
    }

    [Fact]
    public async Task Who_withdrew_comes_back_and_keeps_one_row()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var run = await http.Open(await http.Offer(), 1);
        var teachers = await given.Teachers(school, 1);
        await http.Enrol(run, teachers).Json();
        var seen = (await http.On(run)).Single();
        await http.PostJson($"{Runs}/{run}/withdrawals", new { rows = new[] { Seen(seen) } }).Json();
        await http.PostJson($"{Runs}/{run}/withdrawals", new { rows = new[] { Seen(seen) } }).AssertProblem(412, "version-mismatch");
        (await http.GetJson($"{Runs}/{run}")).Number("taken").ShouldBe(0);
        (await http.Enrol(run, teachers).Json()).Number("enrolled").ShouldBe(1);
        (await http.On(run)).Single().Id().ShouldBe(seen.Id());
    }

    [Fact]
    public async Task Whoever_was_to_come_is_told_once_that_a_run_is_called_off()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, second, elsewhere) = (
            await given.School(own),
            await given.School(own, "СОШ № 5"),
            await given.School(other, "СОШ № 9")
        );
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        using var ofOther = await given.SchoolPerson(elsewhere);
        var run = await theOperator.Open(await theOperator.Offer(), seats: 10);
        await ofSchool.Enrol(run, await given.Teachers(school, 2)).Json();
        await coordinator.Enrol(run, await given.Teachers(second, 1, "Вторая")).Json();
        var theirs = await given.Teachers(elsewhere, 1, "Чужая");
        await ofOther.Enrol(run, theirs).Json();
        await ofOther
            .PostJson($"{Runs}/{run}/withdrawals", new { rows = (await ofOther.On(run)).Select(Seen), reason = "Заболела" })
            .Json();

        var version = (await theOperator.GetJson($"{Runs}/{run}")).Number("version");
        await theOperator.PostJson($"{Runs}/{run}/state", new { state = "Cancelled", reason = "Мало слушателей" }, version).Json();

        foreach (var reader in new[] { coordinator, ofSchool })
        {
            var told = (await reader.GetJson("/api/v1/notifications")).GetProperty("items");
            told.GetArrayLength().ShouldBe(1);
            told[0].GetProperty("kind").GetString().ShouldBe("RunCancelled");
            told[0].GetProperty("courseRun").GetProperty("id").GetGuid().ShouldBe(run);
        }
        (await ofOther.GetJson("/api/v1/notifications")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
