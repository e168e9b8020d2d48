using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;
using Opora.Persistence.Rollups;

namespace Opora.Api.Features.Results;

/// <summary>Where a school stands, for one sentence above its card: its list, and its newest main result beside the region.</summary>
public static class GetSchoolStanding
{
    /// <param name="Id">Id of the school.</param>
    public sealed record Query(Guid Id) : IRequest<Ok<SchoolStandingDetails>>;

    internal sealed class Handler(AppDbContext db, RollupRefresher rollups, IHttpContextAccessor http)
        : IRequestHandler<Query, Ok<SchoolStandingDetails>>
    {
        public async Task<Ok<SchoolStandingDetails>> Handle(Query request, CancellationToken cancellationToken)
        {
            var lists =
                from member in db.CohortMembers
                join cohort in db.Cohorts on member.CohortId equals cohort.Id
                where member.SchoolId == request.Id && member.LeftOn == null
                orderby cohort.ResultsYear descending
                select new
                {
                    Id = (Guid?)cohort.Id,
                    Period = (Period?)cohort.Period,
                    Category = (SupportCategory?)member.Category,
                };
            var school =
                await db
                    .Schools.AsNoTracking()
                    .Where(s => s.Id == request.Id)
                    .Select(s => new
                    {
                        s.RegionCode,
                        Region = db.Regions.Where(r => r.Code == s.RegionCode).Select(r => r.Name).First(),
                        s.Placements,
                        // Value by value: a whole object would make SQLite number the members of every list first.
                        ListId = lists.Select(l => l.Id).FirstOrDefault(),
                        Period = lists.Select(l => l.Period).FirstOrDefault(),
                        Category = lists.Select(l => l.Category).FirstOrDefault(),
                    })
                    .SingleOrDefaultAsync(cancellationToken)
                ?? throw Problems.NotFound("Школа");
            var list = school is { ListId: { } id, Period: { } period, Category: { } category }
                ? new StandingList(id, period, category)
                : null;
            var own = db.ExamResults.AsNoTracking().Where(r => r.SchoolId == request.Id);
            var rows = await own.Where(r => r.EffectiveMeanThousandths != null).ToListAsync(cancellationToken);
            if (Headline(rows) is not { } newest)
                return TypedResults.Ok(new SchoolStandingDetails(list, null));
            var group = new ResultGroup("", newest.Year, newest.Assessment, newest.Subject, newest.Grade, newest.Sitting);
            await rollups.Ready(
                db,
                new RollupRange([school.RegionCode], newest.Assessment, newest.Year, newest.Subject, group.Equals),
                cancellationToken
            );
            var reach = Reach.Of(db, http.Caller());
            var comparison = await SchoolComparison.Read(
                db,
                reach,
                new PlaceName(school.RegionCode, school.Region),
                school.Placements,
                own.Where(r => r.Id == newest.Id),
                cancellationToken
            );
            return TypedResults.Ok(
                new SchoolStandingDetails(
                    list,
                    StandingWork.Of(newest, Before(rows, newest), comparison.Of(newest), reach.Disclosure.Small)
                )
            );
        }

        /// <summary>The newest year speaks; in it the exam that says most: ЕГЭ before ОГЭ before ВПР, a work that can be compared first.</summary>
        private static ExamResult? Headline(List<ExamResult> rows)
        {
            var year = rows.Count == 0 ? 0 : rows.Max(r => r.Year);
            return rows.Where(r => r.Year == year)
                .OrderBy(r => r.Assessment)
                .ThenBy(r => Before(rows, r) is null ? 1 : 0)
                .ThenBy(r => SubjectName.OrderOf(r.Subject))
                .ThenByDescending(r => r.Grade)
                .ThenBy(r => r.Sitting, StringComparer.Ordinal)
                .FirstOrDefault();
        }

        private static ExamResult? Before(List<ExamResult> rows, ExamResult result) =>
            rows.Find(r =>
                r.Year == result.Year - 1
                && r.Assessment == result.Assessment
                && r.Subject == result.Subject
                && r.Grade == result.Grade
                && r.Sitting == result.Sitting
                && MeanScales.AreSame(r.Assessment, r.EffectiveMeanThousandths!.Value, result.EffectiveMeanThousandths!.Value)
            );
    }
}

/// <summary>Where a school stands.</summary>
/// <param name="List">The newest list of supported schools that it is on.</param>
/// <param name="Work">Its newest main result; null without any.</param>
public sealed record SchoolStandingDetails(StandingList? List, StandingWork? Work);

/// <summary>A list of supported schools.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Period">Programme year.</param>
/// <param name="Category">Why the school is supported.</param>
public sealed record StandingList(Guid Id, Period Period, SupportCategory Category);

/// <summary>A result with what stands beside it.</summary>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Russian name of the subject.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Before">That of the year before; null without one on the same scale.</param>
/// <param name="Region">The region's mean: the published one where there is one, else that of the loaded schools; null when unknown or over too few.</param>
/// <param name="RegionPublished">Whether the region's mean is the published one.</param>
/// <param name="Difference">The mean less the region's.</param>
/// <param name="Small">Whether the result is over fewer than five pupils.</param>
public sealed record StandingWork(
    Assessment Assessment,
    string Subject,
    int Grade,
    int Year,
    decimal Mean,
    decimal? Before,
    decimal? Region,
    bool RegionPublished,
    decimal? Difference,
    bool Small
)
{
    internal static StandingWork Of(ExamResult result, ExamResult? before, PlaceFigures places, SmallGroups small)
    {
        var mean = Thousandths.Shown(result.EffectiveMeanThousandths!.Value);
        var region = places.PublishedRegion?.Mean ?? places.Region?.Mean;
        return new StandingWork(
            result.Assessment,
            Domain.Results.Subject.OfCode(result.Subject)!.Name,
            result.Grade,
            result.Year,
            mean,
            Thousandths.Shown(before?.EffectiveMeanThousandths),
            region,
            places.PublishedRegion is not null,
            mean - region,
            small.IsSmall(result.Values.Pupils)
        );
    }
}
