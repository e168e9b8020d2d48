using System.Net;
using System.Text.Json;
using Opora.Api.Tests.Support;
using Opora.Domain.Places;

namespace Opora.Api.Tests.Features.Support;

/// <summary>Calls of support by specialists.</summary>
internal static class SupportCalls
{
    public const string Requests = "/api/v1/specialist-requests";

    /// <summary>What a school asks for.</summary>
    public static object Asks(int children = 20, string specialist = "SpeechTherapist", string needed = "2020-10-05") =>
        new
        {
            specialist,
            reason = "Нарушения письма у вторых классов",
            children,
            neededFromOn = needed,
            requestedOn = "2020-09-21",
        };

    /// <summary>Asks for a specialist; the card.</summary>
    public static Task<JsonElement> Request(this HttpClient http, School school, object? asks = null) =>
        http.PostJson(Requests, new { schoolId = school.Id, asks = asks ?? Asks() }).Json(HttpStatusCode.Created);

    /// <summary>Where the card is found.</summary>
    public static string Address(this JsonElement card) => $"{Requests}/{card.GetProperty("id").GetString()}";

    /// <summary>An action on the card in its version.</summary>
    public static Task<HttpResponseMessage> Act(this HttpClient http, JsonElement card, string action, object? body = null) =>
        http.Send(HttpMethod.Post, $"{card.Address()}/{action}", body, card.GetProperty("version").GetInt32());

    /// <summary>A session with counts.</summary>
    public static object Session(string on, int children, int returning = 0, int? examined = null, int? consulted = null) =>
        new
        {
            on,
            counts = new
            {
                children,
                returning,
                examined = examined ?? children,
                consulted = consulted ?? children,
                teachers = 2,
                parents = 3,
            },
        };

    /// <summary>A municipal education centre with somebody on its staff.</summary>
    public static async Task<(Organisation Centre, StaffMember Member)> Centre(this Given given, Municipality place, string name = "МОЦ")
    {
        var facts = new OrganisationFacts(name, null, OrganisationKind.EducationCentre, [], null, null);
        var centre = new Organisation(given.RegionCode, place.Code, facts);
        var member = centre.Employ(new StaffFacts("Речевая Анна Петровна", "учитель-логопед", [], null));
        await given.Save(centre);
        return (centre, member);
    }

    /// <summary>A request that an organisation answers for; the card.</summary>
    public static async Task<JsonElement> Assigned(this HttpClient http, School school, Organisation centre, object? asks = null) =>
        await http.Act(await http.Request(school, asks), "assign", new { organisationId = centre.Id }).Json();

    /// <summary>The state on a card.</summary>
    public static string State(this JsonElement card) => card.GetProperty("state").GetString()!;
}
