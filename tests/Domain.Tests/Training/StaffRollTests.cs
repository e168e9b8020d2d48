using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Domain.Tests.Training;

public sealed class StaffRollTests
{
    private static readonly DateOnly Today = new(2021, 9, 1);
    private static readonly Municipality Place = new("92626000", "RU-TA", "Елабужский муниципальный район");
    private readonly School _own = MakeSchool("1");
    private readonly School _other = MakeSchool("2");

    [Theory]
    [InlineData("Образцова Анна Петровна", RollFinding.Same)]
    [InlineData("ОБРАЗЦОВА  анна петровна", RollFinding.Same)]
    [InlineData("Анна Петровна Образцова", RollFinding.Same)]
    [InlineData("Образцова Анна", RollFinding.New)]
    [InlineData("Образцова Анна Павловна", RollFinding.New)]
    public void Somebody_is_known_by_the_full_name(string name, RollFinding finding) =>
        Find([Teacher(_own, "Образцова Анна Петровна")], Entry(name)).Finding.ShouldBe(finding);

    [Fact]
    public void Ё_and_е_are_the_same() =>
        Find([Teacher(_own, "Семёнов Пётр Ильич")], Entry("Семенов Петр Ильич")).Finding.ShouldBe(RollFinding.Same);

    [Fact]
    public void Two_of_one_name_are_told_apart_by_the_code_only()
    {
        var (a, b) = (Teacher(_own), Teacher(_own));
        var answer = Find([a, b], Entry());
        answer.Finding.ShouldBe(RollFinding.Ambiguous);
        answer.Teachers.ShouldBe([a, b], ignoreOrder: true);

        Find([a, b], Entry(code: b.Id.ToString())).Teachers.ShouldBe([b]);
        Find([a, b], Entry(code: "новый 2")).Finding.ShouldBe(RollFinding.New);
        Find([a, b], Entry(code: "17")).Finding.ShouldBe(RollFinding.UnknownCode);
        Find([a], Entry(code: Guid.NewGuid().ToString())).Finding.ShouldBe(RollFinding.UnknownCode);
        Find([a], Entry("Другая Анна Петровна", a.Id.ToString())).Finding.ShouldBe(RollFinding.OtherName);
    }

    [Fact]
    public void Whom_one_row_names_by_code_is_not_meant_by_the_name_of_another()
    {
        var known = Teacher(_own);
        var (named, coded) = (Entry(), Entry(code: known.Id.ToString()));
        var roll = new StaffRoll([known], [named, coded]);
        roll.Find(coded).Finding.ShouldBe(RollFinding.Same);
        roll.Find(named).Finding.ShouldBe(RollFinding.Ambiguous);
    }

    [Fact]
    public void Whoever_works_there_is_meant_rather_than_who_has_left()
    {
        var gone = Teacher(_own);
        gone.Leave(new DateOnly(2020, 8, 31), null, Today);
        Find([gone], Entry()).Finding.ShouldBe(RollFinding.HasLeft);
        Find([gone], Entry() with { LeftOn = new DateOnly(2020, 8, 31) }).Finding.ShouldBe(RollFinding.Same);
        var here = Teacher(_own);
        Find([gone, here], Entry()).Teachers.ShouldBe([here]);
    }

    [Fact]
    public void Nobody_is_taken_from_another_school()
    {
        var known = Teacher(_other);
        Find([known], Entry()).Finding.ShouldBe(RollFinding.Elsewhere);
        Find([known], Entry(code: known.Id.ToString())).Finding.ShouldBe(RollFinding.Elsewhere);
        Find([known], Entry(code: "Новый")).Finding.ShouldBe(RollFinding.New);
        known.AddPost(_own, Today, Today);
        Find([known], Entry()).Finding.ShouldBe(RollFinding.PartTimer);
    }

    [Fact]
    public void The_nameless_are_nobody_s_namesakes()
    {
        var known = Teacher(_own);
        known.Anonymise(new DateTime(2021, 9, 1, 0, 0, 0, DateTimeKind.Utc));
        Find([known], Entry()).Finding.ShouldBe(RollFinding.New);
        Find([known], Entry(code: known.Id.ToString())).Finding.ShouldBe(RollFinding.UnknownCode);
    }

    private static RollAnswer Find(Teacher[] known, RollEntry entry) => new StaffRoll(known, [entry]).Find(entry);

    private RollEntry Entry(string name = "Образцова Анна Петровна", string? code = null) => new(_own.Id, SearchText.FoldName(name), code);

    private static Teacher Teacher(School school, string name = "Образцова Анна Петровна") =>
        new(school, new TeacherFacts(name, []), Today);

    private static School MakeSchool(string code) =>
        new(code, Place, new("Школа", SchoolKind.Secondary, Locality.Urban), new DateOnly(2015, 9, 1));
}
