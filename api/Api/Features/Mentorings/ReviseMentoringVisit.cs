using FluentValidation;
using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Corrects a meeting of a pairing.</summary>
public static class ReviseMentoringVisit
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="VisitId">Id of the meeting.</param>
    /// <param name="IfMatch">The version of the pairing that the caller saw.</param>
    /// <param name="Body">What was done.</param>
    public sealed record Command(Guid Id, Guid VisitId, IfMatch IfMatch, MentoringVisitBody Body) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new MentoringVisitValidator());
    }

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            var visit = mentoring.Visits.FirstOrDefault(v => v.Id == request.VisitId) ?? throw Problems.NotFound("Встреча");
            var before = visit.Facts;
            mentoring.Correct(visit, request.Body.Facts, await db.Today(mentoring.RegionCode, cancellationToken));
            return await db.SavedMeeting(mentoring, "visit-revised", (before, request.Body.Facts), http.Caller(), cancellationToken);
        }
    }
}
