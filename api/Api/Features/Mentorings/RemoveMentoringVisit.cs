using MediatR;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Mentorings;

/// <summary>Strikes a meeting out that was written down by mistake.</summary>
public static class RemoveMentoringVisit
{
    /// <param name="Id">Id of the pairing.</param>
    /// <param name="VisitId">Id of the meeting.</param>
    /// <param name="IfMatch">The version of the pairing that the caller saw.</param>
    public sealed record Command(Guid Id, Guid VisitId, IfMatch IfMatch) : IRequest<Versioned<MentoringDetails>>;

    internal sealed class Handler(AppDbContext db, IHttpContextAccessor http) : IRequestHandler<Command, Versioned<MentoringDetails>>
    {
        public async Task<Versioned<MentoringDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var mentoring = await db.MentoringToChange(request.Id, request.IfMatch, cancellationToken);
            var visit = mentoring.Visits.FirstOrDefault(v => v.Id == request.VisitId) ?? throw Problems.NotFound("Встреча");
            mentoring.Drop(visit);
            return await db.SavedMeeting(mentoring, "visit-removed", (visit.Facts, null), http.Caller(), cancellationToken);
        }
    }
}
