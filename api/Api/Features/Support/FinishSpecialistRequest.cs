using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Finishes a request; sessions that were only planned fall away.</summary>
public static class FinishSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is said.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SpecialistRequestDetails>>;

    /// <summary>What came of it.</summary>
    /// <param name="Outcome">What came of it; without names of children.</param>
    public sealed record Body(string? Outcome = null) : IExampled<Body>
    {
        public static Body Example => new("Обследованы все дети, программы коррекции переданы учителям.");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Outcome)
                .MaximumLength(SpecialistRequest.TextLength)
                .WithMessage($"Итог — до {SpecialistRequest.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.Finish(request.Body.Outcome, today);
            return await db.Changed(asked, "finished", http.Caller(), cancellationToken);
        }
    }
}
