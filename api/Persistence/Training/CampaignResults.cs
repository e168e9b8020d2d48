using Microsoft.EntityFrameworkCore;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Training;

/// <summary>What must be known of all results of diagnostics, also of those out of the caller's reach.</summary>
public static class CampaignResults
{
    /// <summary>Whether anybody has a result: what it was measured by may then not change under it.</summary>
    public static async Task<bool> HasResults(this AppDbContext db, DiagnosticCampaign campaign, CancellationToken cancellationToken)
    {
        using var system = db.Current.AsSystem(campaign.RegionCode);
        return await db.DiagnosticResults.AnyAsync(r => r.CampaignId == campaign.Id, cancellationToken);
    }
}
