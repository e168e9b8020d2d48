using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Domain.Tests.Identification;

public sealed class CohortTests
{
    static readonly Municipality Place = new("92626000", "RU-TA", "Елабужский район");
    static readonly DateOnly Start = new(2019, 2, 18);

    static Cohort List() => new("RU-TA", Period.SchoolYear(2018), new("Перечень", "пол-247/19", Start));

    static School School(Municipality? at = null) => new("1", at ?? Place, new("Школа", SchoolKind.Secondary, Locality.Urban), Start);

    static string CodeOf(Action act) => Should.Throw<BrokenRule>(act).Code;

    [Fact]
    public void A_list_of_a_school_year_holds_the_results_of_its_spring() => List().ResultsYear.ShouldBe(2019);

    [Fact]
    public void A_school_stands_on_a_list_once()
    {
        var (list, school) = (List(), School());
        list.Enter(school, SupportCategory.LowResults, Start, null);

        CodeOf(() => list.Enter(school, SupportCategory.Both, Start, null)).ShouldBe("already-a-member");
        list.Members.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_school_that_comes_back_is_readmitted_on_the_same_row()
    {
        var (list, school) = (List(), School());
        var member = list.Enter(school, SupportCategory.LowResults, Start, null);
        member.Leave(Start.AddMonths(3), "Результаты выросли");

        CodeOf(() => list.Enter(school, SupportCategory.Both, Start.AddMonths(2), null)).ShouldBe("readmitted-before-exit");
        list.Enter(school, SupportCategory.Both, Start.AddMonths(4), "Снова ниже порога").ShouldBeSameAs(member);
        (member.Category, member.LeftOn, member.ExitReason).ShouldBe((SupportCategory.Both, null, null));
    }

    [Fact]
    public void Dates_keep_their_order()
    {
        var (list, school) = (List(), School());
        var member = list.Enter(school, SupportCategory.LowResults, Start, null);

        CodeOf(() => member.Leave(Start.AddDays(-1), "")).ShouldBe("left-before-entry");
        member.Leave(Start.AddDays(1), "");
        CodeOf(() => member.Leave(Start.AddDays(2), "")).ShouldBe("already-left");
        CodeOf(() => member.Revise(SupportCategory.Both, Start.AddDays(2), null)).ShouldBe("left-before-entry");
    }

    [Fact]
    public void A_school_of_another_region_does_not_enter() =>
        CodeOf(() => List().Enter(School(new("04714000", "RU-KYA", "Назарово")), SupportCategory.Both, Start, null))
            .ShouldBe("cohort-other-region");
}
