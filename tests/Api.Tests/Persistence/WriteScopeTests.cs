using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Tests.Persistence;

/// <summary>
/// The guard of writes: what a slice loaded too widely, or made for another place, is not written. Routes never come so far, because
/// what they look for outside the scope is not found; this is what holds when one of them forgets to look.
/// </summary>
public sealed class WriteScopeTests(ApiFactory api)
{
    private sealed record Start(Given Given, Municipality Own, School Inside, Municipality Other, School Outside);

    [Theory]
    [InlineData("added")]
    [InlineData("changed")]
    [InlineData("deleted")]
    [InlineData("taken in")]
    [InlineData("given away")]
    public async Task A_placed_row_is_written_within_the_scope_only(string change)
    {
        var start = await Begin();
        await Refused(
            start,
            async db =>
            {
                var (inside, outside) = (await Loaded(db, start.Inside), await Loaded(db, start.Outside));
                switch (change)
                {
                    case "added":
                        db.Add(start.Outside.In(2020, 70));
                        break;
                    case "changed":
                        db.Entry(outside).State = EntityState.Modified;
                        break;
                    case "deleted":
                        db.Remove(outside);
                        break;
                    case "taken in":
                        db.Entry(outside).Property(s => s.MunicipalityCode).CurrentValue = start.Own.Code;
                        break;
                    default:
                        db.Entry(inside).Property(s => s.MunicipalityCode).CurrentValue = start.Other.Code;
                        break;
                }
            }
        );
    }

    [Theory]
    [InlineData("added")]
    [InlineData("changed")]
    [InlineData("deleted")]
    public async Task What_belongs_to_the_region_is_written_by_whoever_reaches_all_of_it(string change)
    {
        var start = await Begin();
        await Refused(
            start,
            async db =>
            {
                var own = await db.Municipalities.SingleAsync(m => m.Code == start.Own.Code, Cancel);
                if (change == "added")
                    db.Add(new Municipality(Given.NewCode()[1..], start.Given.RegionCode, "Новый район"));
                else
                    db.Entry(own).State = change == "changed" ? EntityState.Modified : EntityState.Deleted;
            }
        );
    }

    [Fact]
    public async Task Within_the_scope_it_is_written()
    {
        var start = await Begin();
        await start.Given.InRegion(async db =>
        {
            Narrow(db, start);
            db.Add(start.Inside.In(2020, 70));
            await db.SaveChangesAsync(Cancel);
        });
        await start.Given.InRegion(async db => (await db.ExamResults.CountAsync(r => r.SchoolId == start.Inside.Id, Cancel)).ShouldBe(1));
    }

    private async Task<Start> Begin()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        return new Start(given, own, await given.School(own), other, await given.School(other));
    }

    // Loaded by whoever sees the whole region, saved by whoever reaches one municipality.
    private static Task Refused(Start start, Func<AppDbContext, Task> change) =>
        start.Given.InRegion(async db =>
        {
            await change(db);
            Narrow(db, start);
            await Should.ThrowAsync<OutOfScope>(() => db.SaveChangesAsync(Cancel));
        });

    private static void Narrow(AppDbContext db, Start start) =>
        db.Current.Become(Actor.System, new Scope([], [start.Own.Code], [], [start.Given.RegionCode]));

    private static Task<School> Loaded(AppDbContext db, School school) => db.Schools.SingleAsync(s => s.Id == school.Id, Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
