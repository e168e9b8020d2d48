using Opora.Domain.Results;

namespace Opora.Domain.Tests.Results;

public sealed class SubjectTests
{
    [Theory]
    [InlineData("Русский язык", "russian")]
    [InlineData("  русский ЯЗЫК ", "russian")]
    [InlineData("Рус. яз.", "russian")]
    [InlineData("Русcкий язык", "russian")]
    [InlineData("Математика", "mathematics")]
    [InlineData("Математика базовая", "mathematics-basic")]
    [InlineData("Математика (базовая)", "mathematics-basic")]
    [InlineData("Математика профиль", "mathematics-profile")]
    [InlineData("МАТЕМАТИКА (ПРОФИЛЬНАЯ)", "mathematics-profile")]
    [InlineData("Информатика и ИКТ", "informatics")]
    [InlineData("Естественнонаучная грамотность", "science-literacy")]
    [InlineData("Естественно-научная грамотность", "science-literacy")]
    [InlineData("Окружающий мир", "world-around")]
    [InlineData("mathematics-profile", "mathematics-profile")]
    public void Understands_how_people_write_it(string text, string code) => Subject.Named(text).ShouldNotBeNull().Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Итого")]
    [InlineData("Язык")]
    [InlineData("main")]
    public void Does_not_guess(string? text) => Subject.Named(text).ShouldBeNull();

    [Fact]
    public void Every_subject_is_found_by_its_code_and_its_name()
    {
        foreach (var subject in Subject.All)
        {
            Subject.OfCode(subject.Code).ShouldBe(subject);
            Subject.Named(subject.Code).ShouldBe(subject);
            Subject.Named(subject.Name).ShouldBe(subject);
            subject.Code.Length.ShouldBeLessThanOrEqualTo(ExamResult.MaxSubjectLength);
        }
    }

    [Fact]
    public void Knows_its_scale()
    {
        var russian = Subject.OfCode(Subject.Russian)!;
        russian.ScaleOf(Assessment.EGE, 4_000).ShouldBe(ResultScale.Points);
        russian.ScaleOf(Assessment.VPR, null).ShouldBe(ResultScale.Marks);
        russian.ScaleOf(Assessment.OGE, 4_100).ShouldBe(ResultScale.Marks);
        russian.ScaleOf(Assessment.OGE, 28_500).ShouldBe(ResultScale.Points);
        Subject.OfCode(Subject.MathematicsBasic)!.ScaleOf(Assessment.EGE, 4_330).ShouldBe(ResultScale.Marks);
    }
}

public sealed class AssessmentNamesTests
{
    [Theory]
    [InlineData("ЕГЭ", Assessment.EGE)]
    [InlineData(" огэ ", Assessment.OGE)]
    [InlineData("впр", Assessment.VPR)]
    [InlineData("КДР", Assessment.REGIONAL)]
    [InlineData("РДР", Assessment.REGIONAL)]
    [InlineData("НИКО", Assessment.NATIONAL)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("ЕГЕ", null)]
    public void Understands_how_people_write_it(string? text, Assessment? assessment) => AssessmentNames.Named(text).ShouldBe(assessment);

    [Fact]
    public void Every_assessment_is_found_by_both_its_names()
    {
        foreach (var assessment in Enum.GetValues<Assessment>())
        {
            AssessmentNames.Named(assessment.ToString()).ShouldBe(assessment);
            AssessmentNames.Named(assessment.Russian()).ShouldBe(assessment);
        }
    }
}
