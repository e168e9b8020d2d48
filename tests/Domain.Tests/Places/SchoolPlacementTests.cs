using Opora.Domain.Places;

namespace Opora.Domain.Tests.Places;

public sealed class SchoolPlacementTests
{
    static readonly Municipality First = new("92626000", "RU-TA", "Елабужский район");
    static readonly Municipality Second = new("92601000", "RU-TA", "Агрызский район");
    static readonly DateOnly Today = new(2021, 9, 1);

    [Theory]
    [InlineData("2010-06-01", "92626000", "before it was registered")]
    [InlineData("2019-06-01", "92626000", "the day before the move")]
    [InlineData("2019-06-02", "92601000", "the day of the move")]
    [InlineData("2030-06-01", "92601000", "for as long as it lasts")]
    public void A_school_stands_where_it_stood_that_day(string day, string municipality, string because)
    {
        var school = new School("1", First, new("Школа", SchoolKind.Secondary, Locality.Urban), new DateOnly(2015, 9, 1));
        school.MoveTo(Second, new DateOnly(2019, 6, 2), Today, reason: null);

        SchoolPlacement.MunicipalityOn(school.Placements, DateOnly.Parse(day)).ShouldBe(municipality, because);
    }

    [Fact]
    public void A_move_and_its_undoing_on_one_day_leave_the_last_place()
    {
        var school = new School("1", First, new("Школа", SchoolKind.Secondary, Locality.Urban), new DateOnly(2015, 9, 1));
        school.MoveTo(Second, new DateOnly(2019, 6, 1), Today, reason: null);
        school.MoveTo(First, new DateOnly(2019, 6, 1), Today, reason: "Ошибка");

        SchoolPlacement.MunicipalityOn(school.Placements, new DateOnly(2019, 6, 1)).ShouldBe(First.Code);
    }
}
