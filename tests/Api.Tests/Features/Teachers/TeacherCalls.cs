using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Teachers;

/// <summary>Calls of the register of teachers, with invented names.</summary>
internal static class TeacherCalls
{
    public const string Root = "/api/v1/teachers";

    /// <summary>What is sent of a new teacher.</summary>
    public static object Body(School school, string name, object? facts = null, bool confirmed = false) =>
        new
        {
            facts = facts ?? Facts(name),
            schoolId = school.Id,
            sameNameConfirmed = confirmed,
        };

    /// <summary>What is known of a teacher of Russian.</summary>
    public static object Facts(string name, string category = "First", params string[] subjects) =>
        new
        {
            name,
            subjects = subjects.Length == 0 ? ["russian"] : subjects,
            position = "учитель",
            category,
            staffSinceOn = "2015-09-01",
        };

    /// <summary>Registers a teacher; the card.</summary>
    public static Task<JsonElement> Register(this HttpClient http, School school, string name, object? facts = null) =>
        http.PostJson(Root, Body(school, name, facts)).Json(HttpStatusCode.Created);

    /// <summary>Where the card is found.</summary>
    public static string Address(this JsonElement card) => $"{Root}/{card.GetProperty("id").GetString()}";

    /// <summary>The names that a list answers, in its order.</summary>
    public static async Task<string?[]> Names(this HttpClient http, string query = "") =>
        [
            .. (await http.GetJson($"{Root}?{query}"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(t => t.TryGetProperty("name", out var name) ? name.GetString() : null),
        ];
}
