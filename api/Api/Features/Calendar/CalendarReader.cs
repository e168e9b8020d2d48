using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Calendar;

/// <summary>What is asked of the calendar.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record CalendarSpan(DateOnly From, DateOnly To)
{
    /// <summary>Most days asked for at once.</summary>
    public const int MostDays = 400;

    /// <summary>Kinds wanted; all when empty.</summary>
    public IReadOnlyList<CalendarKind> Kinds { get; init; } = [];

    /// <summary>What concerns this municipality: its own, its schools' and the region's.</summary>
    public string? Municipality { get; init; }

    /// <summary>What concerns this school: its own, its municipality's and the region's.</summary>
    public Guid? School { get; init; }

    /// <summary>Whether a kind is wanted.</summary>
    public bool Wants(CalendarKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}

/// <summary>Reads the calendar within the caller's places, the same for the screen and for programs.</summary>
internal static class CalendarReader
{
    /// <summary>Most things of one kind that are told.</summary>
    private const int MostOfKind = 2_000;

    /// <summary>What stands on these days, the earliest first, and whether there would be more.</summary>
    public static async Task<(List<CalendarItem> Items, bool Full)> ReadCalendar(
        this AppDbContext db,
        Caller caller,
        CalendarSpan span,
        CancellationToken cancellationToken
    )
    {
        List<List<CalendarItem>> read = [];
        if (span.Wants(CalendarKind.Event) || span.Wants(CalendarKind.AssociationMeeting))
            read.Add(await db.EventsOf(span).ToListAsync(cancellationToken));
        if (span.Wants(CalendarKind.CourseRun) && caller.May(Permission.TrainingRead))
            read.Add(await db.RunsOf(span).ToListAsync(cancellationToken));
        if (span.Wants(CalendarKind.SpecialistSession) && caller.May(Permission.SupportRead))
            read.Add(await db.SessionsOf(span).ToListAsync(cancellationToken));
        if (span.Wants(CalendarKind.SupportVisit) && caller.May(Permission.SupportRead))
            read.Add(await db.VisitsOf(span).ToListAsync(cancellationToken));
        var items = read.SelectMany(part => part.Take(MostOfKind))
            .OrderBy(i => i.StartsOn)
            .ThenBy(i => i.StartsAt is null)
            .ThenBy(i => i.StartsAt)
            .ThenBy(i => i.Title, StringComparer.Ordinal)
            .ThenBy(i => i.Id)
            .ToList();
        return (items, read.Exists(part => part.Count > MostOfKind));
    }

    private static IQueryable<CalendarItem> EventsOf(this AppDbContext db, CalendarSpan span)
    {
        var (from, to) = (span.From, span.To);
        var events = db.Concerning(db.Events.Where(e => e.EndsOn >= from && e.StartsOn <= to), span);
        if (!span.Wants(CalendarKind.Event))
            events = events.Where(e => e.AssociationId != null);
        if (!span.Wants(CalendarKind.AssociationMeeting))
            events = events.Where(e => e.AssociationId == null);
        return events
            .OrderBy(e => e.StartsOn)
            .ThenBy(e => e.Id)
            .Take(MostOfKind + 1)
            .Select(e => new CalendarItem(
                e.AssociationId == null ? CalendarKind.Event : CalendarKind.AssociationMeeting,
                e.Id,
                e.AssociationId,
                e.Title,
                db.Associations.Where(a => a.Id == e.AssociationId).Select(a => a.Name).FirstOrDefault(),
                e.StartsOn,
                e.EndsOn,
                e.StartsAt,
                e.EndsAt,
                e.State,
                e.Place,
                e.Link,
                db.Municipalities.Where(m => m.Code == e.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                db.ToldSchools.Where(s => s.Id == e.SchoolId).Select(s => s.Name).FirstOrDefault(),
                e.RegionCode
            )
            {
                Version = e.Version,
            });
    }

    private static IQueryable<CalendarItem> RunsOf(this AppDbContext db, CalendarSpan span)
    {
        var (from, to) = (span.From, span.To);
        var runs = db.CourseRuns.Where(r => r.EndsOn >= from && r.StartsOn <= to);
        if (span.Municipality is { } municipality)
            runs = runs.Where(r => r.MunicipalityCode == null || r.MunicipalityCode == municipality);
        if (span.School is { } school)
            runs = runs.Where(r =>
                r.MunicipalityCode == null
                || r.MunicipalityCode == db.Schools.Where(s => s.Id == school).Select(s => s.MunicipalityCode).FirstOrDefault()
            );
        return runs.OrderBy(r => r.StartsOn)
            .ThenBy(r => r.Id)
            .Take(MostOfKind + 1)
            .Select(r => new CalendarItem(
                CalendarKind.CourseRun,
                r.Id,
                r.CourseId,
                db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Title).First(),
                null,
                r.StartsOn,
                r.EndsOn,
                null,
                null,
                r.State == CourseRunState.Cancelled ? EventState.Cancelled
                    : r.State == CourseRunState.Finished ? EventState.Held
                    : EventState.Planned,
                r.Place,
                r.Link,
                db.Municipalities.Where(m => m.Code == r.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                null,
                r.RegionCode
            )
            {
                Version = r.Version,
            });
    }

    // Free texts of sessions and visits may hold a name: they are told on their own pages only.
    private static IQueryable<CalendarItem> SessionsOf(this AppDbContext db, CalendarSpan span)
    {
        var (from, to) = (span.From, span.To);
        var sessions = db.SupportSessions.Where(s => s.On >= from && s.On <= to);
        if (span.Municipality is { } municipality)
            sessions = sessions.Where(s => s.MunicipalityCode == municipality);
        if (span.School is { } school)
            sessions = sessions.Where(s => s.SchoolId == school);
        return sessions
            .OrderBy(s => s.On)
            .ThenBy(s => s.Id)
            .Take(MostOfKind + 1)
            .Select(s => new CalendarItem(
                CalendarKind.SpecialistSession,
                s.Id,
                s.RequestId,
                s.Specialist == SpecialistKind.Psychologist ? "Педагог-психолог"
                    : s.Specialist == SpecialistKind.SocialPedagogue ? "Социальный педагог"
                    : s.Specialist == SpecialistKind.Defectologist ? "Учитель-дефектолог"
                    : "Учитель-логопед",
                null,
                s.On,
                s.On,
                null,
                null,
                s.Held ? EventState.Held : EventState.Planned,
                null,
                null,
                db.Municipalities.Where(m => m.Code == s.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                db.Schools.Where(x => x.Id == s.SchoolId).Select(x => x.Name).FirstOrDefault(),
                s.RegionCode
            ));
    }

    private static IQueryable<CalendarItem> VisitsOf(this AppDbContext db, CalendarSpan span)
    {
        var (from, to) = (span.From, span.To);
        var visits = db.SupportVisits.Where(v => v.On >= from && v.On <= to);
        if (span.Municipality is { } municipality)
            visits = visits.Where(v => v.MunicipalityCode == municipality);
        if (span.School is { } school)
            visits = visits.Where(v => v.SchoolId == school);
        return visits
            .OrderBy(v => v.On)
            .ThenBy(v => v.Id)
            .Take(MostOfKind + 1)
            .Select(v => new CalendarItem(
                CalendarKind.SupportVisit,
                v.Id,
                null,
                "Выезд методической помощи",
                null,
                v.On,
                v.On,
                null,
                null,
                EventState.Held,
                null,
                null,
                db.Municipalities.Where(m => m.Code == v.MunicipalityCode).Select(m => m.Name).FirstOrDefault(),
                db.Schools.Where(x => x.Id == v.SchoolId).Select(x => x.Name).FirstOrDefault(),
                v.RegionCode
            )
            {
                Version = v.Version,
            });
    }

    private static IQueryable<Event> Concerning(this AppDbContext db, IQueryable<Event> events, CalendarSpan span)
    {
        if (span.Municipality is { } municipality)
            events = events.Where(e => e.MunicipalityCode == null || e.MunicipalityCode == municipality);
        if (span.School is not { } school)
            return events;
        return events.Where(e =>
            e.SchoolId == school
            || e.SchoolId == null
                && (
                    e.MunicipalityCode == null
                    || e.MunicipalityCode == db.Schools.Where(s => s.Id == school).Select(s => s.MunicipalityCode).FirstOrDefault()
                )
        );
    }
}
