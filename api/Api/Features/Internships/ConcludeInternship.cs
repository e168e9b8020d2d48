using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Internships;

/// <summary>Says how an internship ended, or calls it off.</summary>
public static class ConcludeInternship
{
    /// <param name="Id">Id of the internship.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">How it ended.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<InternshipDetails>>;

    /// <summary>How it ended.</summary>
    /// <param name="Result">How.</param>
    /// <param name="Outcome">What came of it; why, when it was broken or called off. Without names.</param>
    public sealed record Body(InternshipResult Result, string? Outcome = null) : IExampled<Body>
    {
        public static Body Example => new(InternshipResult.Cancelled, "Педагог заболел");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Outcome)
                .MaximumLength(Internship.OutcomeLength)
                .WithMessage($"Итог — до {Internship.OutcomeLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<InternshipDetails>>
    {
        public async Task<Versioned<InternshipDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var internship = await db.InternshipToChange(request.Id, request.IfMatch, cancellationToken);
            var (result, outcome) = request.Body;
            internship.Conclude(
                result,
                string.IsNullOrWhiteSpace(outcome) ? null : outcome.Trim(),
                await db.Today(internship.RegionCode, cancellationToken)
            );
            return await db.Saved(internship, "concluded", http.Caller(), cancellationToken);
        }
    }
}
