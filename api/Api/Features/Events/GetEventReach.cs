using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Training;
using Opora.Persistence;
using Opora.Persistence.Training;

namespace Opora.Api.Features.Events;

/// <summary>By what it is told whom events reached.</summary>
public enum EventReachBy
{
    /// <summary>By municipality.</summary>
    Municipality,

    /// <summary>By school.</summary>
    School,

    /// <summary>By kind of event.</summary>
    Kind,
}

/// <summary>Tells how many events of a period reached the caller's schools, and how many people.</summary>
public static class GetEventReach
{
    /// <summary>What of; all filters that are given must hold.</summary>
    /// <param name="By">By what the rows are; by municipality when absent.</param>
    /// <param name="From">First day of the period; that of the calendar year when absent.</param>
    /// <param name="To">Last day of the period; that of the year when absent.</param>
    /// <param name="Kind">Kinds of events; all but meetings of associations when absent.</param>
    /// <param name="Level">For whom they were.</param>
    /// <param name="Municipality">ОКТМО code of the schools that took part.</param>
    /// <param name="School">Id of the school that took part.</param>
    public sealed record Query(
        WireEnum<EventReachBy>? By,
        DateOnly? From,
        DateOnly? To,
        WireEnum<EventKind>[]? Kind,
        WireEnum<EventLevel>[]? Level,
        string? Municipality,
        Guid? School
    ) : IRequest<Ok<EventReachFigures>>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(q => q.To)
                .Must((q, to) => to is null || q.From is null || to >= q.From)
                .WithErrorCode("ends-before-start")
                .WithMessage("Последний день раньше первого: проверьте даты.");
    }

    internal sealed class Handler(AppDbContext db) : IRequestHandler<Query, Ok<EventReachFigures>>
    {
        public async Task<Ok<EventReachFigures>> Handle(Query request, CancellationToken cancellationToken)
        {
            var from = request.From ?? new DateOnly((request.To ?? await db.Today(cancellationToken)).Year, 1, 1);
            var to = request.To ?? new DateOnly(from.Year, 12, 31);
            var turnouts = db.TurnoutsOf(Events(request, from, to));
            if (request.Municipality is { } municipality)
                turnouts = turnouts.Where(t => t.MunicipalityCode == municipality);
            if (request.School is { } school)
                turnouts = turnouts.Where(t => t.SchoolId == school);
            var all = await db.Reach(turnouts, cancellationToken);
            var rows = (request.By?.Value ?? EventReachBy.Municipality) switch
            {
                EventReachBy.School => Named(
                    await db.ReachBy(turnouts, t => t.SchoolId, cancellationToken),
                    await db
                        .Schools.AsNoTracking()
                        .Select(s => new { s.Id, s.Name })
                        .ToDictionaryAsync(s => $"{s.Id}", s => s.Name, cancellationToken)
                ),
                EventReachBy.Kind => Named(await db.ReachBy(turnouts, t => t.Kind, cancellationToken), []),
                _ => Named(
                    await db.ReachBy(turnouts, t => t.MunicipalityCode, cancellationToken),
                    await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Code, m => m.Name, cancellationToken)
                ),
            };
            return TypedResults.Ok(new EventReachFigures(from, to, all.Events, all.People, all.Unnamed, rows));
        }

        private IQueryable<Event> Events(Query request, DateOnly from, DateOnly to)
        {
            var events = db.Events.Where(e => e.State == EventState.Held && e.StartsOn >= from && e.StartsOn <= to);
            if (request.Kind is { Length: > 0 } kinds)
            {
                var wanted = kinds.Select(k => k.Value).ToList();
                events = events.Where(e => wanted.Contains(e.Kind));
            }
            else
                events = events.Where(e => e.AssociationId == null);
            if (request.Level is not { Length: > 0 } levels)
                return events;
            var ofLevels = levels.Select(l => l.Value).ToList();
            return events.Where(e => ofLevels.Contains(e.Level));
        }

        private static List<EventReachRow> Named(List<EventReachCount> counts, Dictionary<string, string> names) =>
            [
                .. counts
                    .Select(c => new EventReachRow(c.Key, names.GetValueOrDefault(c.Key, c.Key), c.Events, c.People, c.Unnamed))
                    .OrderByDescending(r => r.People + r.Unnamed)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Key, StringComparer.Ordinal),
            ];
    }
}

/// <summary>Whom events reached.</summary>
/// <param name="From">First day of the period; an event counts by its first day.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Events">Events held to which anybody of the caller's schools came.</param>
/// <param name="People">People known by name, each once.</param>
/// <param name="Unnamed">People known by number only, added up: who came twice counts twice.</param>
/// <param name="Rows">The same by municipality, school or kind; a person or an event may stand in several.</param>
public sealed record EventReachFigures(DateOnly From, DateOnly To, int Events, int People, int Unnamed, IReadOnlyList<EventReachRow> Rows);

/// <summary>A municipality, school or kind.</summary>
/// <param name="Key">Code of the municipality, id of the school, or the kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Events">Events to which anybody of it came.</param>
/// <param name="People">People known by name, each once.</param>
/// <param name="Unnamed">People known by number only.</param>
public sealed record EventReachRow(string Key, string Name, int Events, int People, int Unnamed);
