using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Selections;

/// <summary>The test clock shows September 1st, 2021.</summary>
public sealed class SelectionTests(ApiFactory api)
{
    private const string Selections = "/api/v1/selections";

    private DateOnly Today => DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime.AddHours(3));

    [Fact]
    public async Task Schools_apply_within_the_window_only_and_see_their_own()
    {
        var given = await Given.Region(api);
        var (one, two) = (
            await given.School(await given.Municipality(), "Гимназия № 1"),
            await given.School(await given.Municipality("Агрызский район"), "Лицей № 2")
        );
        using var http = await given.Operator();
        using var first = await given.SchoolPerson(one);
        using var second = await given.SchoolPerson(two);
        var call = await Announce(http, Today, Today.AddDays(10));
        await second.PostJson(Selections, Body(Today, Today)).AssertProblem(403, "forbidden");
        await first
            .PostJson($"{call}/applications", new { schoolId = two.Id, offer = new { text = "За другую" } })
            .AssertProblem(404, "not-found");
        var (address, id) = await Apply(first, call, one);
        await first
            .PostJson($"{call}/applications", new { schoolId = one.Id, offer = new { text = "Ещё раз" } })
            .AssertProblem(409, "duplicate");
        await second.GetAsync(address, Cancel).AssertProblem(404, "not-found");
        (await second.GetJson($"{call}/applications")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await first.PutJson(address, new { text = "Готовы сопровождать четыре школы" }, version: 1).Json();
        var submitted = await first.Send(HttpMethod.Post, address + "/submit", null, version: 2).Json();
        submitted.GetProperty("state").GetString().ShouldBe("Submitted");
        await first.Send(HttpMethod.Post, address + "/submit", null, version: 3).AssertProblem(409, "application-submitted");
        await first.Send(HttpMethod.Post, address + "/withdraw", null, version: 3).Json();
        await first.Send(HttpMethod.Post, address + "/submit", null, version: 4).Json();
        (await http.GetJson(call)).GetProperty("applications").GetInt32().ShouldBe(1);

        await Shift(given, call, -20, -1);
        await first.PutJson(address, new { text = "Поздно" }, version: 5).AssertProblem(409, "window-closed");
        await first.Send(HttpMethod.Post, address + "/withdraw", null, version: 5).AssertProblem(409, "window-closed");
        await second
            .PostJson($"{call}/applications", new { schoolId = two.Id, offer = new { text = "Поздно" } })
            .AssertProblem(409, "window-closed");
        await http.Send(HttpMethod.Delete, call, null, version: 1).AssertProblem(409, "selection-answered");
        id.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task An_expert_reads_no_marks_of_another_until_they_are_closed()
    {
        var made = await Marking();
        var (one, two) = (made.Experts[0], made.Experts[1]);
        var address = $"{made.Call}/applications/{made.Applications[0]}";
        await made.Outsider.GetAsync(address, Cancel).AssertProblem(404, "not-found");
        await made.Outsider.PutJson(address + "/marks", Marks(made, 1, 1)).AssertProblem(404, "not-found");
        var high = await one.PutJson(address + "/marks", Marks(made, 1, 6)).AssertProblem(409, "mark-out-of-range");
        high.GetProperty("detail").GetString()!.ShouldContain("допустимо от 0 до 5");
        await one.PutJson(address + "/marks", Marks(made, 4, 3)).Json();
        await one.PutJson(address + "/marks", Marks(made, 9, 3)).Json();
        await two.PutJson(address + "/marks", Marks(made, 7, 5)).Json();

        var own = await one.GetJson(address);
        Values(own.GetProperty("myMarks")).ShouldBe([9, 3], ignoreOrder: true);
        own.GetProperty("marks").ValueKind.ShouldBe(JsonValueKind.Null);
        own.GetProperty("scoreThousandths").ValueKind.ShouldBe(JsonValueKind.Null);
        own.GetProperty("sheets").ValueKind.ShouldBe(JsonValueKind.Null);
        var held = await made.Operator.GetJson(address);
        held.GetProperty("sheets").GetInt32().ShouldBe(2);
        held.GetProperty("marks").ValueKind.ShouldBe(JsonValueKind.Null);

        await made.Operator.Send(HttpMethod.Post, made.Call + "/close-marks", null, version: 2).Json();
        var all = await one.GetJson(address);
        Values(all.GetProperty("marks")).ShouldBe([9, 3, 7, 5], ignoreOrder: true);
        all.GetProperty("marks")[0].GetProperty("expert").ValueKind.ShouldBe(JsonValueKind.Null);
        // 2 × (9 + 7) + 1 × (3 + 5) over two experts.
        all.GetProperty("scoreThousandths").GetInt64().ShouldBe(20_000);
        await one.PutJson(address + "/marks", Marks(made, 1, 1)).AssertProblem(409, "marks-closed");
        var school = await made.Schools[0].GetJson(address);
        school.GetProperty("scoreThousandths").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Equal_scores_share_a_place_and_winners_become_partners()
    {
        var made = await Marking();
        int[][] marks =
        [
            [6, 4],
            [8, 0],
            [9, 5],
        ];
        for (var i = 0; i < 3; i++)
            await made.Experts[0]
                .PutJson($"{made.Call}/applications/{made.Applications[i]}/marks", Marks(made, marks[i][0], marks[i][1]))
                .Json();
        await made
            .Operator.PostJson(made.Call + "/decide", Winners((made.Applications[2], 3)), version: 2)
            .AssertProblem(409, "marks-open");
        await made.Operator.Send(HttpMethod.Post, made.Call + "/close-marks", null, version: 2).Json();
        var table = await made.Operator.GetJson(made.Call + "/applications");
        table
            .GetProperty("items")
            .EnumerateArray()
            .ToDictionary(a => a.GetProperty("id").GetGuid(), a => a.GetProperty("place").GetInt32())
            .ShouldBe(
                new Dictionary<Guid, int>
                {
                    [made.Applications[0]] = 2,
                    [made.Applications[1]] = 2,
                    [made.Applications[2]] = 1,
                },
                ignoreOrder: true
            );
        await made.Operator.PostJson(made.Call + "/decide", Winners((Guid.NewGuid(), 3)), version: 3).AssertProblem(404, "not-found");
        await made
            .Operator.PostJson(made.Call + "/decide", Winners((made.Applications[2], 0)), version: 3)
            .AssertProblem(400, "validation");
        var decided = await made.Operator.PostJson(made.Call + "/decide", Winners((made.Applications[2], 3)), version: 3).Json();
        decided.GetProperty("state").GetString().ShouldBe("Decided");
        var partners = (await made.Outsider.GetJson("/api/v1/partners")).GetProperty("items");
        partners.EnumerateArray().Select(p => p.GetProperty("capacity").GetInt32()).ShouldBe([3]);
        var own = await made.Schools[0].GetJson($"{made.Call}/applications/{made.Applications[0]}");
        (own.GetProperty("place").GetInt32(), own.GetProperty("won").GetBoolean()).ShouldBe((2, false));
        own.GetProperty("marks").ValueKind.ShouldBe(JsonValueKind.Null);
        using var file = await made.Operator.GetAsync(made.Call + "/applications/file", Cancel);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        await made.Given.InRegion(async db =>
            (await db.ChangeEntries.CountAsync(c => c.Thing == nameof(Selection) && c.Action == "decided", Cancel)).ShouldBe(1)
        );
    }

    [Fact]
    public async Task Nobody_judges_the_own_school()
    {
        var made = await Marking(ownSchoolJudges: true);
        var address = $"{made.Call}/applications/{made.Applications[0]}";
        await made.Experts[1].PutJson(address + "/marks", Marks(made, 1, 1)).AssertProblem(409, "own-school");
        (await made.Experts[1].GetJson(made.Call + "/applications"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.GetProperty("id").GetGuid() == made.Applications[0])
            .GetProperty("judged")
            .ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Files_of_an_application_are_read_by_the_school_and_the_experts()
    {
        var given = await Given.Region(api);
        var school = await given.School(await given.Municipality());
        var stranger = await given.School(await given.Municipality("Агрызский район"), "Лицей");
        using var http = await given.Operator();
        using var own = await given.SchoolPerson(school);
        using var other = await given.SchoolPerson(stranger);
        var call = await Announce(http, Today, Today.AddDays(10));
        var (address, _) = await Apply(own, call, school);
        var sent = await Attach(own, address, "Программа.pdf", "%PDF-1.7"u8.ToArray(), 1).Json();
        await Attach(own, address, "Программа.pdf", "MZ"u8.ToArray(), 2).AssertProblem(415, "media-type");
        var file = $"{address}/files/{sent.GetProperty("fileList")[0].GetProperty("id").GetString()}";
        using (var answer = await own.GetAsync(file, Cancel))
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBe("%PDF-1.7");
        await other.GetAsync(file, Cancel).AssertProblem(404, "not-found");
        var gone = await own.Send(HttpMethod.Delete, file, null, version: 2).Json();
        gone.GetProperty("files").GetInt32().ShouldBe(0);
        await own.GetAsync(file, Cancel).AssertProblem(404, "not-found");
    }

    private sealed record Made(
        Given Given,
        string Call,
        Guid[] Criteria,
        Guid[] Applications,
        HttpClient Operator,
        HttpClient[] Experts,
        HttpClient[] Schools,
        HttpClient Outsider
    );

    /// <summary>Three schools have applied, the window is over, two experts judge.</summary>
    private async Task<Made> Marking(bool ownSchoolJudges = false)
    {
        var given = await Given.Region(api);
        var (here, there) = (await given.Municipality(), await given.Municipality("Агрызский район"));
        School[] schools =
        [
            await given.School(here, "Гимназия № 1"),
            await given.School(here, "Лицей № 2"),
            await given.School(there, "СОШ № 3"),
        ];
        var outside = await given.School(there, "СОШ № 9");
        var http = await given.Operator();
        var call = await Announce(http, Today, Today.AddDays(10));
        List<HttpClient> people = [];
        List<Guid> applications = [];
        foreach (var school in schools)
        {
            var person = await given.SchoolPerson(school);
            var (address, id) = await Apply(person, call, school);
            await person.Send(HttpMethod.Post, address + "/submit", null, version: 1).Json();
            people.Add(person);
            applications.Add(id);
        }
        var one = await given.Person(id => Grant.InMunicipality(id, Role.Coordinator, there));
        var two = await given.Person(id =>
            ownSchoolJudges ? Grant.InSchool(id, Role.School, schools[0]) : Grant.InSchool(id, Role.School, outside)
        );
        await Shift(given, call, -20, -1);
        await http.PutJson(call + "/experts", new { personIds = new[] { Guid.NewGuid() } }, version: 1).AssertProblem(404, "not-found");
        var appointed = await http.PutJson(call + "/experts", new { personIds = new[] { one.Id, two.Id } }, version: 1).Json();
        return new Made(
            given,
            call,
            [.. appointed.GetProperty("criteria").EnumerateArray().Select(c => c.GetProperty("id").GetGuid())],
            [.. applications],
            http,
            [await Given.SignedIn(api, one.UserName!), await Given.SignedIn(api, two.UserName!)],
            [.. people],
            await given.SchoolPerson(await given.School(here, "СОШ № 10"))
        );
    }

    private static async Task<string> Announce(HttpClient http, DateOnly opens, DateOnly closes) =>
        $"{Selections}/{(await http.PostJson(Selections, Body(opens, closes)).Json(HttpStatusCode.Created)).GetProperty("id").GetString()}";

    private static async Task<(string Address, Guid Id)> Apply(HttpClient http, string call, School school)
    {
        var made = await http.PostJson($"{call}/applications", new { schoolId = school.Id, offer = new { text = "Готовы помогать" } })
            .Json(HttpStatusCode.Created);
        var id = made.GetProperty("id").GetGuid();
        return ($"{call}/applications/{id}", id);
    }

    /// <summary>Days go by for one selection, not for the clock that all tests share.</summary>
    private Task Shift(Given given, string call, int opens, int closes) =>
        given.InRegion(async db =>
        {
            var id = Guid.Parse(call.Split('/')[^1]);
            var selection = await db.Selections.Include(s => s.Criteria).SingleAsync(s => s.Id == id, Cancel);
            var facts = new SelectionFacts(selection.Title, selection.Text, Today.AddDays(opens), Today.AddDays(closes), null);
            selection.Revise(
                facts,
                [.. selection.Criteria.OrderBy(c => c.Number).Select(c => new CriterionFacts(c.Title, c.MostMark, c.Weight))],
                false
            );
            await db.SaveChangesAsync(Cancel);
        });

    private static object Body(DateOnly opensOn, DateOnly closesOn) =>
        new
        {
            title = "Школы-лидеры",
            text = "Приглашаем школы",
            opensOn,
            closesOn,
            criteria = new[]
            {
                new
                {
                    title = "Опыт",
                    mostMark = 10,
                    weight = 2,
                },
                new
                {
                    title = "Команда",
                    mostMark = 5,
                    weight = 1,
                },
            },
        };

    private static object Marks(Made made, int experience, int team) =>
        new
        {
            marks = new[]
            {
                new { criterionId = made.Criteria[0], value = experience },
                new { criterionId = made.Criteria[1], value = team },
            },
        };

    private static object Winners(params (Guid Id, int Capacity)[] winners) =>
        new { decision = "Приказ № 1", winners = winners.Select(w => new { applicationId = w.Id, capacity = w.Capacity }) };

    private static int[] Values(JsonElement marks) => [.. marks.EnumerateArray().Select(m => m.GetProperty("value").GetInt32())];

    private static Task<HttpResponseMessage> Attach(HttpClient http, string application, string name, byte[] content, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{application}/files?name={Uri.EscapeDataString(name)}")
        {
            Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return http.SendAsync(request, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
