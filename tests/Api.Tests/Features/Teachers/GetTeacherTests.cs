using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;

namespace Opora.Api.Tests.Features.Teachers;

public sealed class GetTeacherTests(ApiFactory api)
{
    [Fact]
    public async Task The_journal_keeps_who_looked_once_a_day()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        using var own = await given.SchoolPerson(school);
        var card = await http.Register(school, "Образцова Анна Петровна");

        foreach (var caller in new[] { http, http, own })
            await caller.GetJson(card.Address());

        await given.InRegion(async db =>
        {
            var looked = await db.ChangeEntries.Where(c => c.Action == "viewed").ToListAsync(TestContext.Current.CancellationToken);
            looked.Select(c => c.ActorId).Distinct().Count().ShouldBe(2);
            looked.Count.ShouldBe(2);
            looked.ShouldAllBe(c => c.SchoolId == school.Id && c.Changes == "[]");
        });
    }

    [Fact]
    public async Task A_school_that_moves_takes_its_teachers_and_part_timers_along()
    {
        var given = await Given.Region(api);
        var (old, next) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(old);
        using var http = await given.Operator();
        using var former = await given.Coordinator(old);
        using var present = await given.Coordinator(next);
        await http.Register(school, "Образцова Анна Петровна");
        var elsewhere = await given.School(await given.Municipality("Третий район"), "СОШ № 9");
        var partTime = await http.Register(elsewhere, "Совместина Вера Ильинична");
        await http.PostJson(partTime.Address() + "/posts", new { schoolId = school.Id }, version: 1).Json();
        (await former.Names()).Length.ShouldBe(2);
        (await present.Names()).ShouldBeEmpty();

        await http.PostJson(
                $"/api/v1/schools/{school.Id}/move",
                new
                {
                    municipalityCode = next.Code,
                    movedOn = "2021-05-20",
                    reason = "Изменение границ",
                },
                version: 1
            )
            .Json();

        (await former.Names()).ShouldBeEmpty();
        (await present.Names()).ShouldBe(["Образцова Анна Петровна", "Совместина Вера Ильинична"]);
    }
}
