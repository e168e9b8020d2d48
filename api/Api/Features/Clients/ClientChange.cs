using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>What registering and changing a client have in common.</summary>
internal static class ClientChange
{
    /// <summary>The client to change, in the version that the caller saw.</summary>
    /// <exception cref="Problem">404</exception>
    /// <exception cref="StaleVersion">412</exception>
    public static async Task<MachineClient> ClientToChange(this AppDbContext db, Guid id, IfMatch seen, CancellationToken cancellationToken)
    {
        var client =
            await db.MachineClients.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Problems.NotFound("Программа");
        db.Expect(client, seen.Version);
        return client;
    }

    /// <summary>Its keys, to be changed with it.</summary>
    public static Task<List<ClientKey>> KeysOf(this AppDbContext db, MachineClient client, CancellationToken cancellationToken) =>
        db.ClientKeys.Where(k => k.ClientId == client.Id).ToListAsync(cancellationToken);

    /// <summary>The region of a client.</summary>
    public static Task<Region> RegionOf(this AppDbContext db, string code, CancellationToken cancellationToken) =>
        db.Regions.AsNoTracking().SingleAsync(r => r.Code == code, cancellationToken);

    /// <summary>The networks as they are kept.</summary>
    public static string? Kept(string[]? networks) => AllowedNetworks.Join((networks ?? []).Select(n => AllowedNetworks.Canonical(n)!));

    public static void ClientName<T>(this IRuleBuilderInitial<T, string> name) =>
        name.Must(n => n.Trim().Length is > 0 and <= MachineClient.NameLength)
            .WithMessage($"Укажите название программы, до {MachineClient.NameLength} знаков.");

    public static void ClientNetworks<T>(this AbstractValidator<T> validator, Func<T, string[]?> networks)
    {
        validator
            .RuleFor(c => networks(c))
            .Must(all => all is null || all.Length <= AllowedNetworks.Most)
            .WithMessage($"Не больше {AllowedNetworks.Most} сетей.")
            .OverridePropertyName("Body.Networks");
        validator
            .RuleForEach(c => networks(c))
            .Must(text => text is not null && AllowedNetworks.Canonical(text) is not null)
            .WithErrorCode("network-wrong")
            .WithMessage("Укажите адрес или сеть: 10.20.0.0/16, 203.0.113.7, 2001:db8::/32. Лишние разряды после маски — нули.")
            .OverridePropertyName("Body.Networks");
    }
}
