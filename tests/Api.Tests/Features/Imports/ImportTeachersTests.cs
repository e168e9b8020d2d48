using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Features.Teachers;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>Staff lists of schools, with invented names.</summary>
public sealed class ImportTeachersTests(ApiFactory api)
{
    private const string Header =
        "Код школы;ФИО;Предметы;Должность;Категория;Дата присвоения категории;Стаж;В школе с;Уволен с;Код педагога\n";
    private const string Anna = "Образцова Анна Петровна";
    private const string Pyotr = "Примеров Пётр Ильич";

    [Fact]
    public async Task Teachers_are_registered_updated_and_left_alone()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Coordinator(await Place(given));
        var table =
            Header
            + $"{school.Code};{Anna};Русский язык, литература;учитель;первая;20.12.2019;2004;01.09.2010;;\n"
            + $"{school.Code};ПРИМЕРОВ ПЁТР ИЛЬИЧ;Физкультура и ОБЖ;;соответствие;;;;;\n"
            + "Итого педагогов: 2;;;;;;;;;\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Encoding.GetEncoding("windows-1251").GetBytes(table);

        (await http.Import("teachers", file)).Counts().ShouldBe([2, 2, 0, 0, 0]);
        (await http.Import("teachers", file)).Counts().ShouldBe([2, 0, 0, 2, 0]);
        var next = Header + $"{school.Code};образцова анна петровна;;;высшая;25.12.2020;;;;\n{school.Code};Примеров Петр Ильич;;;;;;;;\n";
        (await http.Import("teachers", next)).Counts().ShouldBe([2, 0, 1, 1, 0]);

        await given.InRegion(async db =>
        {
            var anna = await db.Teachers.SingleAsync(t => t.Name == Anna);
            (anna.SchoolId, anna.Position, anna.ExperienceSince).ShouldBe((school.Id, "учитель", 2004));
            (anna.Category, anna.CategoryOn).ShouldBe((TeacherCategory.Highest, new DateOnly(2020, 12, 25)));
            (anna.StaffSinceOn, anna.LeftOn).ShouldBe((new DateOnly(2010, 9, 1), null));
            anna.Subjects.ShouldBe(["russian", "literature"]);
            var pyotr = await db.Teachers.SingleAsync(t => t.Name == Pyotr);
            (pyotr.Category, pyotr.Subjects.Count).ShouldBe((TeacherCategory.Conformity, 0));
        });
        await given.InRegion(async db =>
            (await db.ChangeEntries.Where(c => c.Thing == nameof(Teacher)).Select(c => c.Changes).ToListAsync()).ShouldAllBe(c =>
                !c.Contains("Образцова", StringComparison.OrdinalIgnoreCase)
            )
        );
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_a_row()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var table =
            Header
            + $"{school.Code};Образцова А. П.;;;;;;;;\n"
            + $"{school.Code};{Anna};Зельеварение;;отличная;;давно;01.09.2101;;\n"
            + $"{school.Code};{Pyotr};;;;20.12.2019;;01.09.2019;31.08.2018;\n"
            + $"000;{Anna};;;;;;;;\n"
            + $"{school.Code};;;;;;;;;\n";

        var import = await http.Import("teachers", table, "&mode=partial");
        import.Counts().ShouldBe([5, 0, 0, 0, 5]);
        import
            .Errors()
            .ShouldBe(
                [
                    "2 B name-incomplete",
                    "3 C subject-unknown",
                    "3 E word-unknown",
                    "3 G experience-invalid",
                    "3 H date-in-future",
                    "4 E category-required",
                    "4 I date-before-start",
                    "5 A school-unknown",
                    "6 B required",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Namesakes_are_found_and_told_apart()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var row = $"{school.Code};{Anna};;;;;;;;";

        var twice = await http.Import("teachers", Header + $"{row}\n{row}\n{school.Code};{Pyotr};;;;;;;;\n", "&mode=partial");
        twice.Counts().ShouldBe([3, 1, 0, 0, 2]);
        twice.Errors().ShouldBe(["2 B duplicate-in-payload", "3 B duplicate-in-payload"]);
        twice.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("строки 2, 3: если это один человек");

        var both = Header + $"{school.Code};{Anna};;учитель;;;;;;новый 1\n{school.Code};{Anna};;завуч;;;;;;новый 2\n";
        (await http.Import("teachers", both)).Counts().ShouldBe([2, 2, 0, 0, 0]);
        (await http.Import("teachers", both)).Counts().ShouldBe([2, 0, 0, 2, 0]);
        var ambiguous = await http.Import("teachers", Header + $"{row}\n", "&mode=partial");
        ambiguous.Errors().ShouldBe(["2 J teacher-ambiguous"]);
        await given.InRegion(async db =>
        {
            var ids = await db.Teachers.Where(t => t.Name == Anna).Select(t => t.Id).ToListAsync();
            var message = ambiguous.GetProperty("errors")[0].GetProperty("message").GetString()!;
            ids.ShouldAllBe(id => message.Contains(id.ToString()));
            var told = await http.Import("teachers", Header + $"{school.Code};{Anna};;директор;;;;;;{ids[0]}\n");
            told.Counts().ShouldBe([1, 0, 1, 0, 0]);
            (await db.Teachers.CountAsync(t => t.Position == "директор" && t.Id == ids[0])).ShouldBe(1);
        });
    }

    [Fact]
    public async Task An_exported_list_comes_back_as_it_went_out()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        await http.Register(school, Anna);
        await http.PostJson(TeacherCalls.Root, TeacherCalls.Body(school, Anna, confirmed: true)).Json(System.Net.HttpStatusCode.Created);
        var gone = await http.Register(
            school,
            Pyotr,
            new
            {
                name = Pyotr,
                category = "Highest",
                categoryOn = "2020-01-31",
            }
        );
        await http.PostJson(gone.Address() + "/leave", new { leftOn = "2021-06-30" }, version: 1).Json();

        var file = await http.GetByteArrayAsync("/api/v1/teachers/file", TestContext.Current.CancellationToken);
        (await http.Import("teachers", file)).Counts().ShouldBe([3, 0, 0, 3, 0]);
    }

    [Fact]
    public async Task Somebody_from_another_school_is_not_moved()
    {
        var (given, school) = await OneSchool();
        var place = await Place(given);
        var former = await given.School(place, "СОШ № 5");
        using var http = await given.Coordinator(place);
        var card = await http.Register(former, Anna);

        var import = await http.Import("teachers", Header + $"{school.Code};{Anna};;;;;;;;\n");
        import.State().ShouldBe("failed");
        import.Errors().ShouldBe(["2 J teacher-elsewhere"]);
        var other = Header + $"{school.Code};{Anna};;;;;;;;новый\n";
        (await http.Import("teachers", other)).Counts().ShouldBe([1, 1, 0, 0, 0]);
        var posts = await http.GetJson(card.Address());
        posts.GetProperty("school").GetProperty("name").GetString().ShouldBe("СОШ № 5");
    }

    [Fact]
    public async Task An_anonymised_name_goes_from_the_reports_of_imports_too()
    {
        var (given, school) = await OneSchool();
        using var boss = await given.Operator();
        using var http = await given.SchoolPerson(school);
        var card = await http.Register(school, Pyotr);
        var row = $"{school.Code};Примеров Петр Ильич;;;;;;;;";
        var import = await boss.Import("teachers", Header + $"{row}чужой\n{row}\n{row}\n", "&mode=partial");
        import.Errors().ShouldBe(["2 J teacher-code-unknown", "3 B duplicate-in-payload", "4 B duplicate-in-payload"]);

        await http.PostJson(card.Address() + "/anonymise", new { confirmed = true }, version: 1).Json();

        var after = await boss.GetStringAsync(
            $"/api/v1/imports/{import.GetProperty("id").GetGuid()}/errors",
            TestContext.Current.CancellationToken
        );
        after.ShouldContain("обезличен");
        after.ShouldNotContain("Примеров");
    }

    [Fact]
    public async Task A_coordinator_reaches_the_own_municipality_only()
    {
        var (given, mine) = await OneSchool();
        var other = await given.Municipality("Другой район");
        var foreign = await given.School(other, "СОШ № 9");
        using var boss = await given.Operator();
        await boss.Register(foreign, Anna);
        using var http = await given.Coordinator(await Place(given));

        var import = await http.Import(
            "teachers",
            Header + $"{foreign.Code};{Anna};;;;;;;;\n000;{Pyotr};;;;;;;;\n{mine.Code};{Anna};;;;;;;;\n",
            "&mode=partial"
        );
        import.Counts().ShouldBe([3, 1, 0, 0, 2]);
        import.Errors().ShouldBe(["2 A school-unknown", "3 A school-unknown"]);
        using var machine = await given.Machine(Role.MunicipalSystem, await Place(given));
        await machine.Upload("teachers", [1]).AssertProblem(403, "forbidden");
        var address = $"/api/v1/imports/{import.GetProperty("id").GetGuid()}";
        foreach (var part in new[] { "", "/preview", "/errors", "/errors.csv", "/annotated" })
            await machine.GetAsync(address + part, TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
        (await machine.GetJson("/api/v1/imports")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_missing_from_the_whole_staff_is_listed_and_leaves_when_that_is_asked_for()
    {
        var (given, school) = await OneSchool();
        var place = await Place(given);
        var (second, untouched) = (await given.School(place, "СОШ № 5"), await given.School(place, "СОШ № 6"));
        using var http = await given.Coordinator(place);
        foreach (var (at, name) in new[] { (school, Anna), (school, Pyotr), (second, Anna), (untouched, Pyotr) })
            await http.Register(at, name);
        var table = Header + $"{school.Code};{Anna};;;;;;;;\n{second.Code};Пробная А. Б.;;;;;;;;\n";
        var import = await http.Import("teachers", table, "&confirm=true");

        var plain = await http.Act(import, "check", new { mapping = Mapping(), mode = "partial" });
        plain.Counts().ShouldBe([2, 0, 0, 1, 1]);
        (await Absent(http, plain)).ShouldBeEmpty();
        var check = await http.Act(
            plain,
            "check",
            new
            {
                mapping = Mapping("2021-09-01"),
                mode = "partial",
                saveMappingAs = "Штат",
            }
        );
        check.Counts().ShouldBe([2, 0, 1, 1, 1]);
        // The second school has a row that nobody can read: of its people none is said to be missing.
        (await Absent(http, check)).ShouldBe([Pyotr]);
        await OnStaff(given, 4);
        var loaded = await http.Act(check, "load", new { mode = "partial" });
        loaded.Counts().ShouldBe([2, 0, 1, 1, 1]);
        (await Absent(http, loaded)).ShouldBe([Pyotr]);
        await OnStaff(given, 3);
        await given.InRegion(async db =>
        {
            var gone = await db.Teachers.SingleAsync(t => t.LeftOn != null);
            (gone.Name, gone.SchoolId, gone.LeftOn).ShouldBe((Pyotr, school.Id, new DateOnly(2021, 9, 1)));
            (await db.ImportMappings.SingleAsync(m => m.Name == "Штат")).Spec.ShouldNotContain("2021");
        });

        var back = await RollBack(http, loaded).Json();
        back.State().ShouldBe("rolledBack");
        (await Absent(http, back)).ShouldBeEmpty();
        await OnStaff(given, 4);
        await http.PostJson(
                $"/api/v1/imports/{import.GetProperty("id").GetGuid()}/check",
                new { mapping = Mapping("2101-09-01"), mode = "partial" },
                back.GetProperty("version").GetInt32()
            )
            .AssertProblem(400, "validation");
    }

    [Fact]
    public async Task An_import_of_teachers_is_taken_back_whole_or_not_at_all()
    {
        var (given, school) = await OneSchool();
        using var http = await given.Operator();
        var card = await http.Register(school, Anna);
        var table =
            Header + $"{school.Code};{Anna};Химия;директор;высшая;25.12.2020;2001;01.09.2011;31.08.2021;\n{school.Code};{Pyotr};;;;;;;;\n";

        var import = await http.Import("teachers", table);
        import.Counts().ShouldBe([2, 1, 1, 0, 0]);
        // A look at the card is no newer state.
        await http.GetJson(card.Address());
        (await RollBack(http, import).Json()).State().ShouldBe("rolledBack");
        await given.InRegion(async db =>
        {
            var anna = await db.Teachers.SingleAsync();
            (anna.Name, anna.Position, anna.Category, anna.CategoryOn).ShouldBe((Anna, "учитель", TeacherCategory.First, null));
            (anna.ExperienceSince, anna.StaffSinceOn, anna.LeftOn).ShouldBe((null, new DateOnly(2015, 9, 1), null));
            anna.Subjects.ShouldBe(["russian"]);
        });
        var again = await http.Import("teachers", table);
        var now = await http.GetJson(card.Address());
        await http.PostJson(card.Address() + "/return", new { }, now.GetProperty("version").GetInt32()).Json();
        await RollBack(http, again).AssertProblem(409, "import-superseded");
    }

    private static object Mapping(string? wholeStaffOn = null) =>
        new
        {
            headerRow = 1,
            firstRow = 2,
            columns = new { schoolCode = "A", fullName = "B" },
            wholeStaffOn,
        };

    private static async Task<string?[]> Absent(HttpClient http, JsonElement import) =>
        [
            .. (await http.GetJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/absent"))
                .EnumerateArray()
                .Select(t => t.GetProperty("name").GetString()),
        ];

    private static Task OnStaff(Given given, int expected) =>
        given.InRegion(async db => (await db.Teachers.CountAsync(t => t.LeftOn == null)).ShouldBe(expected));

    private static Task<HttpResponseMessage> RollBack(HttpClient http, JsonElement import) =>
        http.PostJson($"/api/v1/imports/{import.GetProperty("id").GetGuid()}/rollback", new { }, import.GetProperty("version").GetInt32());

    private async Task<(Given Given, School School)> OneSchool()
    {
        var given = await Given.Region(api);
        return (given, await given.School(await given.Municipality()));
    }

    private static async Task<Municipality> Place(Given given)
    {
        Municipality? place = null;
        await given.InRegion(async db => place = await db.Municipalities.SingleAsync(m => m.Name.StartsWith("Елабужский")));
        return place!;
    }
}
