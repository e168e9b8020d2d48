using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Features.Events;

/// <summary>Calls of events, associations and the calendar. The test clock shows September 1st, 2021.</summary>
internal static class EventCalls
{
    public const string EventRoot = "/api/v1/events";
    public const string AssociationRoot = "/api/v1/associations";

    /// <summary>What is known of an event.</summary>
    public static object Facts(
        string title = "Смысловое чтение",
        string kind = "Seminar",
        string level = "Municipal",
        string startsOn = "2021-08-25",
        string? endsOn = null,
        string? startsAt = null,
        string? endsAt = null
    ) =>
        new
        {
            kind,
            level,
            title,
            startsOn,
            endsOn,
            startsAt,
            endsAt,
        };

    /// <summary>An event of a municipality that was held; its id.</summary>
    public static async Task<Guid> Held(this HttpClient http, Municipality of, object? facts = null) =>
        (
            await http.PostJson(
                    EventRoot,
                    new
                    {
                        facts = facts ?? Facts(),
                        municipalityCode = of.Code,
                        held = true,
                    }
                )
                .Json(HttpStatusCode.Created)
        ).Id();

    /// <summary>A meeting of an association that was held; its id.</summary>
    public static async Task<Guid> Met(this HttpClient http, Guid association, string startsOn = "2021-08-25") =>
        (
            await http.PostJson(
                    EventRoot,
                    new
                    {
                        facts = Facts("Заседание", "AssociationMeeting", startsOn: startsOn),
                        associationId = association,
                        held = true,
                    }
                )
                .Json(HttpStatusCode.Created)
        ).Id();

    /// <summary>Founds an association; its id.</summary>
    public static async Task<Guid> Found(this HttpClient http, string level, Municipality? of = null, School? school = null) =>
        (
            await http.PostJson(
                    AssociationRoot,
                    new
                    {
                        facts = new { name = $"Объединение {level}", level },
                        municipalityCode = of?.Code,
                        schoolId = school?.Id,
                    }
                )
                .Json(HttpStatusCode.Created)
        ).Id();

    public static Task<HttpResponseMessage> Join(
        this HttpClient http,
        Guid association,
        IEnumerable<Teacher> teachers,
        string fromOn = "2021-01-10"
    ) => http.PostJson($"{AssociationRoot}/{association}/members", new { teacherIds = teachers.Select(t => t.Id), fromOn });

    public static object Row(School school, int unnamed, IEnumerable<Teacher>? teachers = null, int? version = null) =>
        new
        {
            schoolId = school.Id,
            unnamed,
            teacherIds = (teachers ?? []).Select(t => t.Id),
            version,
        };

    public static Task<HttpResponseMessage> Record(this HttpClient http, Guid of, params object[] rows) =>
        http.PostJson($"{EventRoot}/{of}/turnout", new { rows });

    /// <summary>«named + unnamed, schools».</summary>
    public static string Counts(this JsonElement counts) => $"{counts.Int("named")}+{counts.Int("unnamed")}/{counts.Int("schools")}";

    public static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();

    public static int Int(this JsonElement thing, string field) => thing.GetProperty(field).GetInt32();

    public static JsonElement[] Rows(this JsonElement page, string field = "items") => [.. page.GetProperty(field).EnumerateArray()];

    /// <summary>All that a workbook holds.</summary>
    public static async Task<string> Workbook(this HttpClient http, string address)
    {
        var bytes = await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        using var text = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
