using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Diagnostics;

/// <summary>Diagnostics alone.</summary>
public sealed record DiagnosticDetails : DiagnosticSummary
{
    private DiagnosticDetails(DiagnosticSummary summary)
        : base(summary) { }

    /// <summary>What it looks for, in the order of its columns.</summary>
    public required IReadOnlyList<DiagnosticMeasureDetails> Measures { get; init; }

    /// <summary>Whether the caller may change it.</summary>
    public required bool Editable { get; init; }

    /// <summary>Whether the caller may write results down.</summary>
    public required bool TakesResults { get; init; }

    /// <summary>Reads diagnostics of a region in which the caller is anything.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<DiagnosticDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var campaigns = db.DiagnosticCampaigns.AsNoTracking().Where(c => c.Id == id);
        var summary =
            await campaigns.Select(DiagnosticSummary.From(db)).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Диагностика");
        var campaign = await campaigns.Include(c => c.Measures).SingleAsync(cancellationToken);
        var ids = campaign.Measures.Select(m => m.DeficitId).ToList();
        var deficits = await db.Deficits.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var may = caller.ScopeFor(Permission.DiagnosticsWrite);
        var details = new DiagnosticDetails(summary)
        {
            Measures =
            [
                .. campaign.Columns.Select(m => new DiagnosticMeasureDetails(
                    deficits[m.DeficitId].Code,
                    deficits[m.DeficitId].Name,
                    Points.Of(m.Maximum),
                    Points.Of(m.Threshold),
                    m.Allowed
                )),
            ],
            Editable = caller.ScopeFor(Permission.TrainingWrite).Reaches(new Place(campaign.RegionCode, campaign.MunicipalityCode, null)),
            TakesResults = may.Regions.Count + may.Municipalities.Count + may.Schools.Count > 0,
        };
        return new Versioned<DiagnosticDetails>(details, details.Version);
    }
}

/// <summary>A deficit that is looked for: a column of the table of results.</summary>
/// <param name="Deficit">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Maximum">Highest score; null when only yes or no is told.</param>
/// <param name="Threshold">Score below which there is a deficit.</param>
/// <param name="Allowed">What a cell may hold, in words.</param>
public sealed record DiagnosticMeasureDetails(string Deficit, string Name, decimal? Maximum, decimal? Threshold, string Allowed);

/// <summary>Scores are kept in thousandths of a point.</summary>
internal static class Points
{
    private const decimal Thousand = 1000;

    public static decimal? Of(int? thousandths) => thousandths / Thousand;

    public static int? Thousandths(decimal? points) => points is { } p ? (int)(p * Thousand) : null;
}
