using MediatR;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>One list of supported schools.</summary>
public static class GetCohort
{
    /// <param name="Id">Id of the list.</param>
    public sealed record Query(Guid Id) : IRequest<Versioned<CohortSummary>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Versioned<CohortSummary>>
    {
        public async Task<Versioned<CohortSummary>> Handle(Query request, CancellationToken cancellationToken)
        {
            var cohort = await CohortSummary.Read(db, request.Id, cancellationToken);
            return new Versioned<CohortSummary>(cohort, cohort.Version);
        }
    }
}
