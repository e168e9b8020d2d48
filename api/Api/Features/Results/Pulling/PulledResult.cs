using Opora.Api.Features.Results.Batches;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>Results one after another; the header <c>Link</c> leads to the next page, the last page has none.</summary>
/// <param name="Items">The results of this page.</param>
public sealed record PulledResults(IReadOnlyList<PulledResult> Items);

/// <summary>A result of a school, or one that a region or municipality published about itself.</summary>
/// <param name="Id">Id, for its history.</param>
/// <param name="SchoolCode">Code of the school; null of a published result.</param>
/// <param name="PlaceCode">Region or municipality that published the result; null of a school's.</param>
/// <param name="Year">Calendar year of the assessment.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Sitting">Tells two works of one year apart; null when there is only one.</param>
/// <param name="Participants">Pupils who took part; null when unknown.</param>
/// <param name="Mean">Mean as sent, else the one that follows from the marks.</param>
/// <param name="MeanDerived">Whether the mean follows from the marks.</param>
/// <param name="BelowThreshold">Pupils below the minimum.</param>
/// <param name="Marks">Pupils by mark, when they were sent so.</param>
/// <param name="MarksPercent">Per cent by mark, when they were sent so.</param>
/// <param name="Small">Whether it is over fewer than five pupils.</param>
/// <param name="Suppressed">Whether all values are left out because fewer than five pupils, or nobody knows how many, stand behind them; only for third parties.</param>
/// <param name="ImportId">The import or batch that brought these values.</param>
/// <param name="RecordedAt">UTC instant at which they came.</param>
public sealed record PulledResult(
    Guid Id,
    string? SchoolCode,
    string? PlaceCode,
    int Year,
    Assessment Assessment,
    string Subject,
    int Grade,
    string? Sitting,
    int? Participants,
    decimal? Mean,
    bool MeanDerived,
    int? BelowThreshold,
    MarksInCounts? Marks,
    MarksInPercent? MarksPercent,
    bool Small,
    bool Suppressed,
    Guid ImportId,
    DateTime RecordedAt
);
