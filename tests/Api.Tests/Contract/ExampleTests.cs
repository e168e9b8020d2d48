using System.Net;
using Opora.Api.Features.Imports;
using Opora.Api.Tests.Support;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;

namespace Opora.Api.Tests.Contract;

/// <summary>Every example of the contract is sent to the running product, with ids that exist, and is taken.</summary>
public sealed class ExampleTests(ApiFactory api)
{
    /// <summary>What must be true before the example can be taken; each with the version that it leads to.</summary>
    private static readonly Dictionary<string, Func<OwnRegion, HttpClient, Task<int>>> Before = new(StringComparer.Ordinal)
    {
        ["ReopenSchool"] = async (own, http) =>
        {
            await http.PostJson($"/api/v1/schools/{own.School.Id}/close", Opora.Api.Features.Schools.CloseSchool.Body.Example, version: 1)
                .Json();
            return 2;
        },
        ["FinishSpecialistRequest"] = async (own, http) =>
        {
            var address = $"/api/v1/specialist-requests/{own.RequestId}/sessions";
            await http.PostJson(address, Opora.Api.Features.Support.SessionBody.Example, version: 1).Json();
            return 2;
        },
        ["RecordTurnout"] = async (own, http) =>
        {
            await http.PostJson($"/api/v1/events/{own.EventId}/state", new { state = "Held" }, version: 1).Json();
            return 1;
        },
        ["GiveMarks"] = (own, http) => WindowOver(own, http, closed: false),
        ["DecideSelection"] = (own, http) => WindowOver(own, http, closed: true),
        ["LoadImport"] = Checked,
        ["CorrectImport"] = Checked,
        ["ReturnTeacher"] = (own, http) => TeacherAfter(http, $"{own.Teacher.Id}/leave", new { leftOn = "2021-05-31" }),
        ["AddTeacherPost"] = (own, http) =>
            TeacherAfter(http, $"{own.Teacher.Id}/posts/{own.Teacher.Posts[0].Id}/end", new { untilOn = "2021-05-31" }),
    };

    /// <summary>The application is handed in, its window over, the caller an expert.</summary>
    private static async Task<int> WindowOver(OwnRegion own, HttpClient http, bool closed)
    {
        var me = (await http.GetJson("/api/v1/me")).GetProperty("id").GetGuid();
        await own.Given.InRegion(async db =>
        {
            db.AttachRange(own.Call, own.Application);
            own.Application.Submit(own.Call, DateTime.UnixEpoch, own.Call.OpensOn);
            var facts = new SelectionFacts(own.Call.Title, own.Call.Text, own.Call.OpensOn, own.Call.OpensOn, null);
            own.Call.Revise(facts, [.. own.Call.Criteria.Select(c => new CriterionFacts(c.Title, c.MostMark, c.Weight))], false);
            db.AddRange(own.Call.Appoint([me], []));
            if (closed)
                own.Call.CloseMarks(DateTime.UnixEpoch, own.Call.OpensOn.AddDays(1));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return 1;
    }

    private static async Task<int> Checked(OwnRegion own, HttpClient http)
    {
        var check = CheckImport.Body.Example;
        var mapping = check.Mapping with
        {
            Series =
            [
                .. check.Mapping.Series.Select(s =>
                    s with
                    {
                        Constants = new Dictionary<string, string>(s.Constants, StringComparer.Ordinal)
                        {
                            ["schoolCode"] = own.School.Code,
                        },
                    }
                ),
            ],
        };
        return (await http.Act(own.Import, "check", check with { Mapping = mapping })).GetProperty("version").GetInt32();
    }

    private static async Task<int> TeacherAfter(HttpClient http, string act, object body) =>
        (await http.PostJson("/api/v1/teachers/" + act, body, version: 1).Json()).GetProperty("version").GetInt32();

    /// <summary>Sent by tests of their own: an empty product, somebody's password or link, codes that only a telephone knows.</summary>
    private static readonly string[] Elsewhere =
    [
        "SetUp",
        "SignIn",
        "ConfirmAuthenticator",
        "RemoveAuthenticator",
        "RenewRecoveryCodes",
        "LookAtLink",
        "UseLink",
    ];

    [Fact]
    public async Task Every_example_is_taken()
    {
        List<string> refused = [];
        var sent = 0;
        foreach (var route in Route.All(api).Where(r => r.Body is not null && !Elsewhere.Contains(r.Name, StringComparer.Ordinal)))
        {
            var own = await OwnRegion.Make(api);
            var http = await own.Caller(Role.Operator);
            var version = Before.TryGetValue(route.Name, out var arrange) ? await arrange(own, http) : own.Version(route);
            using var answer = await http.SendAsync(own.Request(route, version), TestContext.Current.CancellationToken);
            sent++;
            if (
                answer.StatusCode
                is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent)
            )
                refused.Add($"{route}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
        refused.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_example_of_sign_in_differs_from_a_real_one_in_its_values_only()
    {
        using var http = await (await Given.Region(api)).Operator();
        var userName = (await http.GetJson("/api/v1/me")).GetProperty("userName").GetString()!;
        using var browser = api.CreateBrowser();
        await browser.PostJson("/api/v1/session", Opora.Api.Features.Access.SignIn.Body.Example).AssertProblem(401, "sign-in-failed");
        var body = Opora.Api.Features.Access.SignIn.Body.Example with { UserName = userName, Password = Given.Password };
        await browser.PostJson("/api/v1/session", body).Json();
    }
}
