namespace Opora.Domain.Tests;

public sealed class SearchTextTests
{
    const string Stored = "МБОУ «СОШ №2» ЕМР РТ";

    [Theory]
    [InlineData("школа №2")]
    [InlineData("СОШ № 2")]
    [InlineData("сош 2")]
    [InlineData("сош2")]
    [InlineData("N2")]
    [InlineData("no2")]
    [InlineData("№ 2 сош")]
    [InlineData("МБОУ \"СОШ №2\" ЕМР РТ")]
    [InlineData("Средняя общеобразовательная школа № 2")]
    [InlineData("средняя школа 2")]
    [InlineData("Муниципальное бюджетное общеобразовательное учреждение „Средняя общеобразовательная школа №2”")]
    [InlineData("CОШ 2")]
    [InlineData("СШ №2")]
    [InlineData("МАОУ СОШ N 2")]
    [InlineData("")]
    [InlineData("  «»  ")]
    public void Finds_the_same_school_however_it_is_written(string query) =>
        SearchText.Matches(SearchText.Fold(Stored), query).ShouldBeTrue();

    [Theory]
    [InlineData("сош 12")]
    [InlineData("2 2 3")]
    [InlineData("сош 20")]
    [InlineData("лицей 2")]
    [InlineData("оош 2")]
    [InlineData("основная школа 2")]
    [InlineData("р2т")]
    public void Does_not_find_another_school(string query) => SearchText.Matches(SearchText.Fold(Stored), query).ShouldBeFalse();

    [Theory]
    [InlineData("МБОУ «СОШ № 12»", "2")]
    [InlineData("СОШ № 20", "2")]
    [InlineData("СОШ № 21", "№ 2")]
    public void Takes_a_number_whole(string stored, string query) => SearchText.Matches(SearchText.Fold(stored), query).ShouldBeFalse();

    [Theory]
    [InlineData("Лицей № 4 им. Ёлкина г. Елабуга 160312004", "елаб")]
    [InlineData("Лицей № 4 им. Ёлкина г. Елабуга 160312004", "имени елкина")]
    [InlineData("Лицей № 4 им. Ёлкина г. Елабуга 160312004", "1603")]
    [InlineData("Лицей № 4 им. Ёлкина г. Елабуга 160312004", "160312")]
    [InlineData("Лицей № 4 им. Ёлкина г. Елабуга 160312004", "160312004")]
    [InlineData("Начальная школа – детский сад № 5", "нош")]
    [InlineData("Школа-интернат № 7", "школы интернат")]
    public void Matches_words_and_codes_from_their_beginning(string stored, string query) =>
        SearchText.Matches(SearchText.Fold(stored), query).ShouldBe(query != "1603");

    [Fact]
    public void Folds_to_words_between_spaces()
    {
        SearchText.Fold(Stored).ShouldBe(" сош школа 2 емр рт ");
        SearchText.Fold("МКОУ Основная  школа с. Ёлкино").ShouldBe(" оош школа с елкино ");
        SearchText.Fold(null).ShouldBe(" ");
        SearchText.Fold("МБОУ").ShouldBe(" ");
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        foreach (var name in (string[])[Stored, "Гимназия №1", "ООШ с. Бехтерево", "Школа-интернат «Ломоносовский»"])
            SearchText.Needles(SearchText.Fold(name)).ShouldBe(SearchText.Needles(name));
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_one() => SearchText.Fold("Лицей").ShouldBe(SearchText.Fold("Лице\u0438\u0306"));
}
