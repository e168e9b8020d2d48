using System.Linq.Expressions;
using Opora.Domain.Training.Diagnostics;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Diagnostics as a row of a list; counts are of the caller's own teachers.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Kind">What kind of deficits it looks for.</param>
/// <param name="Subject">Code of the subject.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day.</param>
/// <param name="Form">Who finds deficits out.</param>
/// <param name="Provider">The organisation that carries it out.</param>
/// <param name="Municipality">Whose it is, null for the whole region.</param>
/// <param name="Deficits">How many deficits it looks for.</param>
/// <param name="Teachers">Own teachers about whom there is a result; each once.</param>
/// <param name="Deficient">Those of them in whose results a deficit was found, at whatever attempt.</param>
/// <param name="Version">Version, for If-Match.</param>
public record DiagnosticSummary(
    Guid Id,
    string Title,
    DeficitKind Kind,
    string? Subject,
    DateOnly FromOn,
    DateOnly UntilOn,
    DiagnosticForm Form,
    DiagnosticProvider? Provider,
    DiagnosticPlace? Municipality,
    int Deficits,
    int Teachers,
    int Deficient,
    int Version
)
{
    /// <summary>The row of a campaign.</summary>
    internal static Expression<Func<DiagnosticCampaign, DiagnosticSummary>> From(AppDbContext db) =>
        c => new DiagnosticSummary(
            c.Id,
            c.Title,
            c.Kind,
            c.Subject,
            c.FromOn,
            c.UntilOn,
            c.Form,
            c.ProviderId == null
                ? null
                : new DiagnosticProvider(
                    c.ProviderId.Value,
                    db.Organisations.Where(o => o.Id == c.ProviderId).Select(o => o.ShortName ?? o.Name).First()
                ),
            c.MunicipalityCode == null
                ? null
                : new DiagnosticPlace(
                    c.MunicipalityCode,
                    db.Municipalities.Where(m => m.Code == c.MunicipalityCode).Select(m => m.Name).First()
                ),
            c.MeasureCount,
            db.DiagnosticResults.Where(r => r.CampaignId == c.Id).Select(r => r.TeacherId).Distinct().Count(),
            db.DiagnosticResults.Where(r => r.CampaignId == c.Id && r.DeficitCount > 0).Select(r => r.TeacherId).Distinct().Count(),
            c.Version
        );
}

/// <summary>The organisation that carries diagnostics out.</summary>
/// <param name="Id">Id of the organisation.</param>
/// <param name="Name">Its name in lists.</param>
public sealed record DiagnosticProvider(Guid Id, string Name);

/// <summary>A municipality by code and name.</summary>
/// <param name="Code">ОКТМО code.</param>
/// <param name="Name">Russian name.</param>
public sealed record DiagnosticPlace(string Code, string Name);
