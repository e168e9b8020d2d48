using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.People;

/// <summary>Bringing people in by a list: what is understood, what is refused, and the way from a link to a session.</summary>
public sealed class InvitationTests(ApiFactory api)
{
    private const string Invitations = "/api/v1/people/invitations";

    [Fact]
    public async Task A_pasted_list_becomes_people_who_join_by_their_links_and_see_only_their_own()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (school, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        using var http = await given.Operator();
        var email = $"coord{Given.NewCode()}@example.org";
        var text = $"""
            ФИО	Почта	Роль	Место
            Директор второй школы		школа	{school.Code}

            Координатор района	{email}	координатор	{place.Code}
            """;

        var preview = await http.PostJson(Invitations + "/preview", new { text }).Json();
        preview.GetProperty("errors").GetArrayLength().ShouldBe(0, preview.ToString());
        preview.GetProperty("new").GetInt32().ShouldBe(2);
        preview.GetProperty("rows")[1].GetProperty("row").GetInt32().ShouldBe(4, "as the spreadsheet counts");
        (await http.GetJson("/api/v1/people")).GetProperty("total").GetInt32().ShouldBe(1, "a preview changes nothing");

        var invited = await http.PostJson(Invitations, new { text }).Json();
        var rows = invited.GetProperty("rows");
        rows[0].Text("userName").ShouldBe("school-" + school.Code);
        rows[1].Text("userName").ShouldBe(email);
        var list = await http.GetJson("/api/v1/people?state=Invited&sort=name");
        list.GetProperty("total").GetInt32().ShouldBe(2);
        list.GetProperty("items")[0].GetProperty("link").Text("state").ShouldBe("Open");
        list.ToString().ShouldNotContain("join#");

        using var browser = api.CreateBrowser();
        var token = rows[0].Token();
        var look = await browser.PostJson("/api/v1/links/look", new { token }).Json();
        look.GetProperty("place").Text("name").ShouldBe(school.Name);
        look.Text("purpose").ShouldBe("Invitation");
        (await browser.PostJson("/api/v1/links/use", new { token, password = Given.Password }).Json())
            .GetProperty("signedIn")
            .GetBoolean()
            .ShouldBeTrue();
        (await browser.GetJson("/api/v1/schools")).GetProperty("total").GetInt32().ShouldBe(1);
        await browser.GetAsync($"/api/v1/schools/{foreign.Id}", Cancel).AssertProblem(404, "not-found");
        await browser.GetAsync("/api/v1/people", Cancel).AssertProblem(403, "forbidden");
        (await http.GetJson("/api/v1/people?state=Active&role=School")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_row_the_column_and_the_cure_of_every_slip_and_invites_nobody()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (one, two) = (await given.School(place, "МБОУ «СОШ № 7»"), await given.School(place, "МАОУ СОШ №7"));
        using var http = await given.Operator();
        var text = $"""
            Первый	нет-адреса	школа	{one.Code}
            Второй		школа	СОШ 7
            Третий		завуч	{one.Code}
            Четвёртый		школа	999999999
            Пятый	a@example.org	школа	{one.Code}
            Шестой	A@example.org	школа	{two.Code}
            Пятый	a@example.org	школа	{one.Code}
            	b@example.org	школа	{one.Code}
            """;

        var preview = await http.PostJson(Invitations + "/preview", new { text }).Json();
        preview
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => (e.GetProperty("row").GetInt32(), e.Text("column"), e.Text("code")))
            .ShouldBe([
                (1, "почта", "email-wrong"),
                (2, "место", "place-ambiguous"),
                (3, "роль", "role-unknown"),
                (4, "место", "place-unknown"),
                (6, "почта", "email-shared"),
                (7, "имя", "duplicate"),
                (8, "имя", "required"),
            ]);
        preview.GetProperty("errors")[1].Text("allowed").ShouldContain(two.Code);
        var refused = await http.PostJson(Invitations, new { text }).AssertProblem(422, "rows-wrong");
        refused.GetProperty("errors")[0].Text("pointer").ShouldBe("/rows/1/почта");
        (await http.GetJson("/api/v1/people")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_here_already_gets_one_more_role_and_the_same_list_twice_changes_nothing()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var (one, two) = (await given.School(place, "СОШ № 1"), await given.School(place, "СОШ № 2"));
        using var http = await given.Operator();
        var email = $"p{Given.NewCode()}@example.org";
        await http.PostJson(Invitations, new { text = $"Методист\t{email}\tшкола\t{one.Code}\nБез почты\t\tшкола\t{one.Code}" }).Json();

        var again = await http.PostJson(
                Invitations,
                new { text = $"Методист\t{email}\tшкола\t{two.Code}\nМетодист\t{email}\tшкола\t{one.Code}\nБез почты\t\tшкола\t{one.Code}" }
            )
            .Json();
        again
            .GetProperty("rows")
            .EnumerateArray()
            .Select(r => (r.Text("outcome"), r.GetProperty("path").ValueKind))
            .ShouldBe([("FurtherRole", JsonValueKind.Null), ("Unchanged", JsonValueKind.Null), ("Unchanged", JsonValueKind.Null)]);
        var list = await http.GetJson($"/api/v1/people?search={email[..8]}");
        list.GetProperty("items")[0].GetProperty("grants").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task An_address_that_somebody_out_of_reach_uses_tells_nothing()
    {
        var (given, elsewhere) = (await Given.Region(api), await Given.Region(api));
        var (school, foreign) = (await given.School(await given.Municipality()), await elsewhere.School(await elsewhere.Municipality()));
        var email = $"same{Given.NewCode()}@example.org";
        using var theirs = await elsewhere.Operator();
        await theirs.PostJson(Invitations, new { text = $"Там\t{email}\tшкола\t{foreign.Code}" }).Json();

        using var http = await given.Operator();
        var row = (await http.PostJson(Invitations, new { text = $"Здесь\t{email}\tшкола\t{school.Code}" }).Json()).GetProperty("rows")[0];
        row.Text("outcome").ShouldBe("New");
        row.Text("displayName").ShouldBe("Здесь");
        row.Text("userName").ShouldBe("school-" + school.Code);
    }

    [Fact]
    public async Task Seventy_one_schools_come_in_with_one_call_and_few_questions_to_the_database()
    {
        var given = await Given.Region(api);
        var place = await given.Municipality();
        var schools = new List<School>();
        for (var number = 1; number <= 71; number++)
            schools.Add(await given.School(place, $"СОШ № {number}"));
        using var http = await given.Operator();
        var text = string.Join('\n', schools.Select(s => $"Директор {s.Name};;школа;{s.Code}"));
        using var count = new StatementCount(api, http);

        var invited = await http.PostJson(Invitations, new { text }).Json();
        invited.GetProperty("new").GetInt32().ShouldBe(71);
        var questions = count.Statements.Where(s => s.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)).ToList();
        questions.Count.ShouldBeLessThanOrEqualTo(8, string.Join("\n\n", questions));
        invited.GetProperty("rows").EnumerateArray().Select(r => r.Token()).ShouldBeUnique();
    }

    [Fact]
    public async Task A_coordinator_invites_schools_of_the_own_municipality_only()
    {
        var given = await Given.Region(api);
        var (place, other) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        var (own, foreign) = (await given.School(place), await given.School(other, "СОШ № 5"));
        using var http = await given.Coordinator(place);
        var text = $"""
            Свой		школа	{own.Code}
            Чужой		школа	{foreign.Code}
            Коллега		координатор	{place.Code}
            Оператор		оператор	{given.RegionCode}
            Министр		наблюдатель	{given.RegionCode}
            """;

        var preview = await http.PostJson(Invitations + "/preview", new { text }).Json();
        preview.GetProperty("rows").GetArrayLength().ShouldBe(1);
        preview
            .GetProperty("errors")
            .EnumerateArray()
            .Select(e => e.Text("code"))
            .ShouldBe(["place-unknown", "role-beyond", "role-beyond", "role-beyond"]);
        await http.PostJson(Invitations, new { text }).AssertProblem(422, "rows-wrong");
        await http.PostJson(Invitations, new { text = $"Свой\t\tшкола\t{own.Code}" }).Json();
        (await http.GetJson("/api/v1/people")).GetProperty("total").GetInt32().ShouldBe(1, "the school's person, nobody else");
    }

    [Fact]
    public async Task The_history_keeps_who_invited_whom_without_a_name()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        using var http = await given.Operator();
        var me = (await http.GetJson("/api/v1/me")).GetProperty("id").GetGuid();
        var email = $"h{Given.NewCode()}@example.org";
        var row = (await http.PostJson(Invitations, new { text = $"Тайное имя\t{email}\tшкола\t{school.Code}" }).Json()).GetProperty(
            "rows"
        )[0];
        var id = row.Text("personId");
        await given.InRegion(async db =>
        {
            var entries = await db.ChangeEntries.Where(c => c.Thing == "Person" && c.ThingKey == id).OrderBy(c => c.Id).ToListAsync(Cancel);
            entries.Select(e => e.Action).ShouldBe(["invited", "granted"], ignoreOrder: true);
            entries.ShouldAllBe(e => e.ActorId == me && e.SchoolId == school.Id && e.OnBehalfOfId == null);
            entries.ShouldAllBe(e => !e.Changes.Contains("Тайное") && !e.Changes.Contains(email));
        });
        using var observer = await given.Observer();
        (await observer.GetJson($"/api/v1/schools/{school.Id}/history")).ToString().ShouldNotContain(id);
    }

    [Fact]
    public async Task A_file_is_read_as_the_text_that_would_be_pasted_from_it()
    {
        var given = await Given.Region(api);
        using var http = await given.Operator();
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("Имя;Роль\n\n\"Школа \"\"А\"\"\";школа\n"));
        var text = await http.PostAsync("/api/v1/table-text", file, Cancel).Json();
        text.Text("text").ShouldBe("Имя\tРоль\n\nШкола \"А\"\tшкола");
        text.GetProperty("rows").GetInt32().ShouldBe(3);
        using var none = new ByteArrayContent([]);
        await http.PostAsync("/api/v1/table-text", none, Cancel).AssertProblem(422, "file-empty");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

/// <summary>What tests ask of answers about people.</summary>
internal static class PeopleAnswers
{
    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>The secret of a link that was answered.</summary>
    public static string Token(this JsonElement element) => element.Text("path").Split('#')[1];
}
