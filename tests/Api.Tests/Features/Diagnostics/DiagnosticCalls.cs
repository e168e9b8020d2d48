using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Features.Training;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Tests.Features.Diagnostics;

/// <summary>Calls of diagnostics. The test clock shows September 1st, 2021.</summary>
internal static class DiagnosticCalls
{
    public const string Root = "/api/v1/diagnostics";
    public const string Outcomes = "/api/v1/diagnostic-results";
    public const string Counts = "/api/v1/deficit-counts";
    public const string Chains = "/api/v1/deficit-chains";

    /// <summary>Two deficits of the dictionary: «reading» and «methods».</summary>
    public static Task Dictionary(this Given given) =>
        given.Save(
            new Deficit(given.RegionCode, "reading", new DeficitFacts("Смысловое чтение", DeficitKind.Subject, "russian")),
            new Deficit(given.RegionCode, "methods", new DeficitFacts("Приёмы объяснения", DeficitKind.Methodical, null))
        );

    public static object Facts(string title, string fromOn, string untilOn) =>
        new
        {
            title,
            kind = "Subject",
            fromOn,
            untilOn,
            form = "External",
            measures = new object[]
            {
                new
                {
                    deficit = "reading",
                    maximum = 20,
                    threshold = 12,
                },
                new { deficit = "methods" },
            },
        };

    /// <summary>Announces diagnostics of both deficits, by score and by yes or no; their id.</summary>
    public static async Task<Guid> Announce(
        this HttpClient http,
        string title = "Дефициты",
        string fromOn = "2021-01-01",
        string untilOn = "2021-12-31",
        Municipality? of = null
    ) =>
        (
            await http.PostJson(Root, new { facts = Facts(title, fromOn, untilOn), municipalityCode = of?.Code })
                .Json(HttpStatusCode.Created)
        ).Id();

    public static object Row(Teacher teacher, params string[] values) => new { teacherId = teacher.Id, values };

    public static Task<HttpResponseMessage> Record(
        this HttpClient http,
        Guid campaign,
        string on,
        IEnumerable<object> rows,
        string known = "Refuse"
    ) =>
        http.PostJson(
            $"{Root}/{campaign}/results",
            new
            {
                on,
                rows,
                known,
            }
        );

    public static List<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
