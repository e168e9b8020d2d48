using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Tests.Support;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Tests.Features.Imports;

/// <summary>The demo start: the customer's tables through the real import, and the figures that come out by calculation.</summary>
public sealed class DemoStartTests
{
    [Fact]
    public async Task The_tables_give_the_figures_of_the_documents()
    {
        await using var api = new ApiFactory();
        await api.InitializeAsync();
        await using var demo = api.WithWebHostBuilder(b => b.UseSetting("demo", "true"));
        _ = demo.Server;

        var path = Path.Combine(api.DataFolder, "demo-credentials.json");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var credentials = JsonSerializer.Deserialize<JsonElement>(written);
        var users = credentials.GetProperty("users").EnumerateArray().ToList();
        users
            .Select(u => u.GetProperty("role").GetString())
            .ShouldBe(["operator", "coordinator", "school", "observer", "operator", "operator", "operator"]);
        var clients = credentials.GetProperty("clients").EnumerateArray().ToList();
        clients
            .Select(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("place").GetString()}")
            .ShouldBe(["municipal-system 92626000", "integration RU-TA"]);

        using var http = await SignIn(demo, users[0]);
        await Dynamics(http);
        await PublishedBesideTheSchool(http);
        (await http.GetJson("/api/v1/imports?state=succeeded")).GetProperty("total").GetInt32().ShouldBe(10);

        // The second region does not see the first.
        using var other = await SignIn(demo, users[4]);
        (await other.GetJson("/api/v1/schools")).GetProperty("total").GetInt32().ShouldBe(4);
        await Nazarovo(other);
        using var smolensk = await SignIn(demo, users[5]);
        using var kabarda = await SignIn(demo, users[6]);
        await DemoRegisters.Check(http, other, smolensk, kabarda);
        using var machine = demo.CreateClient();
        machine.DefaultRequestHeaders.Authorization = new("Bearer", clients[0].GetProperty("key").GetString());
        (await machine.GetJson("/api/v1/schools?search=160312002")).GetProperty("total").GetInt32().ShouldBe(1);

        // A second start does nothing again.
        await using var again = api.WithWebHostBuilder(b => b.UseSetting("demo", "true"));
        _ = again.Server;
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(written);
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_make_one_demo()
    {
        await using var api = new ApiFactory();
        await api.InitializeAsync();
        // Connection strings of different texts: the processes do not queue with each other, they meet in the database.
        await using var one = Demo(api, ";Command Timeout=31");
        await using var two = Demo(api, ";Command Timeout=32");
        await Task.WhenAll(Task.Run(() => _ = one.Server), Task.Run(() => _ = two.Server));

        var written = await File.ReadAllTextAsync(
            Path.Combine(api.DataFolder, "demo-credentials.json"),
            TestContext.Current.CancellationToken
        );
        var users = JsonSerializer.Deserialize<JsonElement>(written).GetProperty("users").EnumerateArray().ToList();
        using var http = await SignIn(two, users[0]);
        await Dynamics(http);
        using var other = await SignIn(one, users[4]);
        await Nazarovo(other);
        foreach (var reader in new[] { http, other })
        {
            var imports = (await reader.GetJson("/api/v1/imports?pageSize=50")).GetProperty("items").EnumerateArray().ToList();
            imports.ShouldAllBe(i => i.State() == "succeeded");
        }
        await using var scope = one.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion("RU-TA"));
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        (await db.Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(7);
        (await db.IndicatorSets.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.IndicatorValueRevisions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.ExamResultRevisions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.ImportTickets.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static WebApplicationFactory<Program> Demo(ApiFactory api, string connection) =>
        api.WithWebHostBuilder(b => b.UseSetting("demo", "true").UseSetting("ConnectionStrings:Opora", api.ConnectionString + connection));

    private static async Task Dynamics(HttpClient http)
    {
        var cohorts = (await http.GetJson("/api/v1/cohorts")).EnumerateArray().ToList();
        var supported = cohorts.Single(c => c.GetProperty("resultsYear").GetInt32() == 2019);
        (supported.GetProperty("orderNumber").GetString(), supported.GetProperty("members").GetInt32()).ShouldBe(("пол-247/19", 71));
        foreach (
            var (query, rising) in new[]
            {
                ("assessment=EGE&subject=russian&grade=11", 50),
                ("assessment=EGE&subject=mathematics-profile&grade=11", 46),
                ("assessment=OGE&subject=mathematics&grade=9", 49),
                ("assessment=OGE&subject=russian&grade=9", 36),
                ("assessment=VPR&subject=main", 36),
            }
        )
            (await Share(http, $"{query}&year=2019&base=cohort&cohort={supported.GetProperty("id").GetGuid()}")).ShouldBe(
                (rising, 71),
                query
            );
    }

    private static async Task Nazarovo(HttpClient http)
    {
        foreach (
            var (query, rising, of) in new[]
            {
                ("assessment=OGE&subject=mathematics&grade=9", 3, 4),
                ("assessment=EGE&subject=mathematics&grade=11", 1, 3),
                ("assessment=REGIONAL&subject=reading-literacy&grade=4", 1, 4),
                ("assessment=REGIONAL&subject=reading-literacy&grade=6", 4, 4),
            }
        )
            (await Share(http, query + "&year=2021&base=comparable")).ShouldBe((rising, of), query);
    }

    private static async Task<(int Rising, int Of)> Share(HttpClient http, string query)
    {
        var group = (await http.GetJson($"/api/v1/dynamics?{query}&groupBy=region")).GetProperty("groups")[0];
        var share = group.GetProperty("share");
        return (share.GetProperty("numerator").GetInt32(), share.GetProperty("denominator").GetInt32());
    }

    private static async Task PublishedBesideTheSchool(HttpClient http)
    {
        var school = (await http.GetJson("/api/v1/schools?search=160312002")).GetProperty("items")[0];
        var results = await http.GetJson($"/api/v1/schools/{school.GetProperty("id").GetGuid()}/results?assessment=EGE");
        var russian = results.GetProperty("series").EnumerateArray().Single(s => s.GetProperty("subject").GetString() == "russian");
        var point = russian.GetProperty("points").EnumerateArray().Single(p => p.GetProperty("year").GetInt32() == 2019);
        point.GetProperty("mean").GetDecimal().ShouldBe(71.1m);
        point.GetProperty("publishedRegion").GetProperty("mean").GetDecimal().ShouldBe(73.9m);
    }

    private static async Task<HttpClient> SignIn(WebApplicationFactory<Program> demo, JsonElement user)
    {
        var http = demo.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var body = new { userName = user.GetProperty("userName").GetString(), password = user.GetProperty("password").GetString() };
        (await http.PostAsJsonAsync("/api/v1/session", body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        return http;
    }
}
