using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>Corrects what was asked for, until the first session has been held.</summary>
public static class ReviseSpecialistRequest
{
    /// <param name="Id">Id of the request.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is asked for; a day of the request that is left out stays.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, SpecialistRequestBody Body) : IRequest<Versioned<SpecialistRequestDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new SpecialistRequestValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http)
        : IRequestHandler<Command, Versioned<SpecialistRequestDetails>>
    {
        public async Task<Versioned<SpecialistRequestDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (asked, today) = await db.RequestToChange(request.Id, request.IfMatch, cancellationToken);
            asked.Revise(request.Body.Facts(asked.RequestedOn), today);
            return await db.Changed(asked, "revised", http.Caller(), cancellationToken);
        }
    }
}
