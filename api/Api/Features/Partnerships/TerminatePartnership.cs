using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Partnerships;

/// <summary>Ends an agreement before its term.</summary>
public static class TerminatePartnership
{
    /// <param name="Id">Id of the agreement.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<PartnershipDetails>>;

    /// <summary>When and why.</summary>
    /// <param name="On">First day on which it is no longer in force.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly On, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2020, 12, 1), "Школа-партнёр реорганизована");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(Partnership.TextLength)
                .WithMessage($"Напишите, почему договор расторгнут, до {Partnership.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<PartnershipDetails>>
    {
        public async Task<Versioned<PartnershipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var partnership = await db.PartnershipToChange(request.Id, request.IfMatch, cancellationToken);
            partnership.Terminate(request.Body.On, request.Body.Reason);
            var details = await db.Saved(partnership, "terminated", request.Body.Reason, http.Caller(), cancellationToken);
            return new Versioned<PartnershipDetails>(details, details.Version);
        }
    }
}
