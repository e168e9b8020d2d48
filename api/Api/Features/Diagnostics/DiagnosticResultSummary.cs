using System.Linq.Expressions;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>What diagnostics found out about a teacher, at one attempt.</summary>
/// <param name="Id">Id of the result.</param>
/// <param name="Campaign">The diagnostics.</param>
/// <param name="Teacher">Who.</param>
/// <param name="Attempt">Number of the attempt, from 1.</param>
/// <param name="On">The day.</param>
/// <param name="Level">How well the teacher does on the whole.</param>
/// <param name="Deficits">How many deficits were found.</param>
/// <param name="Findings">What was measured, in the order of the columns.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record DiagnosticResultSummary(
    Guid Id,
    DiagnosticOfResult Campaign,
    DiagnosedTeacher Teacher,
    int Attempt,
    DateOnly On,
    DiagnosticLevel? Level,
    int Deficits,
    IReadOnlyList<DiagnosticFindingDetails> Findings,
    int Version
)
{
    /// <summary>The row of a result.</summary>
    internal static Expression<Func<DiagnosticResult, DiagnosticResultSummary>> From(AppDbContext db) =>
        r => new DiagnosticResultSummary(
            r.Id,
            new DiagnosticOfResult(
                r.CampaignId,
                db.DiagnosticCampaigns.Where(c => c.Id == r.CampaignId).Select(c => c.Title).First(),
                db.DiagnosticCampaigns.Where(c => c.Id == r.CampaignId).Select(c => c.Kind).First()
            ),
            new DiagnosedTeacher(
                r.TeacherId,
                db.Teachers.Where(t => t.Id == r.TeacherId).Select(t => t.Name).FirstOrDefault(),
                r.SchoolId,
                db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Name).FirstOrDefault() ?? "",
                r.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == r.MunicipalityCode).Select(m => m.Name).FirstOrDefault() ?? ""
            ),
            r.Attempt,
            r.On,
            r.Level,
            r.DeficitCount,
            r.Findings.OrderBy(f => f.Place)
                .Select(f => new DiagnosticFindingDetails(
                    db.Deficits.Where(d => d.Id == f.DeficitId).Select(d => d.Code).First(),
                    db.Deficits.Where(d => d.Id == f.DeficitId).Select(d => d.Name).First(),
                    Points.Of(f.Score),
                    Points.Of(f.Maximum),
                    f.Found
                ))
                .ToList(),
            r.Version
        );
}

/// <summary>Diagnostics as a result tells them.</summary>
/// <param name="Id">Id of the diagnostics.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">What kind of deficits they look for.</param>
public sealed record DiagnosticOfResult(Guid Id, string Title, DeficitKind Kind);

/// <summary>Who was diagnosed.</summary>
/// <param name="Id">Id of the teacher.</param>
/// <param name="Name">Full name; null once anonymised.</param>
/// <param name="SchoolId">Id of the main school.</param>
/// <param name="School">Its official name.</param>
/// <param name="MunicipalityCode">ОКТМО code of its municipality.</param>
/// <param name="Municipality">Name of the municipality.</param>
public sealed record DiagnosedTeacher(Guid Id, string? Name, Guid SchoolId, string School, string MunicipalityCode, string Municipality);

/// <summary>Whether a deficit was found.</summary>
/// <param name="Deficit">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">The score; null where only yes or no is told.</param>
/// <param name="Maximum">Highest score.</param>
/// <param name="Found">Whether there is a deficit.</param>
public sealed record DiagnosticFindingDetails(string Deficit, string Name, decimal? Score, decimal? Maximum, bool Found);
