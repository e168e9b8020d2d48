using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Corrects what a pairing is about and who takes part in it.</summary>
public static class ReviseMentoring
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">What is right.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, MentoringBody Body) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new MentoringValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            var agreement = mentoring.PartnershipId;
            mentoring.Revise(request.Body.Facts, await db.Sides(request.Body, [.. mentoring.Parties], cancellationToken));
            await db.MustOwn(mentoring, agreement, cancellationToken);
            return await db.Saved(mentoring, "revised", null, http.Caller(), cancellationToken);
        }
    }
}
