using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Teachers.TeacherCalls;

namespace Opora.Api.Tests.Features.Teachers;

public sealed class ListTeachersTests(ApiFactory api)
{
    [Fact]
    public async Task Finds_by_every_filter_and_sorts()
    {
        var given = await Given.Region(api);
        var (place, elsewhere) = (await given.Municipality("Агрызский район"), await given.Municipality("Елабужский район"));
        var (school, other) = (await given.School(place), await given.School(elsewhere, "СОШ № 5"));
        using var http = await given.Operator();
        await http.Register(school, "Ёлкина Анна Ильинична", Facts("Ёлкина Анна Ильинична", "Highest", "mathematics", "physics"));
        await http.Register(
            school,
            "",
            new
            {
                name = "Жукова Анна Львовна",
                experienceSince = 2001,
                plan = new { madeOn = "2020-01-01" },
                portfolio = new { madeOn = "2020-01-01" },
            }
        );
        await http.Register(other, "Дёмина Ольга Юрьевна", Facts("Дёмина Ольга Юрьевна", "First", "mathematics"));

        (await http.Names()).ShouldBe(["Дёмина Ольга Юрьевна", "Ёлкина Анна Ильинична", "Жукова Анна Львовна"]);
        (await http.Names("search=анна")).ShouldBe(["Ёлкина Анна Ильинична", "Жукова Анна Львовна"]);
        (await http.Names("search=елк а")).ShouldBe(["Ёлкина Анна Ильинична"]);
        (await http.Names("search=кина")).ShouldBeEmpty();
        (await http.Names($"school={other.Id}")).ShouldBe(["Дёмина Ольга Юрьевна"]);
        (await http.Names($"municipality={place.Code}")).Length.ShouldBe(2);
        (await http.Names($"municipality={place.Code}&municipality={elsewhere.Code}")).Length.ShouldBe(3);
        (await http.Names("subject=mathematics")).Length.ShouldBe(2);
        (await http.Names("subject=mathematics-basic")).ShouldBeEmpty();
        (await http.Names("category=Highest&category=None")).Length.ShouldBe(2);
        (await http.Names("onStaff=true")).Length.ShouldBe(3);
        (await http.Names("onStaff=false")).ShouldBeEmpty();
        (await http.Names("hasPlan=true")).ShouldBe(["Жукова Анна Львовна"]);
        (await http.Names("hasPortfolio=false")).Length.ShouldBe(2);
        (await http.Names("sort=-experience"))[0].ShouldBe("Жукова Анна Львовна");
        (await http.Names("sort=-municipality"))[0].ShouldBe("Дёмина Ольга Юрьевна");
        (await http.Names("sort=school"))[^1].ShouldBe("Дёмина Ольга Юрьевна");
        var row = (await http.GetJson($"{Root}?search=демина")).GetProperty("items")[0];
        row.GetProperty("school").GetProperty("municipality").GetString().ShouldBe("Елабужский район");
        await http.GetAsync($"{Root}?subject=magic", TestContext.Current.CancellationToken).AssertProblem(400, "validation");
    }

    [Fact]
    public async Task Nobody_finds_a_teacher_of_another_place()
    {
        var given = await Given.Region(api);
        var (own, other) = (await given.Municipality(), await given.Municipality("Другой район"));
        var (school, foreign) = (await given.School(own), await given.School(other, "СОШ № 5"));
        using var theOperator = await given.Operator();
        await theOperator.Register(school, "Своя Анна Петровна");
        var card = await theOperator.Register(foreign, "Чужая Анна Петровна");
        using var coordinator = await given.Coordinator(own);
        using var schoolPerson = await given.SchoolPerson(school);
        using var stranger = await (await Given.Region(api)).Operator();

        foreach (var http in new[] { coordinator, schoolPerson, stranger })
        {
            (await http.Names("search=анна")).ShouldNotContain("Чужая Анна Петровна");
            (await http.Names($"school={foreign.Id}")).ShouldBeEmpty();
            (await http.Names($"municipality={other.Code}")).ShouldBeEmpty();
            var unknown = await http.GetAsync(card.Address(), TestContext.Current.CancellationToken).AssertProblem(404, "not-found");
            unknown.ToString().ShouldNotContain("Чужая");
            var refused = await http.PostJson(Root, Body(foreign, "Чужая Анна Петровна")).AssertProblem(404, "not-found");
            refused.ToString().ShouldNotContain("учитель");
            await http.PutJson(card.Address(), new { facts = Facts("Новая Анна") }, version: 1).AssertProblem(404, "not-found");
        }
        (await coordinator.Names()).ShouldBe(["Своя Анна Петровна"]);
        (await schoolPerson.Names()).ShouldBe(["Своя Анна Петровна"]);
    }

    [Fact]
    public async Task Observers_and_machines_are_refused()
    {
        var given = await Given.Region(api);
        using var observer = await given.Observer();
        using var integration = await given.Machine(Domain.Access.Role.Integration);
        using var system = await given.Machine(Domain.Access.Role.MunicipalSystem, await given.Municipality());
        foreach (var http in new[] { observer, integration, system })
            await http.GetAsync(Root, TestContext.Current.CancellationToken).AssertProblem(403, "forbidden");
    }
}
