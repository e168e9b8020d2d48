using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.Recommendations;

/// <summary>A recommendation with the figures that caused it.</summary>
public sealed record RecommendationDetails : RecommendationSummary
{
    private RecommendationDetails(RecommendationSummary summary)
        : base(summary) { }

    /// <summary>What came of it, or why it was called off.</summary>
    public string? Outcome { get; private init; }

    /// <summary>When that was said.</summary>
    public DateTime? SettledAt { get; private init; }

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>The figures that caused it.</summary>
    public required IReadOnlyList<RecommendationFigure> Figures { get; init; }

    /// <summary>Whether the caller may change it.</summary>
    public required bool Editable { get; init; }

    /// <summary>Reads a recommendation within the caller's places.</summary>
    /// <exception cref="Problem">404</exception>
    internal static async Task<Versioned<RecommendationDetails>> Read(
        AppDbContext db,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var recommendations = db.Recommendations.AsNoTracking().Where(r => r.Id == id);
        var region =
            await recommendations.Select(r => r.RegionCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw Problems.NotFound("Рекомендация");
        var today = await db.Today(region, cancellationToken);
        var summary = await recommendations.Select(RecommendationSummary.From(db, caller.SeesPeople, today)).SingleAsync(cancellationToken);
        var more = await recommendations
            .Select(r => new
            {
                r.Outcome,
                r.SettledAt,
                r.MadeAt,
            })
            .SingleAsync(cancellationToken);
        var figures = await recommendations
            .SelectMany(r => r.Causes)
            .OrderBy(c => c.Number)
            .Select(c => new RecommendationFigure(
                c.IndicatorId,
                db.Indicators.Where(i => i.Id == c.IndicatorId).Select(i => i.Name).FirstOrDefault() ?? "",
                c.Period,
                c.SchoolId,
                c.MunicipalityCode,
                c.Figure,
                c.Target
            ))
            .ToListAsync(cancellationToken);
        var details = new RecommendationDetails(summary)
        {
            Outcome = more.Outcome,
            SettledAt = more.SettledAt,
            MadeAt = more.MadeAt,
            Figures = figures,
            Editable = caller
                .ScopeFor(Permission.RecommendationsWrite)
                .Reaches(new Place(summary.To.RegionCode, summary.To.MunicipalityCode, summary.To.SchoolId)),
        };
        return new Versioned<RecommendationDetails>(details, details.Version);
    }
}

/// <summary>A figure that caused a recommendation, as it stood then.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Indicator">Its name.</param>
/// <param name="Period">The period.</param>
/// <param name="SchoolId">The school whose figure it is.</param>
/// <param name="MunicipalityCode">The municipality whose figure it is, or in which the school stands.</param>
/// <param name="Figure">The value as it was shown.</param>
/// <param name="Target">The target as it was shown; null when there was none.</param>
public sealed record RecommendationFigure(
    Guid IndicatorId,
    string Indicator,
    Period Period,
    Guid? SchoolId,
    string? MunicipalityCode,
    string Figure,
    string? Target
);
