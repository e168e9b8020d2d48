using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Identification;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Municipalities, schools and lists of supported schools from tables.</summary>
public sealed class ImportRegisterTests(ApiFactory api)
{
    private const string SchoolHeader = "Код школы;Название;Вид;Местность;Муниципалитет;Учеников;Учителей;Сайт\n";

    [Fact]
    public async Task Municipalities_are_created_renamed_and_left_alone()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var (first, second) = (Given.NewCode()[1..], Given.NewCode()[1..]);
        var table = $"ОКТМО;Название\n{first};Елабужский район\n{second};Агрызский район\n";

        (await http.Import("municipalities", table)).Counts().ShouldBe([2, 2, 0, 0, 0]);
        (await http.Import("municipalities", table)).Counts().ShouldBe([2, 0, 0, 2, 0]);
        var renamed = await http.Import("municipalities", table.Replace("Агрызский район", "Агрызский муниципальный округ"));
        renamed.Counts().ShouldBe([2, 0, 1, 1, 0]);
        await given.InRegion(async db =>
            (await db.Municipalities.SingleAsync(m => m.Code == second)).Name.ShouldBe("Агрызский муниципальный округ")
        );
        var wrong = await http.Import("municipalities", $"ОКТМО;Название;Регион\n12;Мамадышский район;\n{first};;RU-MOW\n");
        wrong.State().ShouldBe("failed");
        wrong.Errors().ShouldBe(["2 A code-invalid", "3 B required", "3 C place-unknown"]);
    }

    [Fact]
    public async Task A_municipality_of_another_region_is_not_taken_over()
    {
        var taken = (await (await Given.Region(api)).Municipality()).Code;
        var given = await Given.Region(api);
        using var http = await given.Operator();
        var own = Given.NewCode()[1..];

        var import = await http.Import("municipalities", $"ОКТМО;Название\n{taken};Чужой\n{own};Свой\n", "&mode=partial");
        import.Counts().ShouldBe([2, 1, 0, 0, 1]);
        import.Errors().ShouldBe(["2 A duplicate"]);
        var atomic = await http.Import("municipalities", $"ОКТМО;Название\n{Given.NewCode()[1..]};Ещё\n{taken};Чужой\n");
        atomic.State().ShouldBe("failed");
        atomic.Errors().ShouldBe(["3 A duplicate"]);
        await given.InRegion(async db => (await db.Municipalities.CountAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task Schools_are_created_updated_moved_and_left_alone()
    {
        var given = await Given.Region(api);
        var (old, other) = (await given.Municipality(), await given.Municipality("Агрызский муниципальный район"));
        using var http = await given.Operator();
        var (a, b) = (Given.NewCode(), Given.NewCode());
        var table =
            SchoolHeader
            + $"{a};МБОУ «СОШ № 2»;СОШ;город;{old.Name};730;43;https://example.org\n"
            + $"{b};Лицей №1;Лицей;сельская;Агрызский район;;;\n";

        (await http.Import("schools", table)).Counts().ShouldBe([2, 2, 0, 0, 0]);
        (await http.Import("schools", table)).Counts().ShouldBe([2, 0, 0, 2, 0]);
        // An empty cell says nothing: what was known of the school stays.
        var next = SchoolHeader + $"{a};МБОУ «СОШ № 2»;СОШ;город;{other.Name};735;;\n{b};Лицей №1;Лицей;сельская;Агрызский район;;;\n";
        (await http.Import("schools", next)).Counts().ShouldBe([2, 0, 1, 1, 0]);

        await given.InRegion(async db =>
        {
            var school = await db.Schools.Include(s => s.Placements).SingleAsync(s => s.Code == a);
            (school.Pupils, school.Teachers, school.Website).ShouldBe((735, 43, "https://example.org"));
            school.MunicipalityCode.ShouldBe(other.Code);
            school.Placements.Select(p => p.MunicipalityCode).ShouldBe([old.Code, other.Code], ignoreOrder: true);
            var lyceum = await db.Schools.SingleAsync(s => s.Code == b);
            (lyceum.Kind, lyceum.Locality, lyceum.Pupils).ShouldBe((SchoolKind.Lyceum, Locality.Rural, null));
        });
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_schools()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var closed = await given.School(place);
        using var http = await given.Operator();
        await http.PostJson($"/api/v1/schools/{closed.Id}/close", new { closedOn = "2021-08-31", reason = "Приказ" }, version: 1).Json();
        var table =
            SchoolHeader
            + $"№ 2;Школа;детский сад;город;{place.Name};много;;\n"
            + $"{Given.NewCode()};Школа;СОШ;город;Марсианский район;;;пока нет сайта\n"
            + $"{closed.Code};Новое имя;СОШ;город;{place.Name};;;\n";

        var import = await http.Import("schools", table, "&mode=partial");
        import.Counts().ShouldBe([3, 0, 0, 0, 3]);
        import.State().ShouldBe("failed");
        import
            .Errors()
            .ShouldBe([
                "2 A code-invalid",
                "2 C word-unknown",
                "2 F number-invalid",
                "3 E place-unknown",
                "3 H website-invalid",
                "4 A school-closed",
            ]);
    }

    [Fact]
    public async Task A_list_of_supported_schools_is_made_from_the_order()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new[] { await given.School(place), await given.School(place, "СОШ № 8"), await given.School(place, "СОШ № 9") };
        using var http = await given.Operator();
        var table =
            "Период;Номер приказа;Дата приказа;Код школы;Категория;Основание\n"
            + $"2019;пол-247/19;18.02.2019;{schools[0].Code};ШНОР;ГИА 2018\n"
            + $"2019;пол-247/19;18.02.2019;{schools[1].Code};неблагоприятные условия;\n"
            + $"2019 год;пол-247/19;2019-02-18;{schools[2].Code};ШНОР и ШНСУ;\n";

        (await http.Import("cohort-members", table)).Counts().ShouldBe([3, 3, 0, 0, 0]);
        (await http.Import("cohort-members", table)).Counts().ShouldBe([3, 0, 0, 3, 0]);
        (await http.Import("cohort-members", table.Replace("неблагоприятные условия", "обе"))).Counts().ShouldBe([3, 0, 1, 2, 0]);
        await given.InRegion(async db =>
        {
            var cohort = await db.Cohorts.Include(c => c.Members).SingleAsync();
            (cohort.ResultsYear, cohort.OrderNumber, cohort.OrderDate).ShouldBe((2019, "пол-247/19", new DateOnly(2019, 2, 18)));
            cohort
                .Members.OrderBy(m => Array.FindIndex(schools, s => s.Id == m.SchoolId))
                .Select(m => m.Category)
                .ShouldBe([SupportCategory.LowResults, SupportCategory.Both, SupportCategory.Both]);
            cohort.Members.ShouldAllBe(m => m.EnteredOn == new DateOnly(2019, 2, 18));
        });

        var other = await http.Import("cohort-members", table.Replace("пол-247/19", "пол-300/19").Replace("ГИА 2018", "=1+1"));
        other.State().ShouldBe("failed");
        other.GetProperty("errorsByCode")[0].GetProperty("code").GetString().ShouldBe("cohort-order-differs");
        var wrong = await http.Import(
            "cohort-members",
            "Период;Номер приказа;Дата приказа;Код школы;Категория\nлето;1;вчера;0;хорошая\n",
            "&mode=partial"
        );
        wrong.Errors().ShouldBe(["2 A period-invalid", "2 C date-invalid", "2 D school-unknown", "2 E category-unknown"]);
    }

    [Fact]
    public async Task A_register_import_is_taken_back_whole_or_not_at_all()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var school = await given.School(place);
        using var http = await given.Operator();
        var made = Given.NewCode();
        var import = await http.Import(
            "schools",
            SchoolHeader + $"{school.Code};Новое имя;ООШ;село;{other.Name};1;2;\n{made};СОШ № 9;СОШ;город;{place.Name};;;\n"
        );
        import.GetProperty("canRollBack").GetBoolean().ShouldBeTrue();

        var back = await RollBack(http, import).Json();
        back.State().ShouldBe("rolledBack");
        back.GetProperty("canRollBack").GetBoolean().ShouldBeFalse();
        await given.InRegion(async db =>
        {
            var same = await db.Schools.SingleAsync();
            (same.Code, same.Name, same.Kind, same.Locality, same.Pupils, same.Teachers, same.MunicipalityCode).ShouldBe(
                (school.Code, school.Name, school.Kind, school.Locality, school.Pupils, school.Teachers, place.Code)
            );
        });
        await RollBack(http, back).AssertProblem(409, "nothing-to-roll-back");

        var again = await http.Import("schools", SchoolHeader + $"{made};СОШ № 9;СОШ;город;{place.Name};;;\n");
        var id = (await http.GetJson("/api/v1/schools?search=" + made)).GetProperty("items")[0].GetProperty("id").GetGuid();
        await http.PostJson($"/api/v1/schools/{id}/close", new { closedOn = "2021-09-01", reason = "Приказ" }, version: 1).Json();
        await RollBack(http, again).AssertProblem(409, "import-superseded");
        await given.InRegion(async db => (await db.Schools.CountAsync()).ShouldBe(2));
    }

    [Fact]
    public async Task A_list_is_taken_back_with_its_members()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        const string Header = "Период;Номер приказа;Дата приказа;Код школы;Категория\n";
        var first = await http.Import("cohort-members", Header + $"2019;1;18.02.2019;{school.Code};ШНОР\n");
        var second = await http.Import("cohort-members", Header + $"2020;2;18.02.2020;{school.Code};ШНСУ\n");

        (await RollBack(http, second).Json()).State().ShouldBe("rolledBack");
        await given.InRegion(async db =>
        {
            (await db.Cohorts.Select(c => c.ResultsYear).ToListAsync()).ShouldBe([2019]);
            (await db.CohortMembers.CountAsync()).ShouldBe(1);
        });
        (await RollBack(http, first).Json()).State().ShouldBe("rolledBack");
        await given.InRegion(async db => (await db.Cohorts.CountAsync()).ShouldBe(0));
    }

    private static Task<HttpResponseMessage> RollBack(HttpClient http, System.Text.Json.JsonElement import) =>
        http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, import.GetProperty("version").GetInt32());
}
