using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Partnerships;
using Opora.Persistence;

namespace Opora.Api.Features.Selections;

/// <summary>An application as a row of the table.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="SelectionId">Id of the selection.</param>
/// <param name="SchoolId">Id of the school.</param>
/// <param name="School">Name of the school.</param>
/// <param name="MunicipalityCode">ОКТМО code.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="State">How far it has come.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="Files">How many files were sent with it.</param>
/// <param name="Won">Whether it has won; null before the decision.</param>
/// <param name="Judged">Whether the caller has given marks to it; null where the caller does not judge it.</param>
/// <param name="Sheets">How many experts have given marks; null for all but those who hold the selection, while marks are taken.</param>
/// <param name="ScoreThousandths">Sum of weight × mean mark, in thousandths; null while it is not told.</param>
/// <param name="Place">Place among all applications, equal scores sharing one; null while it is not told.</param>
/// <param name="Means">Mean mark of each criterion; null while it is not told.</param>
/// <param name="Version">Version, for If-Match.</param>
public record ApplicationSummary(
    Guid Id,
    Guid SelectionId,
    Guid SchoolId,
    string School,
    string MunicipalityCode,
    string Municipality,
    ApplicationState State,
    DateTime? SubmittedAt,
    int Files,
    bool? Won,
    bool? Judged,
    int? Sheets,
    long? ScoreThousandths,
    int? Place,
    IReadOnlyList<CriterionMean>? Means,
    int Version
);

/// <summary>The mean mark of a criterion.</summary>
/// <param name="CriterionId">Id of the criterion.</param>
/// <param name="Sum">Sum of the marks.</param>
/// <param name="Experts">How many experts gave one.</param>
/// <param name="MeanThousandths">The mean, in thousandths.</param>
public sealed record CriterionMean(Guid CriterionId, int Sum, int Experts, long MeanThousandths);

/// <summary>
/// The applications of a selection that the caller reads, and what may be told of their marks. Until the marks are closed nobody reads
/// those of another; then experts and those who hold the selection do, and when the winners are chosen the schools read their own means.
/// </summary>
internal sealed record ApplicationBoard(
    string RegionCode,
    Guid Me,
    bool IsExpert,
    bool Holds,
    bool SeesMarks,
    IReadOnlyList<ApplicationSummary> Rows
)
{
    /// <summary>Reads the table, or one row of it with its place among all.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<ApplicationBoard> Read(
        AppDbContext db,
        Guid selectionId,
        Caller caller,
        Guid? only,
        CancellationToken cancellationToken
    )
    {
        var me = caller.Actor.Id ?? Guid.Empty;
        var selection =
            await db
                .Selections.AsNoTracking()
                .Where(s => s.Id == selectionId)
                .Select(s => new
                {
                    s.RegionCode,
                    Closed = s.MarksClosedAt != null,
                    Decided = s.DecidedOn != null,
                    IsExpert = s.Experts.Any(e => e.PersonId == me),
                    Weights = s.Criteria.OrderBy(c => c.Number).Select(c => new { c.Id, c.Weight }).ToList(),
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Отбор");
        var holds = caller.ScopeFor(Permission.SelectionsWrite).ReachesRegion(selection.RegionCode);
        var criteria = selection.Weights.ConvertAll(c => c.Id);
        var sums = await db
            .SelectionMarks.Where(m => criteria.Contains(m.CriterionId))
            .GroupBy(m => new { m.ApplicationId, m.CriterionId })
            .Select(g => new
            {
                g.Key.ApplicationId,
                g.Key.CriterionId,
                Sum = g.Sum(m => m.Value),
                Experts = g.Count(),
                Mine = g.Sum(m => m.ExpertId == me ? 1 : 0) > 0,
            })
            .ToListAsync(cancellationToken);
        var byApplication = sums.ToLookup(s => s.ApplicationId);
        var marked = byApplication.Select(g => g.Key).ToList();
        var weights = selection.Weights.ToDictionary(c => c.Id, c => c.Weight);
        var scores = marked.ConvertAll(id => new SelectionScore(
            byApplication[id].Sum(s => (long)weights[s.CriterionId] * s.Sum),
            byApplication[id].Max(s => s.Experts)
        ));
        var places = SelectionScore.Places(scores);
        var own = caller.Grants.Select(g => g.SchoolId).OfType<Guid>().ToHashSet();
        var seesMarks = selection.Closed && (holds || selection.IsExpert);
        var told = seesMarks || selection.Decided;
        var rows = await db
            .SelectionApplications.AsNoTracking()
            .Where(a => a.SelectionId == selectionId && (only == null || a.Id == only))
            .OrderBy(a => a.SubmittedAt == null)
            .ThenBy(a => a.SubmittedAt)
            .ThenBy(a => a.Id)
            .Select(a => new ApplicationSummary(
                a.Id,
                a.SelectionId,
                a.SchoolId,
                db.ToldSchools.Where(s => s.Id == a.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                a.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == a.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? "",
                a.State,
                a.SubmittedAt,
                a.Files.Count,
                a.Won,
                null,
                null,
                null,
                null,
                null,
                a.Version
            ))
            .ToListAsync(cancellationToken);
        return new ApplicationBoard(
            selection.RegionCode,
            me,
            selection.IsExpert,
            holds,
            seesMarks,
            rows.ConvertAll(row =>
            {
                var at = marked.IndexOf(row.Id);
                var judges = selection.IsExpert && row.State == ApplicationState.Submitted && !own.Contains(row.SchoolId);
                return row with
                {
                    Judged = judges ? byApplication[row.Id].Any(s => s.Mine) : null,
                    Sheets = holds || seesMarks ? byApplication[row.Id].Select(s => s.Experts).DefaultIfEmpty().Max() : null,
                    ScoreThousandths = told && at >= 0 ? scores[at].Thousandths : null,
                    Place = told && at >= 0 ? places[at] : null,
                    Means = told
                        ? criteria
                            .SelectMany(c => byApplication[row.Id].Where(s => s.CriterionId == c))
                            .Select(s => new CriterionMean(
                                s.CriterionId,
                                s.Sum,
                                s.Experts,
                                new SelectionScore(s.Sum, s.Experts).Thousandths
                            ))
                            .ToList()
                        : null,
                };
            })
        );
    }
}
