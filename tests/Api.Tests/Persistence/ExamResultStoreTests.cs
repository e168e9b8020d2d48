using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Results;

namespace Opora.Api.Tests.Persistence;

public sealed class ExamResultStoreTests(ApiFactory api)
{
    private static readonly ResultValues Some = new(73, 3_288, 19, MarksForm.Counts, 19, 20, 28, 6);

    private static SchoolPlace PlaceOf(School school) => new(school.Id, school.RegionCode, school.MunicipalityCode);

    private static ResultRow Row(School school, ResultValues values, int year = 2019, string subject = "russian", string sitting = "") =>
        new(PlaceOf(school), year, Assessment.VPR, subject, 5, sitting, values, 7);

    private async Task<RowOutcome[]> Upsert(Given given, Guid import, params ResultRow[] rows)
    {
        RowOutcome[] outcomes = [];
        await given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(TestContext.Current.CancellationToken);
            outcomes = await new ExamResultStore(db, api.Clock).Upsert(rows, import, TestContext.Current.CancellationToken);
            await write.Commit(TestContext.Current.CancellationToken);
        });
        return outcomes;
    }

    private static async Task<T> Read<T>(Given given, Func<AppDbContext, Task<T>> query)
    {
        var result = default(T)!;
        await given.InRegion(async db => result = await query(db));
        return result;
    }

    private static Task<List<ExamResult>> Stored(Given given) =>
        Read(given, db => db.ExamResults.AsNoTracking().OrderBy(r => r.Year).ThenBy(r => r.Subject).ToListAsync());

    private static Task<List<ResultGroup>> Dirty(Given given) =>
        Read(
            given,
            async db =>
                (await db.DirtyGroups.AsNoTracking().Where(g => g.RegionCode == given.RegionCode).ToListAsync())
                    .Select(g => g.Group)
                    .ToList()
        );

    [Fact]
    public async Task Creates_updates_and_leaves_alone_by_the_natural_key()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var (first, second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        (await Upsert(given, first, Row(school, Some), Row(school, Some, 2018))).ShouldBe([RowOutcome.Created, RowOutcome.Created]);
        var before = await Stored(given);
        before.Select(r => r.Year).ShouldBe([2018, 2019]);
        before.ShouldAllBe(r => r.ImportId == first && r.SourceRow == 7 && r.EffectiveMeanThousandths == 3_288 && r.Values == Some);
        before.ShouldAllBe(r => r.MunicipalityCode == school.MunicipalityCode && r.RegionCode == given.RegionCode && r.ChangeNo > 0);

        (await Upsert(given, second, Row(school, Some), Row(school, Some, 2018))).ShouldBe([RowOutcome.Unchanged, RowOutcome.Unchanged]);
        (await Stored(given))
            .Select(r => (r.ImportId, r.ChangeNo, r.RecordedAt))
            .ShouldBe(before.Select(r => (r.ImportId, r.ChangeNo, r.RecordedAt)));

        var better = Some with { MeanThousandths = 3_300, BelowThreshold = null };
        (await Upsert(given, third, Row(school, Some, 2017), Row(school, better), Row(school, Some, 2018))).ShouldBe([
            RowOutcome.Created,
            RowOutcome.Updated,
            RowOutcome.Unchanged,
        ]);
        var after = await Stored(given);
        after.Select(r => r.ImportId).ShouldBe([third, first, third]);
        after[2].Id.ShouldBe(before[1].Id);
        after[2].Values.ShouldBe(better);
        after[2].ChangeNo.ShouldBeGreaterThan(before[1].ChangeNo);
        var revision = (await Read(given, db => db.ExamResultRevisions.ToListAsync())).ShouldHaveSingleItem();
        (revision.ExamResultId, revision.ImportId, revision.ReplacedByImportId, revision.Values).ShouldBe(
            (after[2].Id, first, third, Some)
        );
    }

    [Fact]
    public async Task Marks_the_groups_of_both_years_and_the_composite_once_a_write()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (one, two) = (await given.School(place), await given.School(place, "СОШ № 3"));

        await Upsert(given, Guid.CreateVersion7(), Row(one, Some), Row(two, Some));
        (await Dirty(given)).ShouldBe(
            [
                new(given.RegionCode, 2019, Assessment.VPR, "russian", 5, ""),
                new(given.RegionCode, 2020, Assessment.VPR, "russian", 5, ""),
                new(given.RegionCode, 2019, Assessment.VPR, ResultGroup.MainSubjects, 0, ""),
                new(given.RegionCode, 2020, Assessment.VPR, ResultGroup.MainSubjects, 0, ""),
            ],
            ignoreOrder: true
        );
        await Upsert(given, Guid.CreateVersion7(), Row(one, Some), Row(two, Some));
        (await Dirty(given)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Tells_sittings_apart_exactly()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());

        (await Upsert(given, Guid.CreateVersion7(), Row(school, Some, sitting: "весна"), Row(school, Some, sitting: "Весна"))).ShouldAllBe(
            o => o == RowOutcome.Created
        );
    }

    [Fact]
    public async Task Leaves_nothing_without_commit()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());

        await given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(TestContext.Current.CancellationToken);
            (await new ExamResultStore(db, api.Clock).Upsert([Row(school, Some)], Guid.CreateVersion7(), default)).ShouldBe([
                RowOutcome.Created,
            ]);
        });
        (await Stored(given)).ShouldBeEmpty();
        (await Dirty(given)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writes_nothing_outside_the_scope()
    {
        var elsewhere = await Given.Region(api);
        var school = await elsewhere.School(await elsewhere.Municipality());
        var given = await Given.Region(api);

        await Should.ThrowAsync<OutOfScope>(() => Upsert(given, Guid.CreateVersion7(), Row(school, Some)));
        await given.InRegion(async db => (await new ExamResultStore(db, api.Clock).FindSchools([school.Code], default)).ShouldBeEmpty());
    }

    [Fact]
    public async Task Takes_an_import_back_row_by_row()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var better = Some with { MeanThousandths = 3_300 };
        await Upsert(given, first, Row(school, Some));
        var before = (await Stored(given)).Single();
        await Upsert(given, second, Row(school, better), Row(school, Some, 2018));

        (await Should.ThrowAsync<BrokenRule>(() => RollBack(given, first))).Code.ShouldBe("import-superseded");
        (await RollBack(given, second)).ShouldBe(new TakenBack(1, 1));

        var after = (await Stored(given)).ShouldHaveSingleItem();
        (after.Id, after.ImportId, after.Values, after.RecordedAt).ShouldBe((before.Id, first, Some, before.RecordedAt));
        after.ChangeNo.ShouldBeGreaterThan(before.ChangeNo);
        var gone = (await Read(given, db => db.DeletedResults.ToListAsync())).ShouldHaveSingleItem();
        (gone.Year, gone.ImportId).ShouldBe((2018, second));
        (await Read(given, db => db.ExamResultRevisions.ToListAsync())).ShouldAllBe(r => r.ImportId == second);
        (await RollBack(given, first)).ShouldBe(new TakenBack(0, 1));
        (await Stored(given)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_and_takes_back_published_results_alike()
    {
        var given = await Given.Region(api);
        var place = new PublishedPlace(given.RegionCode, (await given.Municipality()).Code);
        PublishedRow Of(int mean) => new(place, 2019, Assessment.EGE, "russian", 11, "", new(null, mean, null));

        async Task<RowOutcome> Save(Guid import, int mean)
        {
            RowOutcome[] outcomes = [];
            await given.InRegion(async db =>
            {
                await using var write = await db.BeginWrite(default);
                outcomes = await new ExamResultStore(db, api.Clock).UpsertPublished([Of(mean)], import, default);
                await write.Commit(default);
            });
            return outcomes.Single();
        }

        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await Save(first, 73_900)).ShouldBe(RowOutcome.Created);
        (await Save(second, 73_900)).ShouldBe(RowOutcome.Unchanged);
        (await Save(second, 74_000)).ShouldBe(RowOutcome.Updated);
        await Should.ThrowAsync<BrokenRule>(() => RollBack(given, first));
        (await RollBack(given, second)).ShouldBe(new TakenBack(1, 0));
        (await Read(given, db => db.ReferenceResults.SingleAsync())).MeanThousandths.ShouldBe(73_900);
        (await RollBack(given, first)).ShouldBe(new TakenBack(0, 1));
        (await Read(given, db => db.ReferenceResults.CountAsync())).ShouldBe(0);
    }

    private async Task<TakenBack> RollBack(Given given, Guid import)
    {
        TakenBack? done = null;
        await given.InRegion(async db =>
        {
            await using var write = await db.BeginWrite(default);
            done = await new ExamResultStore(db, api.Clock).RollBack(import, default);
            await write.Commit(default);
        });
        return done!;
    }
}
