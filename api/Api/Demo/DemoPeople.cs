using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Demo;

/// <summary>
/// The people and machine clients of the demo, with secrets made anew at random. They are written to a file that only its owner may
/// read, and nowhere else.
/// </summary>
internal sealed class DemoPeople(AppDbContext db, UserManager<Person> people, StartOptions start, TimeProvider clock)
{
    private const string Tatarstan = "RU-TA";
    private const string Krasnoyarsk = "RU-KYA";
    private const string Smolensk = "RU-SMO";
    private const string Kabarda = "RU-KB";
    private const string Yelabuga = "92626000";
    private const string SchoolTwo = "160312002";
    private const int PasswordBytes = 15;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<User> _users = [];
    private readonly List<Client> _clients = [];

    /// <summary>Makes them in one transaction; the file is there before they are.</summary>
    /// <returns>Path of the file; null when another process has made them meanwhile.</returns>
    public async Task<string?> Make(CancellationToken cancellationToken)
    {
        var yelabuga = await db.Municipalities.SingleAsync(m => m.Code == Yelabuga, cancellationToken);
        var school = await db.Schools.SingleAsync(s => s.Code == SchoolTwo, cancellationToken);
        await using var write = await db.BeginWrite(cancellationToken);
        // Makers of the demo go through here one by one, so that the file tells the secrets of those who are there.
        await db.HoldResults(Tatarstan, cancellationToken);
        if (!await SetupLink.IsNeeded(db, cancellationToken))
            return null;
        await Add("operator", "Региональный оператор", id => Grant.InRegion(id, Role.Operator, Tatarstan));
        await Add("coordinator", "Координатор Елабужского района", id => Grant.InMunicipality(id, Role.Coordinator, yelabuga));
        await Add("school", "СОШ № 2", id => Grant.InSchool(id, Role.School, school));
        await Add("observer", "Наблюдатель министерства", id => Grant.InRegion(id, Role.Observer, Tatarstan));
        await Add("operator", "Оператор Красноярского края", id => Grant.InRegion(id, Role.Operator, Krasnoyarsk), "operator-kya");
        await Add("operator", "Оператор Смоленской области", id => Grant.InRegion(id, Role.Operator, Smolensk), "operator-smo");
        await Add("operator", "Оператор Кабардино-Балкарии", id => Grant.InRegion(id, Role.Operator, Kabarda), "operator-kbr");
        var tatarstan = await db.Regions.SingleAsync(r => r.Code == Tatarstan, cancellationToken);
        Add(ClientKind.MunicipalSystem, "municipal-system", "Информационная система Елабужского района", tatarstan, yelabuga);
        Add(ClientKind.Integration, "integration", "Витрина показателей", tatarstan, null);
        await db.SaveChangesAsync(cancellationToken);

        var path = Path.Combine(start.DataFolder, "demo-credentials.json");
        await PrivateFile.Write(path, JsonSerializer.Serialize(new Credentials(_users, _clients), Json), cancellationToken);
        await write.Commit(cancellationToken);
        return path;
    }

    private async Task Add(string role, string displayName, Func<Guid, Grant> grant, string? userName = null)
    {
        var name = userName ?? role;
        var person = new Person
        {
            UserName = name,
            DisplayName = displayName,
            Email = $"{name}@demo.example",
        };
        var password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PasswordBytes));
        db.Add(grant(person.Id));
        var made = await people.CreateAsync(person, password);
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join(", ", made.Errors.Select(e => e.Code)));
        _users.Add(new User(role, name, password));
    }

    private void Add(ClientKind kind, string name, string displayName, Region region, Municipality? municipality)
    {
        var role = kind.RoleOf();
        var now = clock.GetUtcNow().UtcDateTime;
        var client = new MachineClient(kind, region, municipality, new ClientFacts(displayName, Roles.Of(role)), now);
        var key = MachineKey.Create();
        db.Add(client);
        db.Add(client.GiveKey(MachineKey.HashOf(key)!, [], TimeSpan.Zero, now));
        db.Add(municipality is null ? Grant.InRegion(client.Id, role, region.Code) : Grant.InMunicipality(client.Id, role, municipality));
        _clients.Add(new Client(name, municipality?.Code ?? region.Code, key));
    }

    private sealed record User(string Role, string UserName, string Password);

    private sealed record Client(string Kind, string Place, string Key);

    private sealed record Credentials(IReadOnlyList<User> Users, IReadOnlyList<Client> Clients);
}
