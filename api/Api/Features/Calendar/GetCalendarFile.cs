using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Calendars;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Calendar;

/// <summary>
/// The calendar of a person for the person's calendar program, by a secret address. It tells what the person may see at this moment, and
/// nothing once the address, the person or the rights are gone.
/// </summary>
public static class GetCalendarFile
{
    /// <summary>Content type of a calendar.</summary>
    public const string ContentType = "text/calendar";

    private const int DaysBack = 35;
    private const int DaysAhead = 364;
    private const int LongestSecret = 100;

    /// <param name="Secret">The secret part of the address.</param>
    public sealed record Query(string Secret) : IRequest<FileContentHttpResult>;

    internal sealed class Handler(AppDbContext db, TimeProvider clock) : IRequestHandler<Query, FileContentHttpResult>
    {
        public async Task<FileContentHttpResult> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var caller =
                request.Secret.Length <= LongestSecret
                    ? await db.FindFeedOwner(OneTimeSecret.HashOf(request.Secret), now, cancellationToken)
                    : null;
            if (caller is null || !caller.May(Permission.EventsRead))
                throw Problems.NotFound("Календарь");
            db.Current.Become(caller.Actor, caller.ScopeFor(Permission.EventsRead));
            var today = DateOnly.FromDateTime(now);
            var span = new CalendarSpan(today.AddDays(-DaysBack), today.AddDays(DaysAhead));
            var (items, _) = await db.ReadCalendar(caller, span, cancellationToken);
            var zones = await db
                .Regions.AsNoTracking()
                .Select(r => new { r.Code, r.TimeZone })
                .ToDictionaryAsync(r => r.Code, r => TimeZoneInfo.FindSystemTimeZoneById(r.TimeZone), cancellationToken);
            var entries = items.Select(i => Entry(i, zones[i.RegionCode])).ToList();
            return TypedResults.File(
                Encoding.UTF8.GetBytes(ICalendarText.Of("Опора", entries, now)),
                ContentType + "; charset=utf-8",
                "opora.ics",
                entityTag: Tag(entries)
            );
        }

        // Weak: the instant of writing differs from answer to answer, what stands in the calendar does not.
        private static EntityTagHeaderValue Tag(List<ICalendarEntry> entries)
        {
            var content = Encoding.UTF8.GetBytes(ICalendarText.Of("", entries, DateTime.UnixEpoch));
            return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", isWeak: true);
        }

        private static ICalendarEntry Entry(CalendarItem item, TimeZoneInfo zone)
        {
            var start = Instant(item.StartsOn, item.StartsAt, zone);
            var end = item.EndsAt is null ? null : Instant(item.EndsOn, item.EndsAt, zone);
            // A begin without an end says when it begins on the first of several days only.
            var whole = end is null && item.EndsOn > item.StartsOn;
            return new ICalendarEntry($"{Prefix(item.Kind)}-{item.Id}@opora", Summary(item), item.StartsOn, item.EndsOn)
            {
                StartsAt = whole ? null : start,
                EndsAt = whole ? null : end,
                Description = Description(item),
                Location = item.Place ?? (item.Kind is CalendarKind.SpecialistSession or CalendarKind.SupportVisit ? item.School : null),
                Url = item.Link,
                Cancelled = item.State == EventState.Cancelled,
                Sequence = item.Version - 1,
            };
        }

        private static DateTime? Instant(DateOnly day, TimeOnly? time, TimeZoneInfo zone)
        {
            if (time is not { } at)
                return null;
            var local = day.ToDateTime(at);
            // An hour that the clocks skip begins when they have been put forward.
            while (zone.IsInvalidTime(local))
                local = local.AddMinutes(1);
            return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }

        private static string Summary(CalendarItem item) =>
            item.Kind switch
            {
                CalendarKind.AssociationMeeting when item.Of is { Length: > 0 } association => $"{association}: {item.Title}",
                CalendarKind.CourseRun => $"Курс: {item.Title}",
                CalendarKind.SpecialistSession or CalendarKind.SupportVisit => $"{item.Title}, {item.School}",
                _ => item.Title,
            };

        private static string? Description(CalendarItem item) =>
            string.Join('\n', new[] { item.School, item.Municipality }.Where(words => words is { Length: > 0 })) is { Length: > 0 } words
                ? words
                : null;

        // Part of a name for ever: never to be changed.
        private static string Prefix(CalendarKind kind) =>
            kind switch
            {
                CalendarKind.Event or CalendarKind.AssociationMeeting => "event",
                CalendarKind.CourseRun => "run",
                CalendarKind.SpecialistSession => "session",
                _ => "visit",
            };
    }
}
