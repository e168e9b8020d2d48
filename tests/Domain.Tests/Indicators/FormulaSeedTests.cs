using System.Globalization;
using Opora.Domain.Indicators;
using Opora.Domain.Results;
using Opora.Domain.Tests.SampleData;
using Shouldly;

namespace Opora.Domain.Tests.Indicators;

/// <summary>The printed figures of the Yelabuga programme, computed from its own table of marks.</summary>
public sealed class FormulaSeedTests
{
    /// <summary>
    /// Grades 5 and 6 of 2019: «ниже средних» is the share of «2» and «3». The programme prints 40,5 for mathematics in grade 6, where
    /// 28 of 69 is 40,58 and rounds to 40,6.
    /// </summary>
    [Theory]
    [InlineData(5, "russian", 39, 73, "53,4")]
    [InlineData(5, "mathematics", 30, 75, "40,0")]
    [InlineData(5, "history", 40, 75, "53,3")]
    [InlineData(5, "biology", 26, 74, "35,1")]
    [InlineData(6, "russian", 44, 68, "64,7")]
    [InlineData(6, "mathematics", 28, 69, "40,6")]
    [InlineData(6, "history", 40, 64, "62,5")]
    [InlineData(6, "biology", 38, 70, "54,3")]
    [InlineData(6, "geography", 43, 67, "64,2")]
    [InlineData(6, "social-studies", 43, 69, "62,3")]
    public void The_shares_of_2_and_3_are_the_printed_ones(int grade, string subject, int numerator, int denominator, string printed)
    {
        var share = School().Value(Text(grade, subject, "2, 3"))!.Value;
        share.ShouldBe(Measure.Share(numerator, denominator));
        Measure.NumberText(share.Rounded, 1).ShouldBe(printed);
    }

    /// <summary>For grade 4 the programme prints 33, 20 and 26, which its own marks do not give: those figures are entered.</summary>
    [Theory]
    [InlineData("russian", "27,3", "33")]
    [InlineData("mathematics", "19,3", "20")]
    [InlineData("world-around", "23,0", "26")]
    public void The_printed_figures_of_grade_4_do_not_follow_from_the_marks(string subject, string computed, string printed)
    {
        var text = Measure.NumberText(School().Value(Text(4, subject, "2, 3"))!.Value.Rounded, 1);
        text.ShouldBe(computed);
        text.ShouldNotStartWith(printed);
    }

    static string Text(int grade, string subject, string marks) =>
        string.Create(CultureInfo.InvariantCulture, $"marks(VPR, {subject}, {grade}, {marks})");

    static FormulaGiven School()
    {
        var school = new FormulaGiven();
        foreach (var row in SampleFiles.Rows("yelabuga-school2-vpr-marks.csv").Skip(1))
        {
            var percents = row[4..8].Select(cell => (int)RussianNumber.Parse(cell, 2).Scaled).ToArray();
            var values = new ResultValues(Whole(row[3]), null, null, MarksForm.Percent, percents[0], percents[1], percents[2], percents[3]);
            school.Result($"VPR {Subject.Named(row[2])!.Code} {row[0]}", values, year: Whole(row[1]));
        }
        return school;
    }

    static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
