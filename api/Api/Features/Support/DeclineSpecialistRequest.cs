using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Refuses a request with a reason.</summary>
public static class DeclineSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is said.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SpecialistRequestDetails>>;

    /// <summary>Why.</summary>
    /// <param name="Reason">Why it is refused; the school reads it.</param>
    public sealed record Body(string Reason) : IExampled<Body>
    {
        public static Body Example => new("Логопед района занят до января, заявку можно подать снова.");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(SpecialistRequest.TextLength)
                .WithMessage($"Напишите школе, почему в заявке отказано, до {SpecialistRequest.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.Decline(request.Body.Reason, today);
            return await db.Changed(asked, "declined", http.Caller(), cancellationToken);
        }
    }
}
