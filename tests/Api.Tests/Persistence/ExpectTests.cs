using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Tests.Persistence;

/// <summary>The guard of versions: the UPDATE of the root is always sent and always checked, whatever has changed.</summary>
public sealed class ExpectTests(ApiFactory api)
{
    private static readonly CohortFacts Facts = new("Список", "пол-247/19", new DateOnly(2019, 2, 18));

    private sealed record Start(Given Given, Guid CohortId, School School, School Other);

    private async Task<Start> Begin()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 3"));
        var cohort = new Cohort(given.RegionCode, Period.Parse("2019"), Facts);
        cohort.Enter(school, SupportCategory.LowResults, new DateOnly(2019, 2, 18), null);
        await given.Save(cohort);
        return new Start(given, cohort.Id, school, other);
    }

    private static Task Change(Start start, int version, Action<AppDbContext, Cohort> change, Func<Task>? meanwhile = null) =>
        start.Given.InRegion(async db =>
        {
            var cohort = await db.Cohorts.Include(c => c.Members).SingleAsync(c => c.Id == start.CohortId);
            db.Expect(cohort, version);
            change(db, cohort);
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            await db.SaveChangesAsync();
        });

    private static async Task<Cohort> Stored(Start start)
    {
        Cohort cohort = null!;
        await start.Given.InRegion(async db =>
            cohort = await db.Cohorts.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.Id == start.CohortId)
        );
        return cohort;
    }

    public static TheoryData<string> Changes => ["nothing", "root", "child", "child added", "child removed", "root and child"];

    private static Action<AppDbContext, Cohort> Act(string change, Start start) =>
        (db, cohort) =>
        {
            if (change.Contains("root", StringComparison.Ordinal))
                cohort.Revise(Facts with { Name = "Другой" });
            if (change is "child" or "root and child")
                cohort.Members[0].Revise(SupportCategory.Both, new DateOnly(2019, 3, 1), "уточнение");
            if (change == "child added")
                cohort.Enter(start.Other, SupportCategory.Both, new DateOnly(2019, 3, 1), null);
            if (change == "child removed")
                db.Remove(cohort.Members[0]);
        };

    [Theory, MemberData(nameof(Changes))]
    public async Task The_version_grows_by_one_whatever_changes(string change)
    {
        var start = await Begin();

        await Change(start, 1, Act(change, start));

        var stored = await Stored(start);
        stored.Version.ShouldBe(2);
        stored.Members.Count.ShouldBe(
            change switch
            {
                "child added" => 2,
                "child removed" => 0,
                _ => 1,
            }
        );
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task Being_overtaken_is_refused_and_nothing_is_kept(string change)
    {
        var start = await Begin();
        Task Overtake() => Change(start, 1, Act("nothing", start));

        var stale = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Change(start, 1, Act(change, start), Overtake));

        stale.Entries.ShouldContain(e => e.Entity is IVersioned);
        var stored = await Stored(start);
        (stored.Version, stored.Name).ShouldBe((2, Facts.Name));
        stored.Members.ShouldHaveSingleItem().Category.ShouldBe(SupportCategory.LowResults);
    }

    [Fact]
    public async Task A_version_that_is_gone_is_refused_at_once()
    {
        var start = await Begin();

        await Should.ThrowAsync<StaleVersion>(() => Change(start, 7, Act("nothing", start)));
    }

    [Fact]
    public async Task Deleting_is_checked_too()
    {
        var start = await Begin();
        void Delete(AppDbContext db, Cohort cohort)
        {
            db.RemoveRange(cohort.Members);
            db.Remove(cohort);
        }

        Task Overtake() => Change(start, 1, Act("nothing", start));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => Change(start, 1, Delete, Overtake));
        (await Stored(start)).Members.ShouldHaveSingleItem();
        await Change(start, 2, Delete);
        await start.Given.InRegion(async db => (await db.Cohorts.AnyAsync(c => c.Id == start.CohortId)).ShouldBeFalse());
    }
}
