using FluentValidation;
using MediatR;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.Clients;

/// <summary>Refuses all keys of a machine client from now on, for good.</summary>
public static class RevokeClient
{
    /// <param name="Id">Id of the client.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<ClientDetails>>;

    /// <summary>Why it is revoked.</summary>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Body(string Reason) : IExampled<Body>
    {
        public static Body Example => new("Договор с разработчиком закончился");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(MachineClient.ReasonLength)
                .WithMessage($"Укажите причину, до {MachineClient.ReasonLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Command, Versioned<ClientDetails>>
    {
        public async Task<Versioned<ClientDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var client = await db.ClientToChange(request.Id, request.IfMatch, cancellationToken);
            client.Revoke(await db.KeysOf(client, cancellationToken), request.Body.Reason, now);
            db.Act = ("revoked", request.Body.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return new Versioned<ClientDetails>(await ClientDetails.Read(db, client.Id, now, cancellationToken), client.Version);
        }
    }
}
