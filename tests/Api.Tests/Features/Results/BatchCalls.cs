using System.Text;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Results;

/// <summary>Posts batches as a program does, and reads what became of them.</summary>
internal static class BatchCalls
{
    public const string Address = "/api/v1/exam-results/batches";

    /// <summary>A good item: ЕГЭ in Russian with 43 participants, and whatever else is said of it.</summary>
    public static Dictionary<string, object?> Item(this School school, params (string Name, object? Value)[] with)
    {
        var item = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["schoolCode"] = school.Code,
            ["year"] = 2019,
            ["assessment"] = "EGE",
            ["subject"] = "russian",
            ["grade"] = 11,
            ["participants"] = 43,
            ["mean"] = 71.1m,
        };
        foreach (var (name, value) in with)
            item[name] = value;
        return item;
    }

    /// <summary>The same without a field.</summary>
    public static Dictionary<string, object?> Without(this Dictionary<string, object?> item, string name)
    {
        item.Remove(name);
        return item;
    }

    public static Task<HttpResponseMessage> PostBatch(this HttpClient http, string query, params IEnumerable<object> items) =>
        http.PostJson(Address + query, new { items });

    public static Task<HttpResponseMessage> PostText(this HttpClient http, string text, string type = "application/json") =>
        http.PostAsync(Address, new StringContent(text, Encoding.UTF8, type), TestContext.Current.CancellationToken);

    /// <summary>received, created, updated, unchanged, rejected.</summary>
    public static int[] Outcome(this JsonElement answer) =>
        [.. new[] { "received", "created", "updated", "unchanged", "rejected" }.Select(name => answer.GetProperty(name).GetInt32())];

    /// <summary>«pointer code» of each error.</summary>
    public static string[] Faults(this JsonElement answer) =>
        [
            .. answer
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}"),
        ];
}
