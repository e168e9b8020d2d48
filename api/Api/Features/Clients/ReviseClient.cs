using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>Says anew what a machine client is called, may do, until when and from where; its keys stay.</summary>
public static class ReviseClient
{
    /// <param name="Id">Id of the client.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What holds from now on.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<ClientDetails>>;

    /// <summary>What holds from now on, at once.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Permissions">What it may do.</param>
    /// <param name="ExpiresOn">Last day on which its keys are taken; no end when absent.</param>
    /// <param name="Networks">Addresses and CIDR blocks its calls come from; any when absent.</param>
    public sealed record Body(string Name, ClientPermission[] Permissions, DateOnly? ExpiresOn = null, string[]? Networks = null)
        : IExampled<Body>
    {
        public static Body Example =>
            new("Витрина показателей", [ClientPermission.ResultsRead], new DateOnly(2035, 8, 31), ["203.0.113.0/24", "2001:db8::/32"]);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Name).ClientName();
            RuleFor(c => c.Body.Permissions).NotEmpty().WithErrorCode("permissions-wanted").WithMessage("Выберите хотя бы одно право.");
            this.ClientNetworks(c => c.Body.Networks);
        }
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<ClientDetails>>
    {
        public async Task<Versioned<ClientDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (body, now) = (request.Body, clock.GetUtcNow().UtcDateTime);
            var client = await db.ClientToChange(request.Id, request.IfMatch, cancellationToken);
            client.Revise(
                new ClientFacts(
                    body.Name.Trim(),
                    ClientPermissions.InDomain(body.Permissions),
                    body.ExpiresOn,
                    ClientChange.Kept(body.Networks)
                ),
                await db.RegionOf(client.RegionCode, cancellationToken),
                now
            );
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<ClientDetails>(await ClientDetails.Read(db, client.Id, now, cancellationToken), client.Version);
        }
    }
}
