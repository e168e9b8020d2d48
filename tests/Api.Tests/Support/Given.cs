using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Auth;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Tests.Support;

/// <summary>
/// What a test starts from: a region of its own with municipalities and schools, and callers for it. Rows are written through the
/// product's own context, in the scope of that region.
/// </summary>
public sealed class Given(ApiFactory api)
{
    private static int _regions;
    private static int _codes = 100_000;

    /// <summary>The password of every test person.</summary>
    public const string Password = "correct horse battery";

    /// <summary>The region of this test.</summary>
    public string RegionCode { get; } = MakeRegionCode(Interlocked.Increment(ref _regions));

    /// <summary>A number no other test uses: for school codes and ОКТМО codes.</summary>
    public static string NewCode() => Interlocked.Increment(ref _codes).ToString("D9", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A fresh region.</summary>
    public static async Task<Given> Region(ApiFactory api)
    {
        var given = new Given(api);
        await given.InRegion(async db =>
        {
            db.Add(new Region(given.RegionCode, "Регион " + given.RegionCode));
            await db.SaveChangesAsync();
        });
        return given;
    }

    /// <summary>Registers a municipality.</summary>
    public async Task<Municipality> Municipality(string name = "Елабужский муниципальный район")
    {
        var municipality = new Municipality(NewCode()[1..], RegionCode, name);
        await Save(municipality);
        return municipality;
    }

    /// <summary>Registers a school.</summary>
    public async Task<School> School(Municipality municipality, string name = "МБОУ «СОШ № 2»", Func<SchoolFacts, SchoolFacts>? with = null)
    {
        var facts = new SchoolFacts(name, SchoolKind.Secondary, Locality.Urban, 700, 45);
        var school = new School(NewCode(), municipality, with?.Invoke(facts) ?? facts, new DateOnly(2015, 9, 1));
        await Save(school);
        return school;
    }

    /// <summary>Saves rows in the scope of the region.</summary>
    public Task Save(params object[] rows) =>
        InRegion(async db =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });

    /// <summary>Works on the database in the scope of the region.</summary>
    public async Task InRegion(Func<AppDbContext, Task> work)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentScope>().Become(Actor.System, Scope.OfRegion(RegionCode));
        await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>The operator of the region, signed in, at another process when one is given.</summary>
    public Task<HttpClient> Operator(WebApplicationFactory<Program>? at = null) =>
        Signed(id => Grant.InRegion(id, Role.Operator, RegionCode), at);

    /// <summary>An observer of the region, signed in.</summary>
    public Task<HttpClient> Observer() => Signed(id => Grant.InRegion(id, Role.Observer, RegionCode));

    /// <summary>A coordinator of the municipality, signed in.</summary>
    public Task<HttpClient> Coordinator(Municipality municipality) =>
        Signed(id => Grant.InMunicipality(id, Role.Coordinator, municipality));

    /// <summary>The school's own person, signed in.</summary>
    public Task<HttpClient> SchoolPerson(School school) => Signed(id => Grant.InSchool(id, Role.School, school));

    /// <summary>A machine client; municipality null is the whole region.</summary>
    public async Task<HttpClient> Machine(Role role, Municipality? municipality = null)
    {
        var client = Client(role, municipality);
        var key = MachineKey.Create();
        await Save(
            client,
            client.GiveKey(MachineKey.HashOf(key)!, [], TimeSpan.Zero, api.Clock.GetUtcNow().UtcDateTime),
            municipality is null ? Grant.InRegion(client.Id, role, RegionCode) : Grant.InMunicipality(client.Id, role, municipality)
        );
        var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    /// <summary>A machine client that may do all that its role may; not saved yet.</summary>
    public MachineClient Client(Role role, Municipality? municipality = null) =>
        new(
            role == Role.Integration ? ClientKind.Integration : ClientKind.MunicipalSystem,
            new Region(RegionCode, "Регион " + RegionCode),
            municipality,
            new ClientFacts("Система", Roles.Of(role)),
            api.Clock.GetUtcNow().UtcDateTime
        );

    /// <summary>Another browser of a person of this run.</summary>
    public static async Task<HttpClient> SignedIn(WebApplicationFactory<Program> api, string userName)
    {
        var http = api.CreateBrowser();
        (await http.PostJson("/api/v1/session", new { userName, password = Password })).EnsureSuccessStatusCode();
        return http;
    }

    private async Task<HttpClient> Signed(Func<Guid, Grant> grant, WebApplicationFactory<Program>? at = null) =>
        await SignedIn(at ?? api, (await Person(grant)).UserName!);

    /// <summary>Somebody with these grants and the password of every test person.</summary>
    public async Task<Person> Person(params Func<Guid, Grant>[] grants)
    {
        var person = new Person { UserName = "user-" + NewCode(), DisplayName = "Испытатель" };
        await using (var scope = api.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<AppDbContext>().AddRange(grants.Select(grant => grant(person.Id)));
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, Password);
            made.Succeeded.ShouldBeTrue(string.Join(", ", made.Errors.Select(e => e.Code)));
        }
        return person;
    }

    // RU-A … RU-ZZZ: distinct, and of the shape of an ISO 3166-2 code.
    private static string MakeRegionCode(int number)
    {
        const int Letters = 26;
        var code = "";
        for (var rest = number + Letters; rest > 0; rest = (rest - 1) / Letters)
            code = (char)('A' + (rest - 1) % Letters) + code;
        return "RU-" + code;
    }
}
