using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Writes a meeting of a pairing down.</summary>
public static class AddMentoringVisit
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="IfMatch">The version of the pairing that the caller saw.</param>
    /// <param name="Body">What was done.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, MentoringVisitBody Body) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new MentoringVisitValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            var today = await db.Today(mentoring.RegionCode, cancellationToken);
            db.Add(mentoring.Visit(request.Body.Facts, today));
            return await db.SavedMeeting(mentoring, "visit-added", (null, request.Body.Facts), http.Caller(), cancellationToken);
        }
    }
}
