using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Training.TrainingCalls;

namespace Opora.Api.Tests.Features.Training;

public sealed class EnrolmentTests(ApiFactory api)
{
    [Fact]
    public async Task From_an_application_to_a_certificate()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var school = await given.School(place);
        using var coordinator = await given.Coordinator(place);
        using var ofSchool = await given.SchoolPerson(school);
        var run = await coordinator.Open(await coordinator.Offer(of: place), 3);
        await ofSchool.Enrol(run, await given.Teachers(school, 2)).Json();
        var applied = await ofSchool.On(run);
        applied.ShouldAllBe(e => e.State() == "Applied");

        await ofSchool
            .PostJson($"{Runs}/{run}/results", new { state = "Enrolled", rows = applied.Select(e => Row(e)) })
            .AssertProblem(403, "forbidden");
        await coordinator.PostJson($"{Runs}/{run}/results", new { state = "Enrolled", rows = applied.Select(e => Row(e)) }).Json();
        var enrolled = await coordinator.On(run);
        var completed = new
        {
            state = "Completed",
            rows = enrolled.Select((e, i) => Row(e, $"УПК {i}")),
            certificateOn = "2021-08-30",
        };
        await coordinator.PostJson($"{Runs}/{run}/results", completed).AssertProblem(409, "run-not-begun");
        await coordinator.Advance(run, "Running");
        var marks = new
        {
            on = "2021-08-24",
            rows = enrolled.Select(
                (e, i) =>
                    new
                    {
                        id = e.Id(),
                        version = e.Number("version"),
                        present = i == 0,
                    }
            ),
        };
        await coordinator.PostJson($"{Runs}/{run}/attendance", marks).Json();
        await coordinator.PostJson($"{Runs}/{run}/results", completed).AssertProblem(412, "version-mismatch");
        var twice = (await coordinator.On(run)).Select(e => Row(e, "УПК 1"));
        await coordinator.PostJson($"{Runs}/{run}/results", new { state = "Completed", rows = twice }).AssertProblem(400, "validation");
        await coordinator.Complete(run);

        var done = await ofSchool.On(run);
        done.Select(e => e.GetProperty("certificateNumber").GetString()).ShouldBe(["УПК 1", "УПК 2"]);
        done[0].Number("daysPresent").ShouldBe(1);
        done[1].Number("daysMarked").ShouldBe(1);
        (await ofSchool.GetJson($"{Runs}/{run}/attendance")).GetArrayLength().ShouldBe(2);
        await coordinator
            .PostJson($"{Runs}/{run}/results", new { state = "NotCompleted", rows = done.Select(e => Row(e)) })
            .AssertProblem(400, "validation");
        await coordinator.PostJson($"{Runs}/{run}/withdrawals", new { rows = done.Select(Seen) }).AssertProblem(409, "enrolment-state");
    }

    [Fact]
    public async Task Two_runs_on_one_day_are_told_with_both_names_and_can_be_confirmed()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var first = await http.Open(await http.Offer("Смысловое чтение"), 5);
        var second = await http.Open(await http.Offer("Работа с текстом"), 5, "2021-08-27", "2021-08-30");
        var later = await http.Open(await http.Offer("Оценивание"), 5, "2021-08-28", "2021-08-30");
        var teachers = await given.Teachers(school, 2);
        await http.Enrol(first, teachers[..1]).Json();
        await http.Enrol(later, teachers[1..]).Json();

        var problem = await http.Enrol(second, teachers[..1]).AssertProblem(409, "overlapping-runs");
        var detail = problem.GetProperty("detail").GetString()!;
        detail.ShouldContain("«Смысловое чтение» (23.08.2021–27.08.2021)");
        detail.ShouldContain("«Работа с текстом» (27.08.2021–30.08.2021)");
        (await http.On(second)).ShouldBeEmpty();
        (await http.Enrol(second, teachers[..1], overlapsConfirmed: true).Json()).Number("enrolled").ShouldBe(1);
        // Not a day in common.
        await http.Enrol(later, teachers[..1], overlapsConfirmed: true).Json();
        (await http.On(later)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Everybody_sees_seats_and_only_the_own_people()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        using var coordinator = await given.Coordinator(own);
        using var ofSchool = await given.SchoolPerson(school);
        using var observer = await given.Observer();
        using var stranger = await (await Given.Region(api)).Operator();
        var run = await theOperator.Open(await theOperator.Offer(), 5);
        var mine = await given.Teachers(school, 1, "Своя");
        var theirs = await given.Teachers(foreign, 2, "Чужая");
        await theOperator.Enrol(run, [.. mine, .. theirs]).Json();

        foreach (var http in new[] { coordinator, ofSchool })
        {
            (await http.GetJson($"{Runs}/{run}")).Number("taken").ShouldBe(3);
            var seen = (await http.On(run)).Single();
            seen.GetProperty("teacher").GetProperty("name").GetString()!.ShouldStartWith("Своя");
            (await http.On(run, "search=чужая")).ShouldBeEmpty();
            (await http.On(run, $"school={foreign.Id}")).ShouldBeEmpty();
            var unknown = await http.Enrol(run, theirs).AssertProblem(404, "not-found");
            unknown.ToString().ShouldNotContain("Чужая");
            var strange = (await theOperator.On(run)).First(e => e.GetProperty("school").Id() == foreign.Id);
            await http.PostJson($"{Runs}/{run}/withdrawals", new { rows = new[] { Seen(strange) } }).AssertProblem(404, "not-found");
        }
        var watched = await observer.On(run);
        watched.Count.ShouldBe(3);
        watched.ShouldAllBe(e => e.GetProperty("teacher").ValueKind == JsonValueKind.Null);
        (await observer.On(run, "search=своя")).ShouldBeEmpty();
        await observer.Enrol(run, mine).AssertProblem(403, "forbidden");
        await stranger.GetAsync($"{Runs}/{run}", TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        (await stranger.On(run)).ShouldBeEmpty();
        // The region's course is not a coordinator's to change.
        await coordinator.PostJson($"{Runs}/{run}/state", new { state = "Running" }, 1).AssertProblem(404, "not-found");
    }

    [Fact]
    public async Task Bad_input_is_answered_in_words_and_changes_nothing()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var course = await http.Offer();
        await http.PostJson(Runs, Run(course, 5, "2021-08-27", "2021-08-23")).AssertProblem(400, "validation");
        await http.PostJson(Runs, Run(course, 0)).AssertProblem(400, "validation");
        await http.PostJson(
                Courses,
                new
                {
                    facts = new
                    {
                        title = " ",
                        hours = 0,
                        form = "Mixed",
                    },
                }
            )
            .AssertProblem(400, "validation");
        await http.PostJson(Runs, Run(Guid.NewGuid(), 5)).AssertProblem(404, "not-found");
        var run = await http.Open(course, 5, "2021-09-01", "2021-09-10");
        await http.PostJson($"{Runs}/{run}/state", new { state = "Cancelled" }, 1).AssertProblem(409, "reason-required");
        await http.PostJson($"{Runs}/{run}/state", new { state = "Finished" }, 1).AssertProblem(409, "run-ahead");
        await http.Enrol(run, []).AssertProblem(400, "validation");
        await http.PostJson($"{Runs}/{run}/state", new { state = "Cancelled", reason = "Нет преподавателя" }, 1).Json();
        await http.Enrol(run, await given.Teachers(school, 1)).AssertProblem(409, "run-closed");
        await http.PostJson($"{Courses}/{course}/close", new { }, 1).Json();
        await http.PostJson(Runs, Run(course, 5)).AssertProblem(409, "course-closed");
    }

    [Fact]
    public async Task Enrolments_follow_the_teacher_and_forget_the_name_with_the_teacher()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, elsewhere) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        using var coordinator = await given.Coordinator(other);
        var run = await http.Open(await http.Offer(), 5);
        var teacher = (await given.Teachers(school, 1)).Single();
        await http.Enrol(run, [teacher]).Json();
        await http.Advance(run, "Running");
        await http.Complete(run);
        (await coordinator.On(run)).ShouldBeEmpty();

        await http.PostJson($"/api/v1/teachers/{teacher.Id}/move", new { schoolId = elsewhere.Id, movedOn = "2021-09-01" }, 1).Json();
        var moved = (await coordinator.On(run)).Single();
        moved.GetProperty("school").Id().ShouldBe(elsewhere.Id);
        await http.PostJson($"/api/v1/teachers/{teacher.Id}/anonymise", new { confirmed = true }, 2).Json();
        var kept = (await coordinator.On(run)).Single();
        kept.State().ShouldBe("Completed");
        kept.GetProperty("certificateNumber").ValueKind.ShouldBe(JsonValueKind.Null);
        kept.ToString().ShouldNotContain("Образцова");
        await given.InRegion(async db =>
            (
                await db
                    .ChangeEntries.Where(c => c.Thing == "Enrolment")
                    .Select(c => c.Changes)
                    .ToListAsync(TestContext.Current.CancellationToken)
            ).ShouldAllBe(changes => !changes.Contains("УПК") && !changes.Contains("Образцова"))
        );
    }
}
