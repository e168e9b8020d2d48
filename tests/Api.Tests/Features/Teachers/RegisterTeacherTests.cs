using System.Net;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using static Opora.Api.Tests.Features.Teachers.TeacherCalls;

namespace Opora.Api.Tests.Features.Teachers;

public sealed class RegisterTeacherTests(ApiFactory api)
{
    [Fact]
    public async Task Registers_and_revises()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.SchoolPerson(school);

        var card = await http.Register(
            school,
            "",
            new
            {
                name = "  Образцова   Анна Петровна ",
                subjects = new[] { "russian", "literature" },
                position = "учитель",
                category = "Highest",
                categoryOn = "2020-12-20",
                experienceSince = 2004,
                staffSinceOn = "2010-09-01",
                plan = new { madeOn = "2020-09-15", updatedOn = "2021-01-20" },
            }
        );

        card.GetProperty("name").GetString().ShouldBe("Образцова Анна Петровна");
        card.GetProperty("subjects").EnumerateArray().Select(s => s.GetString()).ShouldBe(["russian", "literature"]);
        card.GetProperty("plan").GetProperty("updatedOn").GetString().ShouldBe("2021-01-20");
        card.GetProperty("school").GetProperty("id").GetGuid().ShouldBe(school.Id);
        card.GetProperty("editable").GetBoolean().ShouldBeTrue();
        var revised = await http.PutJson(card.Address(), new { facts = Facts("Образцова-Ёлкина Анна Петровна") }, version: 1).Json();
        revised.GetProperty("version").GetInt32().ShouldBe(2);
        revised.GetProperty("plan").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await http.Names("search=елкина анна")).ShouldBe(["Образцова-Ёлкина Анна Петровна"]);
        await http.PutJson(card.Address(), new { facts = Facts("Образцова Анна") }, version: 1).AssertProblem(412, "version-mismatch");
    }

    [Theory]
    [InlineData("{\"name\":\"\"}", "/facts/name")]
    [InlineData("{\"name\":\"Образцова\"}", "/facts/name")]
    [InlineData("{\"name\":\"Образцова Анна\",\"subjects\":[\"magic\"]}", "/facts/subjects/0")]
    [InlineData("{\"name\":\"Образцова Анна\",\"categoryOn\":\"2020-01-01\"}", "/facts/categoryOn")]
    [InlineData("{\"name\":\"Образцова Анна\",\"plan\":{\"madeOn\":\"2021-01-01\",\"updatedOn\":\"2020-01-01\"}}", "/facts/plan")]
    [InlineData("{\"name\":\"Образцова Анна\",\"experienceSince\":4}", "/facts/experienceSince")]
    public async Task Says_what_is_wrong_and_where(string facts, string pointer)
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var body = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(facts);

        var problem = await http.PostJson(Root, Body(school, "", body)).AssertProblem(400, "validation");

        var error = problem.GetProperty("errors")[0];
        error.GetProperty("pointer").GetString().ShouldBe(pointer);
        error.GetProperty("message").GetString()!.ShouldMatch("[а-я]");
    }

    [Fact]
    public async Task Refuses_days_that_lie_ahead()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        await http.PostJson(Root, Body(school, "", new { name = "Образцова Анна", staffSinceOn = "2098-09-01" }))
            .AssertProblem(409, "date-in-future");
    }

    [Fact]
    public async Task A_second_teacher_of_one_name_is_registered_when_confirmed()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (school, other) = (await given.School(place), await given.School(place, "СОШ № 5"));
        using var http = await given.Coordinator(place);
        var first = await http.Register(school, "Семёнова Вера Ильинична");

        var problem = await http.PostJson(Root, Body(school, "СЕМЕНОВА  Вера Ильинична")).AssertProblem(409, "same-name");

        problem.GetProperty("detail").GetString()!.ShouldContain("Семёнова Вера Ильинична, учитель, в школе с 01.09.2015");
        var error = problem.GetProperty("errors")[0];
        error.GetProperty("pointer").GetString().ShouldBe("/facts/name");
        error.GetProperty("value").GetString().ShouldBe(first.GetProperty("id").GetString());
        await http.Register(other, "Семёнова Вера Ильинична");
        await http.PostJson(Root, Body(school, "Семёнова Вера Ильинична", confirmed: true)).Json(HttpStatusCode.Created);
        (await http.Names($"school={school.Id}")).Length.ShouldBe(2);
        var third = await http.Register(school, "Семёнова Вера");
        await http.PutJson(third.Address(), new { facts = Facts("Семёнова Вера Ильинична") }, version: 1).AssertProblem(409, "same-name");
        await http.PutJson(third.Address(), new { facts = Facts("Семёнова Вера Ильинична"), sameNameConfirmed = true }, version: 1).Json();
    }

    [Fact]
    public async Task The_name_stands_in_no_line_of_the_history()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var card = await http.Register(school, "Тайная Мария Ивановна");
        await http.PutJson(card.Address(), new { facts = Facts("Открытая Мария Ивановна") }, version: 1).Json();
        await given.InRegion(async db =>
        {
            var told = await db.ChangeEntries.Where(c => c.Thing == "Teacher").ToListAsync(TestContext.Current.CancellationToken);
            told.Select(c => c.Action).Order().ShouldBe(["registered", "revised"]);
            told.ShouldAllBe(c => c.Changes.Contains("\"name\"") && !c.Changes.Contains("Мария") && !c.Changes.Contains("мария"));
        });
    }
}
