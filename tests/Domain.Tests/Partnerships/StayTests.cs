using Opora.Domain.Partnerships;

namespace Opora.Domain.Tests.Partnerships;

public sealed class StayTests
{
    [Fact]
    public void The_peak_is_the_fullest_day_of_the_span_not_the_sum_of_all_who_come()
    {
        Stay[] stays = [Days(1, 3), Days(4, 6), Days(6, 9), Days(20, 21)];
        Stay.Peak([], Days(1, 30)).ShouldBe(0);
        Stay.Peak(stays, Days(1, 5)).ShouldBe(1);
        Stay.Peak(stays, Days(1, 6)).ShouldBe(2);
        Stay.Peak(stays, Days(7, 19)).ShouldBe(1);
        Stay.Peak(stays, Days(10, 19)).ShouldBe(0);
    }

    [Theory]
    [InlineData("2020-10-02", "2020-10-03", null, InternshipState.Planned)]
    [InlineData("2020-10-01", "2020-10-01", null, InternshipState.Going)]
    [InlineData("2020-09-01", "2020-09-30", null, InternshipState.Due)]
    [InlineData("2020-09-01", "2020-09-30", InternshipResult.Completed, InternshipState.Completed)]
    [InlineData("2020-10-02", "2020-10-03", InternshipResult.Cancelled, InternshipState.Cancelled)]
    public void An_internship_stands_where_its_days_and_its_result_say(
        string starts,
        string ends,
        InternshipResult? result,
        InternshipState state
    ) => Internship.StateOn(new DateOnly(2020, 10, 1), DateOnly.Parse(starts), DateOnly.Parse(ends), result).ShouldBe(state);

    private static Stay Days(int from, int to) => new(new DateOnly(2020, 9, from), new DateOnly(2020, 9, to));
}
