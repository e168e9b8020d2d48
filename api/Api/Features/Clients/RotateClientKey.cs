using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>Gives a machine client a new key, told this once; the old one stays good while the program is changed over.</summary>
public static class RotateClientKey
{
    private const int MostHours = 168;

    /// <param name="Id">Id of the client.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">How long the old key stays good.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<IssuedKey>>;

    /// <summary>How long the old key stays good.</summary>
    /// <param name="OverlapHours">Hours, from 0 (it ends at once) to 168.</param>
    public sealed record Body(int OverlapHours) : IExampled<Body>
    {
        public static Body Example => new(24);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.OverlapHours)
                .InclusiveBetween(0, MostHours)
                .WithErrorCode("out-of-range")
                .WithMessage($"Старый ключ может действовать ещё от 0 до {MostHours} часов.");
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<IssuedKey>>
    {
        public async Task<Versioned<IssuedKey>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var client = await db.ClientToChange(request.Id, request.IfMatch, cancellationToken);
            var former = await db.KeysOf(client, cancellationToken);
            var key = MachineKey.Create();
            db.Add(client.GiveKey(MachineKey.HashOf(key)!, former, TimeSpan.FromHours(request.Body.OverlapHours), now));
            db.Act = ("rotated", null);
            await db.SaveChangesAsync(cancellationToken);
            var details = await ClientDetails.Read(db, client.Id, now, cancellationToken);
            return new Versioned<IssuedKey>(new IssuedKey(details, key), client.Version);
        }
    }
}
