using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Opora.Load;

/// <summary>The region's operator at the product: signs in, imports, posts, asks.</summary>
internal sealed class Operator : IDisposable
{
    public const string RegionCode = "RU-TA";

    private const string UserName = "load";
    private const string Password = "only for a database made from a seed";
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(100);
    private readonly CookieContainer _cookies = new();
    private readonly Uri _address;

    public Operator(Uri address)
    {
        _address = address;
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(10),
        };
        Http.DefaultRequestHeaders.Add("X-Opora", "load");
    }

    public HttpClient Http { get; }

    /// <summary>What has to be sent by hand where <see cref="Http"/> is not used.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(_address);

    /// <summary>Makes the region and its operator with the one-time link, signed in from then on.</summary>
    public async Task SetUp(string token)
    {
        var body = new
        {
            token,
            regionCode = RegionCode,
            regionName = "Регион для измерений",
            userName = UserName,
            displayName = "Измерения",
            password = Password,
        };
        using var response = await Http.PostAsJsonAsync("/api/v1/setup", body);
        await Expect(response, HttpStatusCode.OK, HttpStatusCode.NoContent);
    }

    public async Task SignIn()
    {
        using var response = await Http.PostAsJsonAsync("/api/v1/session", new { userName = UserName, password = Password });
        await Expect(response, HttpStatusCode.OK);
    }

    /// <summary>Uploads a file and waits for its end; what happens meanwhile may be watched.</summary>
    public async Task<JsonElement> Import(string kind, Stream file, Func<JsonElement, Task>? whenPolled = null)
    {
        using var content = new StreamContent(file);
        content.Headers.ContentType = new("text/csv") { CharSet = "utf-8" };
        using var accepted = await Http.PostAsync(
            $"/api/v1/imports?kind={kind}&fileName={kind}.csv&mode=atomic&dryRun=false&confirm=false",
            content
        );
        await Expect(accepted, HttpStatusCode.Accepted);
        while (true)
        {
            var job = await Http.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
            var state = job.GetProperty("state").GetString();
            if (state == "succeeded")
                return job;
            if (state is not ("queued" or "running"))
                throw new InvalidOperationException($"The import of {kind} ended as {state}: {job}");
            if (whenPolled is not null)
                await whenPolled(job);
            await Task.Delay(PollPause);
        }
    }

    public Task<JsonElement> Import(string kind, IEnumerable<string> lines) =>
        Import(kind, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public async Task<JsonElement> Get(string url)
    {
        using var response = await Http.GetAsync(new Uri(url, UriKind.Relative));
        await Expect(response, HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Refuses any other status, with what the product says of it.</summary>
    public static async Task Expect(HttpResponseMessage response, params HttpStatusCode[] statuses)
    {
        if (!statuses.Contains(response.StatusCode))
            throw new InvalidOperationException(
                $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
            );
    }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
