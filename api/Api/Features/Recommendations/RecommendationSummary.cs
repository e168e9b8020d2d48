using System.Linq.Expressions;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>A recommendation as a row of a list.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="Kind">Advice or decision.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="To">To whom.</param>
/// <param name="Owner">Who answers for it; null when nobody was named, or for callers who see no people's names.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Overdue">Whether it is open and its day has passed in its region.</param>
/// <param name="State">What became of it.</param>
/// <param name="Causes">Figures that caused it.</param>
/// <param name="Version">Version, for If-Match.</param>
public record RecommendationSummary(
    Guid Id,
    RecommendationKind Kind,
    string Text,
    AddressedPlace To,
    OwnerName? Owner,
    DateOnly? DueOn,
    bool Overdue,
    RecommendationState State,
    int Causes,
    int Version
)
{
    /// <summary>The row of a recommendation.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told.</param>
    /// <param name="today">The day in the region.</param>
    internal static Expression<Func<Recommendation, RecommendationSummary>> From(AppDbContext db, bool seesPeople, DateOnly today) =>
        r => new RecommendationSummary(
            r.Id,
            r.Kind,
            r.Text,
            new AddressedPlace(
                r.RegionCode,
                r.MunicipalityCode,
                r.SchoolId,
                db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Name).FirstOrDefault()
                    ?? db.Municipalities.Where(m => m.Code == r.MunicipalityCode).Select(m => m.Name).FirstOrDefault()
                    ?? db.Regions.Where(g => g.Code == r.RegionCode).Select(g => g.Name).FirstOrDefault()
                    ?? r.RegionCode
            ),
            r.OwnerId == null || !seesPeople
                ? null
                : new OwnerName(r.OwnerId.Value, db.Users.Where(p => p.Id == r.OwnerId).Select(p => p.DisplayName).FirstOrDefault() ?? ""),
            r.DueOn,
            r.State == RecommendationState.Open && r.DueOn != null && r.DueOn < today,
            r.State,
            r.Causes.Count,
            r.Version
        );
}

/// <summary>To whom a recommendation is addressed: the smallest place that is named.</summary>
/// <param name="RegionCode">The region.</param>
/// <param name="MunicipalityCode">The municipality, or that of the school.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Name">Russian name of the place.</param>
public sealed record AddressedPlace(string RegionCode, string? MunicipalityCode, Guid? SchoolId, string Name);

/// <summary>Who answers for a recommendation.</summary>
/// <param name="Id">Id of the person.</param>
/// <param name="Name">Name.</param>
public sealed record OwnerName(Guid Id, string Name);
