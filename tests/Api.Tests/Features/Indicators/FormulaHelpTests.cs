using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Partnerships;

namespace Opora.Api.Tests.Features.Indicators;

public sealed class FormulaHelpTests(ApiFactory api)
{
    private static readonly DateOnly Today = new(2021, 9, 1);

    [Fact]
    public async Task Agreements_and_teachers_helped_in_the_period_are_counted_once_and_wake_the_formula()
    {
        var region = await FormulaRegion.Make(api, "2020");
        var given = region.Given;
        var (near, far) = (
            await given.School(region.Place, "Лицей"),
            await given.School(await given.Municipality("Агрызский район"), "Гимназия")
        );
        var agreements = await region.Define("agreements", "partnerships()", IndicatorUnit.Count);
        var outside = await region.Define("agreements-outside", "partnershipsoutside()", IndicatorUnit.Count);
        var mentored = await region.Define("mentored-all", "mentored()", IndicatorUnit.Count, IndicatorLevel.Region);
        var interned = await region.Define("interned-all", "interned()", IndicatorUnit.Count, IndicatorLevel.Region);
        var (one, two) = (GivenMentorings.Teacher(region.School, "Первая Анна"), GivenMentorings.Teacher(region.School, "Вторая Вера"));
        await given.Save(one, two);
        var site = new InternshipSite(far, null, new InternshipSiteFacts("Чтение", [], 9, null, null));
        await given.Save(
            site,
            GivenPartnerships.Agreement(region.School, near),
            GivenPartnerships.Agreement(region.School, far, f => f with { Number = "2" }),
            GivenPartnerships.Agreement(region.School, far, f => f with { Number = "3", SignedOn = new DateOnly(2021, 1, 1) }),
            GivenPartnerships.Agreement(region.School, far, f => f with { Number = null, SignedOn = null }),
            GivenMentorings.Pair(one, far, new DateOnly(2020, 9, 1)),
            GivenMentorings.Pair(one, near, new DateOnly(2020, 10, 1)),
            GivenMentorings.Pair(two, near, new DateOnly(2021, 1, 10)),
            Completed(one, new DateOnly(2020, 10, 5)),
            Completed(one, new DateOnly(2020, 11, 5)),
            Completed(two, new DateOnly(2021, 2, 5))
        );
        await region.Compute();
        await Told(agreements, region.School.Id, 2);
        await Told(outside, region.School.Id, 1);
        await Told(agreements, near.Id, 0);
        await Told(mentored, null, 1);
        await Told(interned, null, 1);

        await given.Save(Completed(two, new DateOnly(2020, 12, 5)), GivenMentorings.Pair(two, far, new DateOnly(2020, 12, 1)));
        await region.Compute();
        await Told(mentored, null, 2);
        await Told(interned, null, 2);

        Internship Completed(Domain.Training.Teacher teacher, DateOnly day)
        {
            var internship = new Internship(site, teacher.Id, teacher, new InternshipFacts(day, day, 8));
            internship.Conclude(InternshipResult.Completed, null, Today);
            return internship;
        }

        Task Told(Indicator indicator, Guid? school, int count) =>
            given.InRegion(async db =>
            {
                var period = Period.CalendarYear(2020);
                var value = await db.IndicatorValues.SingleAsync(
                    v => v.IndicatorId == indicator.Id && v.SchoolId == school && v.Period == period,
                    TestContext.Current.CancellationToken
                );
                value.Measure.ShouldBe(Measure.Count(count));
            });
    }
}
