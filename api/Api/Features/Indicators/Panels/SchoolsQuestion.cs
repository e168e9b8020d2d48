using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Figures;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Identification;
using Opora.Domain.Indicators;
using Opora.Persistence;

namespace Opora.Api.Features.Indicators.Panels;

/// <summary>Which schools of which indicator are asked about; all that is given must hold.</summary>
internal sealed record SchoolsFilter(Guid Indicator, Period? Period, SupportCategory? Category, Guid? Cohort, string? Municipality);

/// <summary>The schools that are asked about, with what they have of the indicator.</summary>
internal sealed record SchoolsQuestion(
    Watched Watched,
    Period Period,
    SchoolsOfIndicator Schools,
    List<SchoolRow> Rows,
    List<ListedSchool> Listed
)
{
    /// <summary>Reads them with a constant number of statements.</summary>
    /// <exception cref="Problem">404: no such indicator, list or municipality; nothing is reached as a whole.</exception>
    public static async Task<SchoolsQuestion> Ask(
        AppDbContext db,
        Caller caller,
        SchoolsFilter filter,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var watched = await db.WatchedOne(filter.Indicator, filter.Period, ct);
        var reach = await Reach.Of(db, caller, filter.Municipality, ct);
        var meant = await db.Meant(watched.Indicator.SetId, filter.Period, ct);
        // While no period is open there are no values, and the present year says so as well as any.
        var period = meant?.Period ?? Present(watched.Definition.PeriodKind, DateOnly.FromDateTime(now.UtcDateTime));
        watched = watched with { Definition = watched.Indicator.For(period) ?? watched.Indicator.Current };
        var schools = new SchoolsOfIndicator(db, reach, watched, period);
        var listed = await schools.Listed(ct);
        if (filter.Cohort is { } id && listed.TrueForAll(l => l.List.Id != id) && !await db.Cohorts.AnyAsync(c => c.Id == id, ct))
            throw Problems.NotFound("Список школ");
        var rows = schools.Narrow(await schools.Read(ct), listed, filter.Cohort, filter.Category);
        return new SchoolsQuestion(watched, period, schools, rows, listed);
    }

    private static Period Present(IndicatorPeriodKind kind, DateOnly day) =>
        kind == IndicatorPeriodKind.CalendarYear ? Period.CalendarYear(day.Year) : Period.SchoolYearOf(day);
}
