using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Home;

/// <summary>The page that a person begins with, by role; a constant and small number of statements however large the region is.</summary>
public static class GetHome
{
    public sealed record Query : IRequest<Ok<HomeDetails>>;

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Query, Ok<HomeDetails>>
    {
        public async Task<Ok<HomeDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var role = caller.Grants.Min(g => g.Role);
            var facts = await HomeFacts.Read(db, caller, clock, cancellationToken);
            var cohort = await NewestCohort.Read(db, cancellationToken);
            var works = role is Role.Operator or Role.Coordinator or Role.School;
            return TypedResults.Ok(
                new HomeDetails(
                    role,
                    facts.Schools,
                    cohort is null ? null : new HomeCohort(cohort.Id, cohort.Name, cohort.ResultsYear, cohort.Members),
                    works ? await new HomeTasks(db, role).Read(facts, cohort, cancellationToken) : [],
                    role == Role.School ? [] : await StarredMovement.Read(db, cancellationToken),
                    role == Role.Observer ? await new RegionFigures(db, rollups).Read(cohort, cancellationToken) : null,
                    role == Role.Operator
                        ? new HomeGuide(facts.Municipalities, facts.Schools, facts.HasResults, cohort?.Members ?? 0, facts.People)
                        : null
                )
            );
        }
    }
}
