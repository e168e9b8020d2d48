using System.Net;
using System.Text;
using System.Text.Json;

namespace Opora.Api.Tests.Support;

/// <summary>Sends tables as a client does, and asks until they are through.</summary>
public static class ImportCalls
{
    private const int MostAsks = 6_000;
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(10);

    /// <summary>Sends a table of text and waits until it is through, or waits for a person.</summary>
    public static Task<JsonElement> Import(this HttpClient http, string kind, string table, string query = "") =>
        http.Import(kind, Encoding.UTF8.GetBytes(table), query);

    /// <summary>Sends a file and waits until it is through, or waits for a person.</summary>
    public static async Task<JsonElement> Import(this HttpClient http, string kind, byte[] file, string query = "")
    {
        var details = await http.Upload(kind, file, query).Json(HttpStatusCode.Accepted);
        return await http.Imported(details.GetProperty("id").GetGuid());
    }

    /// <summary>Sends a file.</summary>
    public static Task<HttpResponseMessage> Upload(this HttpClient http, string kind, byte[] file, string query = "") =>
        http.PostAsync(
            $"/api/v1/imports?kind={kind}&fileName=table.csv{query}",
            new ByteArrayContent(file),
            TestContext.Current.CancellationToken
        );

    /// <summary>Asks until nothing works on the import any more.</summary>
    public static async Task<JsonElement> Imported(this HttpClient http, Guid id)
    {
        for (var ask = 0; ask < MostAsks; ask++)
        {
            var details = await http.GetJson($"/api/v1/imports/{id}");
            if (details.State() is not ("queued" or "running"))
                return details;
            await Task.Delay(BetweenAsks, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"Import {id} does not come to an end.");
    }

    /// <summary>An action on the version seen, waited for.</summary>
    public static async Task<JsonElement> Act(
        this HttpClient http,
        JsonElement import,
        string action,
        object body,
        HttpMethod? method = null
    )
    {
        var (id, version) = (import.GetProperty("id").GetGuid(), import.GetProperty("version").GetInt32());
        await http.Send(method ?? HttpMethod.Post, $"/api/v1/imports/{id}/{action}", body, version).Json(HttpStatusCode.Accepted);
        return await http.Imported(id);
    }

    public static string State(this JsonElement import) => import.GetProperty("state").GetString()!;

    /// <summary>received, created, updated, unchanged, rejected.</summary>
    public static int[] Counts(this JsonElement import)
    {
        var counts = import.GetProperty("counts");
        return [.. new[] { "received", "created", "updated", "unchanged", "rejected" }.Select(name => counts.GetProperty(name).GetInt32())];
    }

    /// <summary>«row column code» of each error.</summary>
    public static string[] Errors(this JsonElement import) =>
        [
            .. import
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e => $"{Shown(e, "row")} {Shown(e, "column")} {e.GetProperty("code").GetString()}"),
        ];

    private static string Shown(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "-";
}
