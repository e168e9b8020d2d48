namespace Opora.Domain.Tests;

public sealed class SortTextTests
{
    [Fact]
    public void Orders_as_people_look_for_names()
    {
        string[] expected =
        [
            "«Алые паруса»",
            "Ёлкинская ООШ",
            "Еловская ООШ",
            "елынь",
            "СОШ № 2",
            "сош №2 им. Ежова",
            "СОШ №10",
            "СОШ № 100",
            "Школа",
        ];
        expected.Reverse().OrderBy(SortText.Key, StringComparer.Ordinal).ShouldBe(expected);
    }

    [Theory]
    [InlineData("МБОУ «СОШ № 2» ЕМР РТ", "мбоу сош 00000002 емр рт")]
    [InlineData("  СОШ №007 ", "сош 00000007")]
    [InlineData("160312002", "160312002")]
    [InlineData("0", "00000000")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Makes_the_key(string? name, string key) => SortText.Key(name).ShouldBe(key);

    [Fact]
    public void Is_never_longer_than_its_column() =>
        SortText.Key(string.Concat(Enumerable.Repeat("7 ", 150))).Length.ShouldBeLessThanOrEqualTo(SortText.MaxLength);
}
