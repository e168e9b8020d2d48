using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Takes a request back before the first session.</summary>
public static class WithdrawSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is said.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Versioned<SpecialistRequestDetails>>;

    /// <summary>Why.</summary>
    /// <param name="Reason">Why it is taken back.</param>
    public sealed record Body(string? Reason = null) : IExampled<Body>
    {
        public static Body Example => new("Специалист появился в школе.");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Body.Reason)
                .MaximumLength(SpecialistRequest.TextLength)
                .WithMessage($"Причина — до {SpecialistRequest.TextLength} знаков.");
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.Withdraw(request.Body.Reason, today);
            return await db.Changed(asked, "withdrawn", http.Caller(), cancellationToken);
        }
    }
}
