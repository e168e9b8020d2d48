using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class FormulaStaffTests(ApiFactory api)
{
    private static readonly DateOnly Today = new(2021, 9, 1);

    [Fact]
    public async Task Teachers_of_the_register_are_counted_on_the_last_day_and_once_in_a_larger_place()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var other = await region.Given.School(region.Place, "СОШ № 5");
        var ofSchool = await region.Define("own", "staff()", IndicatorUnit.Count);
        var share = await region.Define("share", "share(staffcategory(), staff())");
        var all = await region.Define("all", "staff()", IndicatorUnit.Count, IndicatorLevel.Region);
        var planned = await region.Define("planned", "staffplan()", IndicatorUnit.Count, IndicatorLevel.Region);
        var both = new Teacher(
            region.School,
            new TeacherFacts(
                "Первая Анна",
                [],
                Category: TeacherCategory.First,
                CategoryOn: new(2020, 3, 1),
                Plan: new TeacherPaper(new(2020, 9, 1))
            ),
            Today
        );
        both.AddPost(other, new DateOnly(2020, 9, 1), Today);
        var later = new Teacher(region.School, new TeacherFacts("Поздняя Вера", [], StaffSinceOn: new(2021, 1, 10)), Today);
        var left = new Teacher(region.School, new TeacherFacts("Ушедшая Нина", [], StaffSinceOn: new(2015, 9, 1)), Today);
        left.Leave(new DateOnly(2020, 6, 30), null, Today);
        var moved = new Teacher(other, new TeacherFacts("Переведённая Ольга", [], StaffSinceOn: new(2015, 9, 1)), Today);
        moved.MoveTo(region.School, new DateOnly(2021, 8, 1), Today);
        await region.Given.Save(both, later, left, moved);

        await region.Compute();

        await region.Given.InRegion(async db =>
        {
            var period = Period.CalendarYear(2020);
            var values = await db.IndicatorValues.Where(v => v.Period == period).ToListAsync(TestContext.Current.CancellationToken);
            Measure? Of(Indicator indicator, Guid? school) =>
                values.SingleOrDefault(v => v.IndicatorId == indicator.Id && v.SchoolId == school)?.Measure;
            Of(ofSchool, region.School.Id).ShouldBe(Measure.Count(1));
            Of(ofSchool, other.Id).ShouldBe(Measure.Count(2));
            Of(share, other.Id).ShouldBe(Measure.Share(1, 2));
            Of(all, null).ShouldBe(Measure.Count(2));
            Of(planned, null).ShouldBe(Measure.Count(1));
        });
    }

    [Fact]
    public async Task Who_completed_courses_in_the_period_is_counted_once_with_all_hours()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var trained = await region.Define("trained", "share(trained(), staff())");
        var hours = await region.Define("hours", "traininghours()", IndicatorUnit.Count, IndicatorLevel.Region);
        Teacher[] teachers =
        [
            .. new[] { "Первая Анна", "Вторая Вера", "Третья Нина" }.Select(n => new Teacher(
                region.School,
                new TeacherFacts(n, []),
                Today
            )),
        ];
        var course = new Course(
            region.Given.RegionCode,
            null,
            new CourseFacts("Смысловое чтение", 36, null, CourseForm.Mixed, null, [], [])
        );
        CourseRun Run(int year)
        {
            var run = new CourseRun(course, new CourseRunFacts(new(year, 3, 1), new(year, 3, 5), null, null, 30));
            foreach (var state in new[] { CourseRunState.Open, CourseRunState.Running, CourseRunState.Finished })
                run.Become(state, null, Today);
            return run;
        }
        var (first, second, earlier) = (Run(2020), Run(2020), Run(2019));
        Enrolment Completed(CourseRun run, Teacher teacher)
        {
            var enrolment = new Enrolment(run, teacher, confirmed: true, waiting: false, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            enrolment.Complete(run, null, null, Today);
            return enrolment;
        }
        var begun = new Enrolment(first, teachers[1], confirmed: true, waiting: false, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await region.Given.Save([
            course,
            first,
            second,
            earlier,
            .. teachers,
            Completed(first, teachers[0]),
            Completed(second, teachers[0]),
            begun,
            Completed(earlier, teachers[1]),
        ]);

        await region.Compute();

        await region.Given.InRegion(async db =>
        {
            var period = Period.CalendarYear(2020);
            var values = await db.IndicatorValues.Where(v => v.Period == period).ToListAsync(TestContext.Current.CancellationToken);
            values.Single(v => v.IndicatorId == trained.Id && v.SchoolId == region.School.Id).Measure.ShouldBe(Measure.Share(1, 3));
            values.Single(v => v.IndicatorId == hours.Id).Measure.ShouldBe(Measure.Count(72));
        });
    }

    [Fact]
    public async Task A_school_that_has_not_filled_its_register_has_no_figure()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var own = await region.Define("own", "staff()", IndicatorUnit.Count);
        await region.Compute();
        await region.Given.InRegion(async db =>
            (
                await db.IndicatorValues.AnyAsync(
                    v => v.IndicatorId == own.Id && v.Numerator != null,
                    TestContext.Current.CancellationToken
                )
            ).ShouldBeFalse()
        );
    }

    [Fact]
    public async Task Who_was_diagnosed_within_the_period_counts_once()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var share = await region.Define("diagnosed-share", "share(diagnosed(), staff())");
        List<Teacher> staff =
        [
            .. Enumerable.Range(1, 4).Select(i => new Teacher(region.School, new TeacherFacts($"Образцова {i}", []), Today)),
        ];
        var deficit = new Deficit(region.Given.RegionCode, "reading", new DeficitFacts("Смысловое чтение", DeficitKind.Subject, null));
        List<DiagnosticCampaign> campaigns =
        [
            .. Enumerable
                .Range(1, 2)
                .Select(i => new DiagnosticCampaign(
                    region.Given.RegionCode,
                    null,
                    new CampaignFacts(
                        $"№ {i}",
                        DeficitKind.Subject,
                        null,
                        new(2019, 1, 1),
                        new(2020, 12, 31),
                        DiagnosticForm.External,
                        null
                    ),
                    [new MeasureFacts(deficit.Id, null, null)]
                )),
        ];
        DiagnosticResult Of(Teacher teacher, int campaign, int year) =>
            new(
                campaigns[campaign],
                teacher,
                1,
                new ResultFacts(new DateOnly(year, 3, 1), null, [new Reading(Measured: true, null, Found: false)]),
                Today
            );
        await region.Given.Save([.. staff, deficit]);
        await region.Given.Save([.. campaigns, Of(staff[0], 0, 2020), Of(staff[0], 1, 2020), Of(staff[1], 0, 2020), Of(staff[2], 0, 2019)]);

        await region.Compute();

        await region.Given.InRegion(async db =>
            (
                await db.IndicatorValues.SingleAsync(
                    v => v.IndicatorId == share.Id && v.SchoolId == region.School.Id && v.Period == Period.CalendarYear(2020),
                    TestContext.Current.CancellationToken
                )
            ).Measure.ShouldBe(Measure.Share(2, 4))
        );
    }
}
