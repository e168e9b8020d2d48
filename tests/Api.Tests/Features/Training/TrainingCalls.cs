using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Features.Training;

/// <summary>Calls of courses, runs and enrolments. The test clock shows September 1st, 2021.</summary>
internal static class TrainingCalls
{
    public const string Courses = "/api/v1/courses";
    public const string Runs = "/api/v1/course-runs";
    public const string Enrolments = "/api/v1/enrolments";

    /// <summary>Teachers of a school, in the order of their names.</summary>
    public static async Task<List<Teacher>> Teachers(
        this Given given,
        School school,
        int count,
        string surname = "Образцова",
        params string[] subjects
    )
    {
        List<Teacher> teachers =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Teacher(
                    school,
                    new TeacherFacts(
                        $"{surname} Анна {(char)('А' + i / 26)}{(char)('а' + i % 26)}",
                        subjects.Length == 0 ? ["russian"] : subjects
                    ),
                    new DateOnly(2021, 9, 1)
                )),
        ];
        await given.Save([.. teachers]);
        return teachers;
    }

    public static object Facts(string title = "Смысловое чтение") =>
        new
        {
            title,
            hours = 36,
            form = "Mixed",
            subjects = new[] { "russian" },
        };

    /// <summary>Offers a course to the whole region, or of a municipality; its id.</summary>
    public static async Task<Guid> Offer(this HttpClient http, string title = "Смысловое чтение", Municipality? of = null) =>
        (await http.PostJson(Courses, new { facts = Facts(title), municipalityCode = of?.Code }).Json(HttpStatusCode.Created)).Id();

    /// <summary>A run that takes people; its id.</summary>
    public static async Task<Guid> Open(
        this HttpClient http,
        Guid course,
        int seats,
        string startsOn = "2021-08-23",
        string endsOn = "2021-08-27"
    ) => (await http.PostJson(Runs, Run(course, seats, startsOn, endsOn)).Json(HttpStatusCode.Created)).Id();

    public static object Run(Guid courseId, int seats, string startsOn = "2021-08-23", string endsOn = "2021-08-27") =>
        new
        {
            courseId,
            facts = new
            {
                startsOn,
                endsOn,
                seats,
            },
            open = true,
        };

    public static Task<HttpResponseMessage> Enrol(
        this HttpClient http,
        Guid run,
        IEnumerable<Teacher> teachers,
        bool waitingList = false,
        bool overlapsConfirmed = false
    ) =>
        http.PostJson(
            $"{Runs}/{run}/enrolments",
            new
            {
                teacherIds = teachers.Select(t => t.Id),
                waitingList,
                overlapsConfirmed,
            }
        );

    public static async Task<JsonElement> Advance(this HttpClient http, Guid run, string state)
    {
        var version = (await http.GetJson($"{Runs}/{run}")).GetProperty("version").GetInt32();
        return await http.PostJson($"{Runs}/{run}/state", new { state }, version).Json();
    }

    /// <summary>Those on the run whom the caller sees, by name.</summary>
    public static async Task<List<JsonElement>> On(this HttpClient http, Guid run, string query = "") =>
        [.. (await http.GetJson($"{Enrolments}?run={run}&sort=name&pageSize=200&{query}")).GetProperty("items").EnumerateArray()];

    /// <summary>Says that all of these completed, each with a certificate of its own.</summary>
    public static async Task Complete(this HttpClient http, Guid run)
    {
        var rows = (await http.On(run)).Select((e, i) => Row(e, $"УПК {i + 1}"));
        await http.PostJson(
                $"{Runs}/{run}/results",
                new
                {
                    state = "Completed",
                    rows,
                    certificateOn = "2021-08-31",
                }
            )
            .Json();
    }

    public static object Row(JsonElement enrolment, string? certificateNumber = null) =>
        new
        {
            id = enrolment.Id(),
            version = enrolment.GetProperty("version").GetInt32(),
            certificateNumber,
        };

    public static object Seen(JsonElement enrolment) => new { id = enrolment.Id(), version = enrolment.GetProperty("version").GetInt32() };

    public static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();

    public static string State(this JsonElement thing) => thing.GetProperty("state").GetString()!;

    public static int Number(this JsonElement thing, string field) => thing.GetProperty(field).GetInt32();
}
