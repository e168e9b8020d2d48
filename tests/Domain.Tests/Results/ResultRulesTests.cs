using Opora.Domain.Results;

namespace Opora.Domain.Tests.Results;

public sealed class ResultRulesTests
{
    static readonly ResultDraft Good = new(2019, Assessment.VPR, "russian", 5, "", new(73, 3_288, 19, MarksForm.Counts, 19, 20, 28, 6));

    static string[] Codes(ResultDraft draft) => [.. ResultRules.Check(draft, 2019).Select(f => $"{f.Field}:{f.Code}")];

    [Fact]
    public void Accepts_what_is_right()
    {
        Codes(Good).ShouldBeEmpty();
        Codes(Good with { Values = new(null, null, 3) }).ShouldBeEmpty();
        Codes(Good with { Values = new(null, null, null, MarksForm.Counts, 1, 0, 0, 0) }).ShouldBeEmpty();
        Codes(new(2020, Assessment.EGE, "russian", 11, "", new(null, 100_000, null))).ShouldBeEmpty();
        Codes(new(2019, Assessment.EGE, "mathematics-basic", 11, "", new(31, 4_330, null))).ShouldBeEmpty();
        Codes(new(2019, Assessment.OGE, "mathematics", 9, "", new(31, 17_300, 0))).ShouldBeEmpty();
        Codes(new(2019, Assessment.REGIONAL, "reading-literacy", 4, "весна", new(31, 61_500, 2))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Assessment.EGE, "russian", 11, 512_000, "0..100")]
    [InlineData(Assessment.EGE, "russian", 11, -1, "0..100")]
    [InlineData(Assessment.EGE, "mathematics-basic", 11, 5_001, "2..5")]
    [InlineData(Assessment.EGE, "mathematics-basic", 11, 1_999, "2..5")]
    [InlineData(Assessment.VPR, "russian", 4, 5_001, "2..5")]
    [InlineData(Assessment.OGE, "russian", 9, 70_001, "0..70")]
    [InlineData(Assessment.NATIONAL, "russian", 6, 100_001, "0..100")]
    public void Refuses_a_mean_beyond_its_scale(Assessment assessment, string subject, int grade, int mean, string allowed)
    {
        var fault = ResultRules.Check(new(2019, assessment, subject, grade, "", new(10, mean, null)), 2019).ShouldHaveSingleItem();
        fault.Field.ShouldBe("mean");
        fault.Code.ShouldBe("out-of-range");
        fault.Allowed.ShouldBe(allowed);
    }

    [Fact]
    public void Says_in_Russian_what_is_allowed()
    {
        var fault = ResultRules.Check(new(2019, Assessment.EGE, "russian", 11, "", new(10, 512_500, null)), 2019)[0];
        fault.Message.ShouldBe("Средний балл 512,5 вне допустимого: ЕГЭ, Русский язык — от 0 до 100");
        fault.Value.ShouldBe("512.5");
    }

    [Theory]
    [InlineData(10_050, true)]
    [InlineData(9_950, true)]
    [InlineData(9_990, true)]
    [InlineData(10_051, false)]
    [InlineData(9_949, false)]
    [InlineData(10_700, false)]
    public void Percentages_may_miss_the_hundred_by_a_half(int sum, bool right)
    {
        var draft = Good with { Values = new(88, null, null, MarksForm.Percent, 0, 2_000, 3_000, sum - 5_000) };
        Codes(draft).ShouldBe(right ? [] : ["marksPercent:marks-percent-sum"]);
    }

    [Fact]
    public void Names_the_sum_that_is_wrong()
    {
        var fault = ResultRules.Check(Good with { Values = new(null, null, null, MarksForm.Percent, 700, 2_500, 2_500, 5_000) }, 2019)[0];
        fault.Message.ShouldBe("Доли отметок дают в сумме 107\u00A0%, а должно быть 100\u00A0% (допуск на округление 0,5)");
        (fault.Value, fault.Allowed).ShouldBe(("107", "99.5..100.5"));
    }

    [Fact]
    public void Counts_of_marks_are_the_participants()
    {
        Codes(Good with { Values = Good.Values with { Participants = 74 } }).ShouldBe(["marks:marks-sum"]);
        Codes(Good with { Values = Good.Values with { Participants = null } }).ShouldBeEmpty();
        Codes(Good with { Values = new(null, null, null, MarksForm.Counts, 0, 0, 0, 0) }).ShouldBe(["marks:marks-sum"]);
        Codes(Good with { Values = Good.Values with { Mark4 = null } }).ShouldBe(["marks/4:value-missing"]);
        Codes(Good with { Values = Good.Values with { Mark2 = -1, Mark5 = 100_001 } })
            .ShouldBe(["marks/2:out-of-range", "marks/5:out-of-range"]);
        Codes(Good with { Values = new(null, null, null, MarksForm.Percent, 0, 10_001, 0, -1) })
            .ShouldBe(["marksPercent/3:out-of-range", "marksPercent/5:out-of-range"]);
    }

    [Fact]
    public void Nobody_can_be_below_the_threshold_who_did_not_take_part()
    {
        Codes(Good with { Values = new(10, 3_000, 10) }).ShouldBeEmpty();
        Codes(Good with { Values = new(10, 3_000, 11) }).ShouldBe(["belowThreshold:below-exceeds-participants"]);
        Codes(Good with { Values = new(null, 3_000, 11) }).ShouldBeEmpty();
        Codes(Good with { Values = new(10, 3_000, -1) }).ShouldBe(["belowThreshold:out-of-range"]);
        Codes(Good with { Values = new(-5, 3_000, 1) }).ShouldBe(["participants:out-of-range"]);
        Codes(Good with { Values = new(100_001, 3_000, null) }).ShouldBe(["participants:out-of-range"]);
        Codes(Good with { Values = new(0, 3_000, null) }).ShouldBe(["participants:out-of-range"]);
    }

    [Theory]
    [InlineData(Assessment.EGE, 10, false)]
    [InlineData(Assessment.EGE, 11, true)]
    [InlineData(Assessment.EGE, 12, true)]
    [InlineData(Assessment.OGE, 8, false)]
    [InlineData(Assessment.OGE, 9, true)]
    [InlineData(Assessment.OGE, 10, true)]
    [InlineData(Assessment.OGE, 11, false)]
    [InlineData(Assessment.VPR, 0, false)]
    [InlineData(Assessment.VPR, 11, true)]
    [InlineData(Assessment.REGIONAL, 12, false)]
    public void Each_assessment_has_its_grades(Assessment assessment, int grade, bool right) =>
        Codes(new(2019, assessment, "russian", grade, "", new(10, 4_000, null))).ShouldBe(right ? [] : ["grade:out-of-range"]);

    [Theory]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    public void Years_run_from_2000_to_the_next(int year, bool right) =>
        Codes(Good with { Year = year }).ShouldBe(right ? [] : ["year:out-of-range"]);

    [Fact]
    public void Tells_every_fault_at_once()
    {
        var draft = new ResultDraft(1990, Assessment.EGE, "магия", 3, new string('я', 41), new(5, null, 6, MarksForm.Counts, 1, 1, 1, 1));
        Codes(draft)
            .ShouldBe([
                "year:out-of-range",
                "grade:out-of-range",
                "sitting:out-of-range",
                "subject:subject-unknown",
                "belowThreshold:below-exceeds-participants",
                "marks:marks-sum",
            ]);
        Codes(Good with { Values = new(73, null, null) }).ShouldBe(["mean:value-missing"]);
    }

    [Fact]
    public void Allocates_nothing_when_all_is_well()
    {
        ResultRules.Check(Good, 2019);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            ResultRules.Check(Good, 2019);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000);
    }
}
