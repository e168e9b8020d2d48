using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>Says that an event took place, calls it off, or takes such a step back.</summary>
public static class AdvanceEvent
{
    /// <param name="Id">Id of the event.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Where to.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<EventDetails>>;

    /// <summary>Where to.</summary>
    /// <param name="State">What it becomes.</param>
    /// <param name="Reason">Why it is called off.</param>
    public sealed record Body(EventState State, string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new(EventState.Cancelled, "Перенесено на следующий год");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason).MaximumLength(Event.WordsLength).WithMessage($"Причина — до {Event.WordsLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<EventDetails>>
    {
        public async Task<Versioned<EventDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var write = await db.BeginWrite(cancellationToken);
            var found = await db.EventToChange(request.Id, request.IfMatch, cancellationToken);
            found.Become(request.Body.State, request.Body.Reason, await db.Today(found.RegionCode, cancellationToken));
            var answer = await db.Changed(found, "advanced", http.Caller(), cancellationToken);
            await write.Commit(cancellationToken);
            return answer;
        }
    }
}
