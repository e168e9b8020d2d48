using Opora.Domain.Results;

namespace Opora.Domain.Tests.Results;

public sealed class RollupCalculationTests
{
    static readonly ResultGroup Group = new("RU-TA", 2019, Assessment.OGE, "mathematics", 9, "");

    static Guid School(int number) => new(number, 0, 0, new byte[8]);

    static GroupResult Row(int school, int year, int? mean, int? participants = 10, int? below = null) =>
        new(School(school), year, "mathematics", mean, new(participants, mean, below));

    static SchoolStanding At(int school, string municipality, string category = "") => new(School(school), municipality, category);

    static readonly GroupResult[] Rows =
    [
        Row(1, 2018, 3_000),
        Row(1, 2019, 3_500, 20, 2),
        Row(2, 2018, 3_000),
        Row(2, 2019, 2_900, 30),
        Row(3, 2018, 3_000),
        Row(3, 2019, 3_000, null),
        Row(4, 2019, 4_000, 5, 1),
        Row(5, 2018, 3_000),
    ];

    static readonly SchoolStanding[] Standings =
    [
        At(1, "A", "LowResults"),
        At(2, "A"),
        At(3, "B", "LowResults"),
        At(4, "B", "Both"),
        At(5, "B", "LowResults"),
        At(6, "C", "Both"),
    ];

    [Fact]
    public void Counts_by_municipality_and_category()
    {
        var rollups = RollupCalculation.Calculate(Group, Rows, Standings, SmallGroups.Standard);
        rollups
            .GroupBy(r => (r.MunicipalityCode, r.Category))
            .Select(g =>
                (g.Key.MunicipalityCode, g.Key.Category, g.Select(r => r.Dynamics).Aggregate((a, b) => a + b), g.Sum(r => r.Schools))
            )
            .ShouldBe([
                ("A", "", new DynamicsCount(1, 1, 0, 0, 0), 2),
                ("A", "LowResults", new DynamicsCount(1, 0, 0, 0, 0), 1),
                ("B", "", new DynamicsCount(0, 0, 1, 0, 1), 2),
                ("B", "Both", new DynamicsCount(0, 0, 0, 0, 1), 1),
                ("B", "LowResults", new DynamicsCount(0, 0, 1, 0, 1), 1),
                ("C", "Both", new DynamicsCount(0, 0, 0, 0, 1), 0),
            ]);
        rollups
            .Where(r => r.Category != "")
            .Sum(r => r.Dynamics.All)
            .ShouldBe(5, "every school of the cohort counts, also without a result");
    }

    [Fact]
    public void Sums_only_what_has_its_base()
    {
        var all = RollupCalculation.Calculate(Group, Rows, Standings, SmallGroups.Standard).Where(r => r.Category == "").ToList();
        all.Sum(r => r.WeightedThousandths).ShouldBe(3_500 * 20 + 2_900 * 30 + 4_000 * 5);
        all.Sum(r => r.WeightedParticipants).ShouldBe(55);
        all.Sum(r => r.WeightedSchools).ShouldBe(3);
        all.Sum(r => r.Participants).ShouldBe(55);
        all.Sum(r => r.BelowThreshold).ShouldBe(3);
        all.Sum(r => r.BelowThresholdOf).ShouldBe(25);
    }

    [Fact]
    public void Sums_marks_in_whichever_form_they_came()
    {
        GroupResult[] rows =
        [
            new(School(1), 2019, "mathematics", 3_288, new(73, null, null, MarksForm.Percent, 2_603, 2_740, 3_836, 821)),
            new(School(2), 2019, "mathematics", 3_500, new(null, null, null, MarksForm.Counts, 0, 3, 3, 0)),
            new(School(3), 2019, "mathematics", 3_500, new(null, null, null, MarksForm.Percent, 0, 5_000, 5_000, 0)),
        ];
        var rollups = RollupCalculation.Calculate(Group, rows, [At(1, "A"), At(2, "A"), At(3, "A")], SmallGroups.Standard);
        (rollups.Sum(r => r.Mark2), rollups.Sum(r => r.Mark3), rollups.Sum(r => r.Mark4), rollups.Sum(r => r.Mark5)).ShouldBe(
            (19, 23, 31, 6)
        );
        rollups.Sum(r => r.WeightedParticipants).ShouldBe(79);
        rollups.Sum(r => r.Schools).ShouldBe(3);
        rollups.ShouldAllBe(r => r.Group == Group);
    }

    [Fact]
    public void Schools_with_a_small_or_unknown_figure_stand_in_rows_of_their_own()
    {
        GroupResult[] rows =
        [
            Row(1, 2018, 3_000),
            Row(1, 2019, 3_500, 4),
            Row(2, 2018, 3_000, 4),
            Row(2, 2019, 3_500),
            Row(3, 2018, 3_000),
            Row(3, 2019, 2_500),
            Row(4, 2019, 4_000, null),
            Row(5, 2018, 3_000, 4),
        ];
        var rollups = RollupCalculation.Calculate(
            Group,
            rows,
            [At(1, "A"), At(2, "A", "Both"), At(3, "A"), At(4, "A"), At(5, "A", "Both")],
            SmallGroups.Standard
        );
        rollups
            .Select(r => (r.Category, r.Small, r.Dynamics, r.Schools, r.WeightedSchools, r.WeightedParticipants))
            .ShouldBe([
                ("", false, new DynamicsCount(0, 1, 0, 0, 0), 1, 1, 10),
                ("", true, new DynamicsCount(2, 0, 0, 0, 1), 3, 2, 14),
                ("Both", false, new DynamicsCount(0, 0, 0, 0, 1), 0, 0, 0),
                ("Both", true, new DynamicsCount(1, 0, 0, 0, 0), 1, 1, 10),
            ]);
    }

    [Fact]
    public void Marks_and_points_of_oge_are_neither_compared_nor_averaged()
    {
        GroupResult[] rows =
        [
            Row(1, 2018, 3_400),
            Row(1, 2019, 17_000),
            Row(2, 2018, 3_400),
            Row(2, 2019, 3_600, 30),
            Row(3, 2018, 16_000),
            Row(3, 2019, 17_500),
        ];
        SchoolStanding[] places = [At(1, "A"), At(2, "A"), At(3, "A")];
        var rollup = RollupCalculation.Calculate(Group, rows, places, SmallGroups.Standard).ShouldHaveSingleItem();
        rollup.Dynamics.ShouldBe(new DynamicsCount(2, 0, 0, 0, 1));
        (rollup.WeightedThousandths, rollup.WeightedParticipants, rollup.WeightedSchools).ShouldBe((3_600 * 30, 30, 1));
        rollup.Participants.ShouldBe(50);

        // A regional work has one scale, on which 4,9 and 5,1 are neighbours.
        var regional = Group with
        {
            Assessment = Assessment.REGIONAL,
        };
        GroupResult[] near = [Row(1, 2018, 4_900), Row(1, 2019, 5_100), Row(2, 2019, 4_900)];
        var one = RollupCalculation.Calculate(regional, near, places, SmallGroups.Standard).ShouldHaveSingleItem();
        one.Dynamics.ShouldBe(new DynamicsCount(1, 0, 0, 0, 1));
        one.WeightedParticipants.ShouldBe(20);
    }

    [Fact]
    public void The_composite_is_small_when_all_its_grades_together_are()
    {
        var main = new ResultGroup("RU-TA", 2019, Assessment.VPR, ResultGroup.MainSubjects, ResultGroup.AllGrades, "");
        GroupResult[] rows =
        [
            .. from school in (int[])[1, 2]
            from subject in (string[])["russian", "mathematics"]
            from grade in (int[])[4, 5]
            select new GroupResult(School(school), 2019, subject, 3_000, new(school == 1 ? 2 : 3, 3_000, null)),
        ];
        RollupCalculation
            .Calculate(main, rows, [At(1, "A"), At(2, "A")], SmallGroups.Standard)
            .Select(r => (r.Small, r.Schools))
            .ShouldBe([(false, 1), (true, 1)]);
    }

    [Fact]
    public void The_composite_counts_schools_and_sums_nothing()
    {
        var main = new ResultGroup("RU-TA", 2019, Assessment.VPR, ResultGroup.MainSubjects, ResultGroup.AllGrades, "");
        GroupResult[] rows =
        [
            .. from year in (int[])[2018, 2019]
            from subject in (string[])["russian", "mathematics"]
            select new GroupResult(School(1), year, subject, year, new(10, year, null)),
            new(School(2), 2019, "russian", 3_000, new(10, 3_000, null)),
        ];
        var rollup = RollupCalculation.Calculate(main, rows, [At(1, "A"), At(2, "A")], SmallGroups.Standard).ShouldHaveSingleItem();
        rollup.Dynamics.ShouldBe(new DynamicsCount(1, 0, 0, 0, 1));
        rollup.Schools.ShouldBe(2);
        rollup.WeightedParticipants.ShouldBe(0);
        rollup.Group.ShouldBe(main);
    }

    [Fact]
    public void A_year_without_results_has_no_rows() =>
        RollupCalculation.Calculate(Group with { Year = 2020 }, Rows, Standings, SmallGroups.Standard).ShouldBeEmpty();

    [Fact]
    public void A_result_without_a_place_is_our_mistake() =>
        Should.Throw<ArgumentException>(() => RollupCalculation.Calculate(Group, Rows, Standings[1..], SmallGroups.Standard));

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        var expected = Shown(Rows, Standings);
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var rows = Rows.ToArray();
            var standings = Standings.ToArray();
            random.Shuffle(rows);
            random.Shuffle(standings);
            Shown(rows, standings).ShouldBe(expected);
        }

        static string Shown(GroupResult[] rows, SchoolStanding[] standings) =>
            System.Text.Json.JsonSerializer.Serialize(RollupCalculation.Calculate(Group, rows, standings, SmallGroups.Standard));
    }
}
