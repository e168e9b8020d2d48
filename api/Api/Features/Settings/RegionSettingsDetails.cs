using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Settings;

/// <summary>What is set for a region.</summary>
/// <param name="Code">ISO 3166-2 code.</param>
/// <param name="Name">Full Russian name.</param>
/// <param name="TimeZone">IANA time zone in which «today» is told.</param>
/// <param name="LowResultsLabel">What the region calls schools with low results.</param>
/// <param name="AdverseConditionsLabel">What the region calls schools in adverse social conditions.</param>
/// <param name="SchoolYear">The school year that people work in, <c>2019/2020</c>; null for the one of today's date.</param>
/// <param name="CurrentSchoolYear">The school year that holds now, set or by date.</param>
/// <param name="LeastPupils">Figures over fewer pupils are small.</param>
/// <param name="LeastSchools">Common figures of fewer schools are not shown beside one of them.</param>
/// <param name="RequiresSecondFactor">Whether operators must sign in with a code of an app beside the password.</param>
/// <param name="MailSenderName">Whose name letters bear; null for the region's own.</param>
/// <param name="MailReplyTo">Where answers to letters go.</param>
/// <param name="HasLogo">Whether there is a logo.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record RegionSettingsDetails(
    string Code,
    string Name,
    string TimeZone,
    string LowResultsLabel,
    string AdverseConditionsLabel,
    Period? SchoolYear,
    Period CurrentSchoolYear,
    int LeastPupils,
    int LeastSchools,
    bool RequiresSecondFactor,
    string? MailSenderName,
    string? MailReplyTo,
    bool HasLogo,
    int Version
)
{
    internal static async Task<Versioned<RegionSettingsDetails>> Of(
        AppDbContext db,
        Region region,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var details = new RegionSettingsDetails(
            region.Code,
            region.Name,
            region.TimeZone,
            region.LowResultsLabel,
            region.AdverseConditionsLabel,
            region.SchoolYear,
            region.SchoolYearAt(clock.GetUtcNow().UtcDateTime),
            region.LeastPupils,
            region.LeastSchools,
            region.RequiresSecondFactor,
            region.MailSenderName,
            region.MailReplyTo,
            await db.RegionLogos.AnyAsync(l => l.RegionCode == region.Code, cancellationToken),
            region.Version
        );
        return new Versioned<RegionSettingsDetails>(details, region.Version);
    }
}

/// <summary>Finds the region whose settings are meant.</summary>
internal static class RegionOfSettings
{
    /// <summary>The region, when the caller may set things for the whole of it.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Region> RegionToSet(this AppDbContext db, string code, CancellationToken cancellationToken) =>
        db.Current.Scope.ReachesRegion(code) && await db.Regions.SingleOrDefaultAsync(r => r.Code == code, cancellationToken) is { } region
            ? region
            : throw Problems.NotFound("Регион");
}
