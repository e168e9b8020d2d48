using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>What dynamics can be asked for: assessments, years, subjects and grades that have results in the caller's places.</summary>
public static class GetDynamicsOptions
{
    public sealed record Query : IRequest<Ok<IReadOnlyList<DynamicsOption>>>;

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<IReadOnlyList<DynamicsOption>>>
    {
        public async Task<Ok<IReadOnlyList<DynamicsOption>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var reach = Reach.Of(db, http.Caller());
            await rollups.Ready(db, new RollupRange(reach.Visible), cancellationToken);
            var found = await reach
                .Rollups(db)
                .Where(r => r.Category == ResultRollup.AllSchools)
                .Select(r => new
                {
                    r.Assessment,
                    r.Year,
                    r.Subject,
                    r.Grade,
                    r.Sitting,
                })
                .Distinct()
                .ToListAsync(cancellationToken);
            return TypedResults.Ok<IReadOnlyList<DynamicsOption>>([
                .. found
                    .GroupBy(f => f.Assessment)
                    .OrderBy(a => a.Key)
                    .Select(a => new DynamicsOption(
                        a.Key,
                        [.. a.Select(f => f.Year).Distinct().Order()],
                        [
                            .. from name in SubjectName.All
                            join work in a on name.Code equals work.Subject into works
                            where works.Any()
                            select new DynamicsSubject(
                                name.Code,
                                name.Name,
                                [.. works.Select(w => w.Grade).Where(g => g != ResultGroup.AllGrades).Distinct().Order()],
                                [.. works.Select(w => w.Sitting).Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal)]
                            ),
                        ]
                    )),
            ]);
        }
    }
}

/// <summary>What there is of one assessment.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Years">Years with results, oldest first.</param>
/// <param name="Subjects">Subjects with results.</param>
public sealed record DynamicsOption(Assessment Assessment, IReadOnlyList<int> Years, IReadOnlyList<DynamicsSubject> Subjects);

/// <summary>What there is of one subject.</summary>
/// <param name="Code">Subject code, or <c>main</c>.</param>
/// <param name="Name">Russian name.</param>
/// <param name="Grades">Grades with results; none for <c>main</c>.</param>
/// <param name="Sittings">Names of works, where a year had several.</param>
public sealed record DynamicsSubject(string Code, string Name, IReadOnlyList<int> Grades, IReadOnlyList<string> Sittings);
