using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>The results of a school over the years, beside those of its municipality and region.</summary>
public static class GetSchoolResults
{
    /// <param name="Id">Id of the school.</param>
    /// <param name="Assessment">Only this kind of assessment.</param>
    /// <param name="Grade">Only this grade.</param>
    public sealed record Query(Guid Id, WireEnum<Assessment>? Assessment = null, int? Grade = null) : IRequest<Ok<SchoolResults>>;

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<SchoolResults>>
    {
        public async Task<Ok<SchoolResults>> Handle(Query request, CancellationToken cancellationToken)
        {
            var school =
                await db
                    .Schools.AsNoTracking()
                    .Where(s => s.Id == request.Id)
                    .Select(s => new
                    {
                        s.RegionCode,
                        Region = db.Regions.Where(r => r.Code == s.RegionCode).Select(r => r.Name).First(),
                        s.Placements,
                    })
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Школа");
            var results = db.ExamResults.AsNoTracking().Where(r => r.SchoolId == request.Id);
            if (request.Assessment is { Value: var assessment })
                results = results.Where(r => r.Assessment == assessment);
            if (request.Grade is { } grade)
                results = results.Where(r => r.Grade == grade);
            var rows = await results.ToListAsync(cancellationToken);

            var own = rows.Select(r => new ResultGroup("", r.Year, r.Assessment, r.Subject, r.Grade, r.Sitting)).ToHashSet();
            await rollups.Ready(db, new RollupRange([school.RegionCode], request.Assessment?.Value, Only: own.Contains), cancellationToken);
            var comparison = await SchoolComparison.Read(
                db,
                Reach.Of(db, http.Caller()),
                new PlaceName(school.RegionCode, school.Region),
                school.Placements,
                results,
                cancellationToken
            );
            return TypedResults.Ok(
                new SchoolResults(
                    request.Id,
                    [.. rows.Select(r => r.Year).Distinct().Order()],
                    [
                        .. from row in rows
                        group row by (row.Assessment, row.Subject, row.Grade, row.Sitting) into series
                        orderby series.Key.Assessment, SubjectName.OrderOf(series.Key.Subject), series.Key.Grade, series.Key.Sitting
                        select SchoolResultSeries.Of([.. series.OrderBy(r => r.Year)], comparison, Disclosure.To(http.Caller())),
                    ]
                )
            );
        }
    }
}

/// <summary>The results of a school.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Years">Years with any result, oldest first.</param>
/// <param name="Series">One series an assessment, subject, grade and work.</param>
public sealed record SchoolResults(Guid SchoolId, IReadOnlyList<int> Years, IReadOnlyList<SchoolResultSeries> Series);

/// <summary>The results of one assessment in one subject and grade over the years.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="SubjectName">Russian name of the subject.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Sitting">Name of the work where the year had several.</param>
/// <param name="Scale">In what the means are measured.</param>
/// <param name="Points">The years, oldest first.</param>
public sealed record SchoolResultSeries(
    Assessment Assessment,
    string Subject,
    string SubjectName,
    int Grade,
    string? Sitting,
    ResultScale Scale,
    IReadOnlyList<SchoolResultPoint> Points
)
{
    /// <summary>The series of these results of one school, oldest first.</summary>
    internal static SchoolResultSeries Of(IReadOnlyList<ExamResult> results, SchoolComparison comparison, Disclosure disclosure)
    {
        var first = results[0];
        var subject = Domain.Results.Subject.OfCode(first.Subject)!;
        return new SchoolResultSeries(
            first.Assessment,
            subject.Code,
            subject.Name,
            first.Grade,
            first.Sitting.Length == 0 ? null : first.Sitting,
            subject.ScaleOf(first.Assessment, results.Max(r => r.EffectiveMeanThousandths)),
            [
                .. results.Select(
                    (r, i) =>
                        SchoolResultPoint.Of(
                            r,
                            i > 0 && results[i - 1].Year == r.Year - 1 ? results[i - 1] : null,
                            comparison.Of(r),
                            disclosure
                        )
                ),
            ]
        );
    }
}
