using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>Registers a machine client and tells its key, this once.</summary>
public static class CreateClient
{
    public sealed record Command(Body Body) : IRequest<CreatedVersion<IssuedKey>>;

    /// <summary>The new client.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Place">ISO 3166-2 code of a region or ОКТМО code of a municipality: where it acts.</param>
    /// <param name="Permissions">What it may do; all that its kind may when absent.</param>
    /// <param name="ExpiresOn">Last day on which its keys are taken; no end when absent.</param>
    /// <param name="Networks">Addresses and CIDR blocks its calls come from; any when absent.</param>
    public sealed record Body(
        string Name,
        ClientKind Kind,
        string Place,
        ClientPermission[]? Permissions = null,
        DateOnly? ExpiresOn = null,
        string[]? Networks = null
    ) : IExampled<Body>
    {
        public static Body Example =>
            new(
                "Электронный журнал района",
                ClientKind.MunicipalSystem,
                "92626000",
                [ClientPermission.RegistryRead, ClientPermission.ResultsWrite],
                new DateOnly(2035, 8, 31),
                ["10.20.0.0/16"]
            );
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Name).ClientName();
            RuleFor(c => c.Body.Place).NotEmpty().WithMessage("Выберите регион или муниципалитет.");
            RuleFor(c => c.Body.Permissions)
                .Must(all => all is null or { Length: > 0 })
                .WithErrorCode("permissions-wanted")
                .WithMessage("Выберите хотя бы одно право.");
            this.ClientNetworks(c => c.Body.Networks);
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, CreatedVersion<IssuedKey>>
    {
        public async Task<CreatedVersion<IssuedKey>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (body, now) = (request.Body, clock.GetUtcNow().UtcDateTime);
            var (region, municipality) = await PlaceOf(body.Place, cancellationToken);
            var role = body.Kind.RoleOf();
            var permissions = body.Permissions is { } some ? ClientPermissions.InDomain(some) : Roles.Of(role);
            var facts = new ClientFacts(body.Name.Trim(), permissions, body.ExpiresOn, ClientChange.Kept(body.Networks));
            var client = new MachineClient(body.Kind, region, municipality, facts, now);
            var key = MachineKey.Create();
            db.Add(client);
            db.Add(client.GiveKey(MachineKey.HashOf(key)!, [], TimeSpan.Zero, now));
            db.Add(
                municipality is null ? Grant.InRegion(client.Id, role, region.Code) : Grant.InMunicipality(client.Id, role, municipality)
            );
            db.Act = ("registered", null);
            await db.SaveChangesAsync(cancellationToken);
            return new CreatedVersion<IssuedKey>(
                new IssuedKey(await ClientDetails.Read(db, client.Id, now, cancellationToken), key),
                client.Version,
                $"/api/v1/clients/{client.Id}"
            );
        }

        // Looked for among what the caller may write: the grant that is made here is no placed row, nothing else would guard it.
        private async Task<(Region, Municipality?)> PlaceOf(string code, CancellationToken cancellationToken)
        {
            var municipality = await db.Municipalities.AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellationToken);
            var regionCode = municipality?.RegionCode ?? code;
            var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == regionCode, cancellationToken);
            return region is not null && db.Current.Scope.Reaches(new Place(region.Code, municipality?.Code, SchoolId: null))
                ? (region, municipality)
                : throw Problems.NotFound("Регион или муниципалитет", "/place", code);
        }
    }
}
