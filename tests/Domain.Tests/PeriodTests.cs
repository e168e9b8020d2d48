namespace Opora.Domain.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31", 2019)]
    [InlineData("2019-H1", "2019-01-01", "2019-06-30", 2019)]
    [InlineData("2019-H2", "2019-07-01", "2019-12-31", 2019)]
    [InlineData("2019-Q1", "2019-01-01", "2019-03-31", 2019)]
    [InlineData("2019-Q2", "2019-04-01", "2019-06-30", 2019)]
    [InlineData("2019-Q4", "2019-10-01", "2019-12-31", 2019)]
    [InlineData("2019/2020", "2019-09-01", "2020-08-31", 2020)]
    [InlineData("2019/2020-H1", "2019-09-01", "2019-12-31", 2019)]
    [InlineData("2019/2020-H2", "2020-01-01", "2020-08-31", 2020)]
    [InlineData("2019/2020-Q1", "2019-09-01", "2019-10-31", 2019)]
    [InlineData("2019/2020-Q2", "2019-11-01", "2019-12-31", 2019)]
    [InlineData("2019/2020-Q3", "2020-01-01", "2020-03-31", 2020)]
    [InlineData("2019/2020-Q4", "2020-04-01", "2020-08-31", 2020)]
    public void Reads_writes_and_knows_its_days(string text, string from, string to, int resultsYear)
    {
        var period = Period.Parse(text);
        period.ToString().ShouldBe(text);
        period.StartOn.ShouldBe(DateOnly.ParseExact(from, "O"));
        period.EndOn.ShouldBe(DateOnly.ParseExact(to, "O"));
        period.ResultsYear.ShouldBe(resultsYear);
        period.ShouldBe(Period.Parse(text));
        text.Length.ShouldBeLessThanOrEqualTo(Period.MaxLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("19")]
    [InlineData("2019/2021")]
    [InlineData("2019/20")]
    [InlineData("2019-H3")]
    [InlineData("2019-Q5")]
    [InlineData("2019-Q0")]
    [InlineData("2019-h1")]
    [InlineData("2019 -Q1")]
    [InlineData("2019-05")]
    [InlineData("1812")]
    [InlineData("20190")]
    public void Refuses_other_texts(string? text)
    {
        Period.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Period.Parse(text!));
    }

    [Fact]
    public void Parts_fill_their_year_without_gaps()
    {
        foreach (var year in (Period[])[Period.CalendarYear(2019), Period.SchoolYear(2019)])
        {
            year.Half(1).StartOn.ShouldBe(year.StartOn);
            year.Half(2).StartOn.ShouldBe(year.Half(1).EndOn.AddDays(1));
            year.Half(2).EndOn.ShouldBe(year.EndOn);
            for (var quarter = 1; quarter < 4; quarter++)
                year.Quarter(quarter + 1).StartOn.ShouldBe(year.Quarter(quarter).EndOn.AddDays(1));
            year.Quarter(1).StartOn.ShouldBe(year.StartOn);
            year.Quarter(4).EndOn.ShouldBe(year.EndOn);
            year.Quarter(4).Year.ShouldBe(year);
        }
    }

    [Fact]
    public void Sorts_by_time()
    {
        Period[] periods = [.. new[] { "2020", "2019/2020", "2019-Q1", "2019", "2019/2020-H2" }.Select(Period.Parse).Order()];
        periods.Select(p => p.ToString()).ShouldBe(["2019", "2019-Q1", "2019/2020", "2020", "2019/2020-H2"]);
        (periods[0] < periods[1]).ShouldBeTrue();
        Period.CalendarYear(2019).Contains(new(2019, 12, 31)).ShouldBeTrue();
        Period.CalendarYear(2019).Contains(new(2020, 1, 1)).ShouldBeFalse();
    }

    [Fact]
    public void The_periods_of_a_results_year_end_in_it() =>
        Period
            .OfResultsYear(2020)
            .Select(p => p.ToString())
            .ShouldBe([
                "2020",
                "2020-H1",
                "2020-H2",
                "2020-Q1",
                "2020-Q2",
                "2020-Q3",
                "2020-Q4",
                "2019/2020",
                "2019/2020-H2",
                "2019/2020-Q3",
                "2019/2020-Q4",
                "2020/2021-H1",
                "2020/2021-Q1",
                "2020/2021-Q2",
            ]);
}
