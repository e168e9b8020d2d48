using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Tells what changed after courses: deficit → course → result in counts of teachers, by deficit and by course.</summary>
public static class GetDeficitChainCounts
{
    /// <summary>Filters; all that are given must hold.</summary>
    /// <param name="School">Main school of the teachers; its id.</param>
    /// <param name="Municipality">ОКТМО codes of its municipality.</param>
    /// <param name="Cohort">Id of a list: teachers of its schools only.</param>
    public sealed record Query(Guid? School, string[]? Municipality, Guid? Cohort) : IRequest<Ok<DeficitChainCounts>>;

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<DeficitChainCounts>>
    {
        public async Task<Ok<DeficitChainCounts>> Handle(Query request, CancellationToken cancellationToken)
        {
            var chains = await db.ReadChains(
                new ChainScope
                {
                    SchoolId = request.School,
                    Municipalities = request.Municipality ?? [],
                    CohortId = request.Cohort,
                },
                cancellationToken
            );
            return TypedResults.Ok(new DeficitChainCounts(ByDeficit(chains), ByCourse(chains)));
        }

        private static List<DeficitProgress> ByDeficit(List<TeacherDeficit> chains) =>
            [
                .. chains
                    .GroupBy(c => (c.Code, c.Name))
                    .Select(g =>
                    {
                        var of = g.CountBy(c => c.Chain.Outcome).ToDictionary();
                        return new DeficitProgress(
                            g.Key.Code,
                            g.Key.Name,
                            g.Count(),
                            of.GetValueOrDefault(DeficitOutcome.NoCourse),
                            of.GetValueOrDefault(DeficitOutcome.OnCourse),
                            of.GetValueOrDefault(DeficitOutcome.NotMeasured),
                            of.GetValueOrDefault(DeficitOutcome.Closed),
                            of.GetValueOrDefault(DeficitOutcome.Remains),
                            of.GetValueOrDefault(DeficitOutcome.ClosedWithoutCourse)
                        );
                    })
                    .OrderByDescending(p => p.Found)
                    .ThenBy(p => p.Name, StringComparer.Ordinal),
            ];

        // Somebody who took two runs of one course counts by the later one.
        private static List<CourseEffect> ByCourse(List<TeacherDeficit> chains) =>
            [
                .. chains
                    .SelectMany(c =>
                        c.Courses.Where(r => r.Completed)
                            .GroupBy(r => (r.CourseId, r.Title))
                            .Select(g =>
                                (
                                    g.Key.CourseId,
                                    g.Key.Title,
                                    c.Code,
                                    c.Name,
                                    Outcome: DeficitChain.EffectOf(g.Max(r => r.EndsOn), c.Measurements)
                                )
                            )
                    )
                    .Where(e => e.Outcome is not null)
                    .GroupBy(e => (e.CourseId, e.Title, e.Code, e.Name))
                    .Select(g => new CourseEffect(
                        g.Key.CourseId,
                        g.Key.Title,
                        g.Key.Code,
                        g.Key.Name,
                        g.Count(),
                        g.Count(e => e.Outcome == DeficitOutcome.Closed),
                        g.Count(e => e.Outcome == DeficitOutcome.Remains),
                        g.Count(e => e.Outcome == DeficitOutcome.NotMeasured)
                    ))
                    .OrderBy(e => e.Title, StringComparer.Ordinal)
                    .ThenBy(e => e.Name, StringComparer.Ordinal),
            ];
    }
}

/// <summary>What changed after courses, in counts of teachers.</summary>
/// <param name="Deficits">By deficit, the most frequent first; a teacher counts once in each.</param>
/// <param name="Courses">By course and deficit; a teacher counts once in each.</param>
public sealed record DeficitChainCounts(IReadOnlyList<DeficitProgress> Deficits, IReadOnlyList<CourseEffect> Courses);

/// <summary>How far the teachers with a deficit have come.</summary>
/// <param name="Deficit">Code of the deficit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Found">Teachers at whom it was found.</param>
/// <param name="NoCourse">Of these, on no course that mends it.</param>
/// <param name="OnCourse">On such a course now.</param>
/// <param name="NotMeasured">Completed one and were not measured since.</param>
/// <param name="Closed">Completed one, and it was not found any more.</param>
/// <param name="Remains">Completed one, and it was found again.</param>
/// <param name="ClosedWithoutCourse">Completed none, and it was not found any more.</param>
public sealed record DeficitProgress(
    string Deficit,
    string Name,
    int Found,
    int NoCourse,
    int OnCourse,
    int NotMeasured,
    int Closed,
    int Remains,
    int ClosedWithoutCourse
);

/// <summary>What changed after a course.</summary>
/// <param name="Course">Id of the course.</param>
/// <param name="Title">Its title.</param>
/// <param name="Deficit">Code of the deficit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Completed">Teachers who had the deficit and completed the course.</param>
/// <param name="Closed">Of these, at whom it was not found at the next measurement.</param>
/// <param name="Remains">At whom it was found again.</param>
/// <param name="NotMeasured">Who were not measured since.</param>
public sealed record CourseEffect(
    Guid Course,
    string Title,
    string Deficit,
    string Name,
    int Completed,
    int Closed,
    int Remains,
    int NotMeasured
);
