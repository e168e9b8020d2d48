using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Home;

/// <summary>Open recommendations that the caller answers for, by the day of the region.</summary>
internal sealed record HomeRecommendations(int Overdue, int ThisWeek, DateOnly Today, DateOnly WeekEndsOn)
{
    private const int DaysOfWeek = 7;

    /// <summary>Counts them. Who answers for none needs no day to compare with.</summary>
    public static async Task<HomeRecommendations> Read(AppDbContext db, CancellationToken cancellationToken)
    {
        var me = db.Current.Actor.Id;
        var days = await db
            .Recommendations.Where(r => r.OwnerId == me && r.State == RecommendationState.Open && r.DueOn != null)
            .Select(r => r.DueOn!.Value)
            .ToListAsync(cancellationToken);
        if (days.Count == 0)
            return new(0, 0, default, default);
        var today = await db.Today(cancellationToken);
        var sunday = today.AddDays((DaysOfWeek - (int)today.DayOfWeek) % DaysOfWeek);
        return new(days.Count(d => d < today), days.Count(d => d >= today && d <= sunday), today, sunday);
    }

    /// <summary>The list of the overdue ones, below <c>/api/v1/</c>.</summary>
    public const string OverdueList = "recommendations?mine=true&overdue=true";

    /// <summary>The list of those that are due in what is left of this week, below <c>/api/v1/</c>.</summary>
    public string ThisWeekList => $"recommendations?mine=true&state=Open&dueFrom={DayOf(Today)}&dueBy={DayOf(WeekEndsOn)}";

    private static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
