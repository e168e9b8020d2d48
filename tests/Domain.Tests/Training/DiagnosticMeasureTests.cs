using Opora.Domain.Training.Diagnostics;

namespace Opora.Domain.Tests.Training;

/// <summary>Cells of a table of results as people write them.</summary>
public sealed class DiagnosticMeasureTests
{
    private static readonly DateOnly Day = new(2021, 9, 1);

    [Theory]
    [InlineData("12", 12_000, false)]
    [InlineData(" 11,9 ", 11_900, true)]
    [InlineData("0", 0, true)]
    [InlineData("20.0", 20_000, false)]
    public void A_score_below_the_threshold_is_a_deficit(string cell, int score, bool found) =>
        Scored().Read(cell).ShouldBe(new Reading(Measured: true, score, found));

    [Theory]
    [InlineData("21")]
    [InlineData("-1")]
    [InlineData("да")]
    [InlineData("1,2345")]
    public void What_no_score_can_be_is_refused(string cell) => Scored().Read(cell).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("–")]
    [InlineData("н/д")]
    public void Missing_is_not_zero(string? cell)
    {
        Scored().Read(cell).ShouldBe(Reading.None);
        Told().Read(cell).ShouldBe(Reading.None);
    }

    [Theory]
    [InlineData("Да", true)]
    [InlineData("+", true)]
    [InlineData("нет", false)]
    public void Without_scores_yes_or_no_is_told(string cell, bool found) =>
        Told().Read(cell).ShouldBe(new Reading(Measured: true, null, found));

    [Fact]
    public void What_is_allowed_is_told_in_words()
    {
        Scored().Allowed.ShouldBe("число от 0 до 20; пусто, если не измеряли");
        Told().Allowed.ShouldBe("да или нет; пусто, если не измеряли");
        Told().Read("7").ShouldBeNull();
    }

    [Theory]
    [InlineData(20_000, 21_000)]
    [InlineData(20_000, 0)]
    [InlineData(20_000, null)]
    [InlineData(null, 5_000)]
    public void A_threshold_lies_within_the_score(int? maximum, int? threshold) =>
        Should.Throw<BrokenRule>(() => Campaign(new MeasureFacts(Guid.NewGuid(), maximum, threshold))).Code.ShouldBe("threshold-wrong");

    [Fact]
    public void One_deficit_is_looked_for_once()
    {
        var id = Guid.NewGuid();
        Should
            .Throw<BrokenRule>(() => Campaign(new MeasureFacts(id, null, null), new MeasureFacts(id, null, null)))
            .Code.ShouldBe("measure-twice");
    }

    private static DiagnosticMeasure Scored() => Campaign(new MeasureFacts(Guid.NewGuid(), 20_000, 12_000)).Columns[0];

    private static DiagnosticMeasure Told() => Campaign(new MeasureFacts(Guid.NewGuid(), null, null)).Columns[0];

    private static DiagnosticCampaign Campaign(params MeasureFacts[] measures) =>
        new("RU-TA", null, new CampaignFacts("Дефициты", DeficitKind.Subject, null, Day, Day, DiagnosticForm.External, null), measures);
}
