using MediatR;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Cohorts;

/// <summary>Strikes out a school that was put on a list by mistake; the history keeps that it stood there.</summary>
public static class RemoveCohortMember
{
    private const string Reason = "Внесена по ошибке";

    /// <param name="Id">Id of the list.</param>
    /// <param name="SchoolId">Id of the school.</param>
    /// <param name="IfMatch">Version of the list that the caller saw.</param>
    public sealed record Command(Guid Id, Guid SchoolId, IfMatch IfMatch) : IRequest<Versioned<CohortSummary>>;

    internal sealed class Handler(AppDbContext db, RollupSignal signal) : IRequestHandler<Command, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cohort = await db.FindCohort(request.Id, request.IfMatch, request.SchoolId, cancellationToken);
            cohort.Strike(cohort.Member(request.SchoolId));
            await db.MarkCohort(cohort.RegionCode, cohort.ResultsYear, cancellationToken);
            db.Act = ("removed", Reason);
            await db.SaveChangesAsync(cancellationToken);
            signal.Raise();
            return new Versioned<CohortSummary>(await CohortSummary.Read(db, cohort.Id, cancellationToken), cohort.Version);
        }
    }
}
