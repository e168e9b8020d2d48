using Opora.Domain.Results;
using static Opora.Domain.Results.Direction;

namespace Opora.Domain.Tests.Results;

public sealed class DynamicsTests
{
    static readonly ResultGroup Main = new("RU-TA", 2019, Assessment.VPR, ResultGroup.MainSubjects, ResultGroup.AllGrades, "");
    static readonly Guid School = Guid.CreateVersion7();

    static GroupResult Row(int year, string subject, int? mean, int? participants) =>
        new(School, year, subject, mean, new(participants, mean, null));

    static Direction Of(params GroupResult[] rows) => Dynamics.OfSchools(Main, rows, SmallGroups.Standard).ShouldHaveSingleItem().Direction;

    [Theory]
    [InlineData(73_400, 71_100, Falling)]
    [InlineData(49_600, 61_000, Rising)]
    [InlineData(54_000, 54_000, Equal)]
    [InlineData(54_000, 54_001, Rising)]
    [InlineData(null, 60_000, None)]
    [InlineData(60_000, null, None)]
    [InlineData(null, null, None)]
    public void Compares_a_pair(int? before, int? after, Direction direction) => Dynamics.Compare(before, after).ShouldBe(direction);

    [Theory]
    [InlineData(Rising, Rising, Rising)]
    [InlineData(Falling, Falling, Falling)]
    [InlineData(Equal, Equal, Equal)]
    [InlineData(Rising, Equal, Mixed)]
    [InlineData(Rising, Falling, Mixed)]
    [InlineData(Equal, Falling, Mixed)]
    [InlineData(Rising, None, None)]
    [InlineData(None, Equal, None)]
    public void Two_main_subjects_must_agree(Direction russian, Direction mathematics, Direction both)
    {
        Dynamics.Both(russian, mathematics).ShouldBe(both);
        Dynamics.Both(mathematics, russian).ShouldBe(both);
    }

    [Fact]
    public void Weights_the_grades_by_participants()
    {
        // Russian: (3,9·10 + 3,5·30)/40 = 3,6 against 3,7 of one grade; mathematics an exact tie of different weights.
        GroupResult[] rows =
        [
            Row(2018, "russian", 3_700, 50),
            Row(2019, "russian", 3_900, 10),
            Row(2019, "russian", 3_500, 30),
            Row(2018, "mathematics", 3_000, 1),
            Row(2018, "mathematics", 4_000, 2),
            Row(2019, "mathematics", 3_000, 7),
            Row(2019, "mathematics", 4_000, 14),
        ];
        var school = Dynamics.OfSchools(Main, rows, SmallGroups.Standard).ShouldHaveSingleItem();
        school.Mean.Direction.ShouldBe(Falling);
        school.Mean.After!.Value.Thousandths.ShouldBe(3_600);
        school.Mean.After.Value.Participants.ShouldBe(40);
        school.Mean.ChangeThousandths.ShouldBe(-100);
        school.Mathematics!.Value.Direction.ShouldBe(Equal);
        school.Mathematics.Value.ChangeThousandths.ShouldBe(0);
        school.Direction.ShouldBe(Mixed);
    }

    [Fact]
    public void A_difference_below_a_thousandth_is_still_a_difference()
    {
        // 3 + 1/3 against 3,333
        Of(
                Row(2018, "russian", 3_333, 9),
                Row(2019, "russian", 3_000, 2),
                Row(2019, "russian", 4_000, 1),
                Row(2018, "mathematics", 3_333, 5),
                Row(2019, "mathematics", 4_000, 1),
                Row(2019, "mathematics", 3_000, 2)
            )
            .ShouldBe(Rising);
    }

    [Fact]
    public void Several_grades_of_unknown_size_cannot_be_weighed()
    {
        GroupResult[] maths = [Row(2018, "mathematics", 3_000, null), Row(2019, "mathematics", 3_500, null)];
        Of([.. maths, Row(2018, "russian", 3_000, null), Row(2019, "russian", 3_500, 10)]).ShouldBe(Rising);
        Of([.. maths, Row(2018, "russian", 3_000, null), Row(2019, "russian", 3_500, 10), Row(2019, "russian", 3_500, null)])
            .ShouldBe(None);
        Of([.. maths, Row(2018, "russian", 3_000, 5), Row(2018, "russian", 3_000, 5)]).ShouldBe(None);
        Of([.. maths]).ShouldBe(None);
    }

    [Fact]
    public void A_result_without_a_mean_is_a_result_but_no_comparison()
    {
        var group = Main with { Subject = "russian", Grade = 4 };
        var school = Dynamics
            .OfSchools(group, [Row(2018, "russian", 3_000, 5), Row(2019, "russian", null, 5)], SmallGroups.Standard)
            .ShouldHaveSingleItem();
        school.HasResult.ShouldBeTrue();
        school.Direction.ShouldBe(None);
        school.Mean.ChangeThousandths.ShouldBeNull();
        Dynamics.OfSchools(group, [Row(2017, "russian", 3_000, 5)], SmallGroups.Standard).ShouldBeEmpty();
        Dynamics.OfSchools(group, [Row(2018, "russian", 3_000, 5)], SmallGroups.Standard).ShouldHaveSingleItem().HasResult.ShouldBeFalse();
    }

    [Fact]
    public void Exact_comparison_agrees_with_decimal_arithmetic_in_any_order()
    {
        var random = new Random(71);
        for (var i = 0; i < 2_000; i++)
        {
            var rows = new List<GroupResult>();
            foreach (var year in (int[])[2018, 2019])
            foreach (var subject in (string[])["russian", "mathematics"])
                for (var works = random.Next(1, 4); works > 0; works--)
                    rows.Add(Row(year, subject, 3_000 + random.Next(0, 3) * 500, random.Next(1, 4)));
            var expected = Dynamics.Both(Slowly("russian"), Slowly("mathematics"));
            Of([.. rows]).ShouldBe(expected);
            rows.Reverse();
            Of([.. rows]).ShouldBe(expected);

            Direction Slowly(string subject) => Dynamics.Compare(Scaled(subject, 2018, 2019), Scaled(subject, 2019, 2018));

            // Both means brought to the common denominator of the two years.
            int? Scaled(string subject, int year, int other) =>
                rows.Where(r => r.Year == year && r.Subject == subject).Sum(r => r.EffectiveMeanThousandths * r.Values.Participants)
                * rows.Where(r => r.Year == other && r.Subject == subject).Sum(r => r.Values.Participants);
        }
    }

    [Fact]
    public void Shares_have_a_base()
    {
        var count = new DynamicsCount(50, 17, 2, 0, 2);
        count.Share(DynamicsBase.Comparable).ShouldBe(new Ratio(50, 69));
        count.Share(DynamicsBase.Cohort).ShouldBe(new Ratio(50, 71));
        (count + new DynamicsCount(1, 0, 0, 3, 0)).ShouldBe(new DynamicsCount(51, 17, 2, 3, 2));
        default(DynamicsCount).Share(DynamicsBase.Comparable).IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void A_change_touches_the_next_year_and_the_composite()
    {
        var russian = new ResultGroup("RU-TA", 2018, Assessment.VPR, "russian", 5, "");
        russian.Touched().ShouldBe([russian, russian with { Year = 2019 }, Main with { Year = 2018 }, Main]);
        (russian with { Subject = "history" }).Touched().Count().ShouldBe(2);
        (russian with { Assessment = Assessment.OGE }).Touched().Count().ShouldBe(2);
    }
}
