using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>A list of supported schools.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="RegionCode">Region whose list it is.</param>
/// <param name="Period">Programme year: a calendar year or a school year.</param>
/// <param name="ResultsYear">Calendar year whose exams the programme year holds.</param>
/// <param name="Name">What people call the list.</param>
/// <param name="OrderNumber">Number of the order that approved it.</param>
/// <param name="OrderDate">Date of the order.</param>
/// <param name="Members">Schools on it within the caller's places, also those that have left it.</param>
/// <param name="Left">How many of them have left it.</param>
/// <param name="ByCategory">How many of them are in each category; the three add up to the members.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record CohortSummary(
    Guid Id,
    string RegionCode,
    Period Period,
    int ResultsYear,
    string Name,
    string OrderNumber,
    DateOnly OrderDate,
    int Members,
    int Left,
    CategoryCounts ByCategory,
    int Version
)
{
    /// <summary>The row of a list.</summary>
    internal static Expression<Func<Cohort, CohortSummary>> From(AppDbContext db) =>
        c => new CohortSummary(
            c.Id,
            c.RegionCode,
            c.Period,
            c.ResultsYear,
            c.Name,
            c.OrderNumber,
            c.OrderDate,
            db.CohortMembers.Count(m => m.CohortId == c.Id),
            db.CohortMembers.Count(m => m.CohortId == c.Id && m.LeftOn != null),
            new CategoryCounts(
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category == SupportCategory.LowResults),
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category == SupportCategory.AdverseConditions),
                db.CohortMembers.Count(m => m.CohortId == c.Id && m.Category == SupportCategory.Both)
            ),
            c.Version
        );

    /// <summary>Reads a list that the caller may see.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<CohortSummary> Read(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Cohorts.AsNoTracking().Where(c => c.Id == id).Select(From(db)).SingleOrDefaultAsync(cancellationToken)
        ?? throw Problems.NotFound("Список школ");
}

/// <summary>Schools by category.</summary>
/// <param name="LowResults">Only low results.</param>
/// <param name="AdverseConditions">Only adverse social conditions.</param>
/// <param name="Both">Both at once.</param>
public sealed record CategoryCounts(
    [property: JsonPropertyName("LowResults")] int LowResults,
    [property: JsonPropertyName("AdverseConditions")] int AdverseConditions,
    [property: JsonPropertyName("Both")] int Both
);
