using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Ends a pairing before its term.</summary>
public static class TerminateMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">When and why.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<MentoringDetails>>;

    /// <summary>When and why.</summary>
    /// <param name="On">First day on which it goes on no more.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(DateOnly On, string Reason) : IExampled<Body>
    {
        public static Body Example => new(new DateOnly(2020, 12, 1), "Наставник перешёл в другую школу");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .NotEmpty()
                .MaximumLength(Mentoring.TextLength)
                .WithMessage($"Напишите, почему работа прекращена, до {Mentoring.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            mentoring.Terminate(request.Body.On, request.Body.Reason);
            return await db.Saved(mentoring, "terminated", null, http.Caller(), cancellationToken);
        }
    }
}
