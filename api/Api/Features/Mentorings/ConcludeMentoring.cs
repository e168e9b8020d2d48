using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Says what came of a pairing.</summary>
public static class ConcludeMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What came of it; both absent take it back.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<MentoringDetails>>;

    /// <summary>What came of it.</summary>
    /// <param name="Outcome">In words; without names.</param>
    /// <param name="Reached">Whether the aim was reached.</param>
    public sealed record Body(string? Outcome = null, MentoringReached? Reached = null) : IExampled<Body>
    {
        public static Body Example => new("Приёмы освоены, проведены два открытых урока", MentoringReached.Yes);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Outcome).MaximumLength(Mentoring.TextLength).WithMessage($"Итог — до {Mentoring.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            var (outcome, reached) = request.Body;
            mentoring.Conclude(
                string.IsNullOrWhiteSpace(outcome) ? null : outcome.Trim(),
                reached,
                await db.Today(mentoring.RegionCode, cancellationToken)
            );
            return await db.Saved(mentoring, "concluded", null, http.Caller(), cancellationToken);
        }
    }
}
