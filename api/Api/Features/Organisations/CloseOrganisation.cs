using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Organisations;

/// <summary>Says that an organisation works no more; everything that names it stays.</summary>
public static class CloseOrganisation
{
    /// <param name="Id">Id of the organisation.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">Since when and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<OrganisationDetails>>;

    /// <summary>Since when and why.</summary>
    /// <param name="ClosedOn">The day on which it was closed.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly ClosedOn, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2026, 9, 1), "Функции переданы институту");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(School.ReasonLength)
                .WithMessage($"Укажите причину, до {School.ReasonLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<OrganisationDetails>>
    {
        public async Task<Versioned<OrganisationDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.OrganisationToChange(request.Id, request.IfMatch, cancellationToken);
            organisation.Close(request.Body.ClosedOn);
            return await db.Changed(organisation, "closed", request.Body.Reason, http.Caller(), cancellationToken);
        }
    }
}
