using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Training;
using Opora.Persistence;

namespace Opora.Api.Features.Events;

/// <summary>What events are filtered by, on the screen and in a file alike; all that are given must hold.</summary>
internal interface IEventFilter
{
    string? Search { get; }
    WireEnum<EventKind>[]? Kind { get; }
    WireEnum<EventLevel>[]? Level { get; }
    WireEnum<EventState>[]? State { get; }
    string? Municipality { get; }
    Guid? School { get; }
    Guid? Association { get; }
    Guid? Teacher { get; }
    DateOnly? From { get; }
    DateOnly? To { get; }
}

/// <summary>One filter for the list, its file and what they add up to.</summary>
internal static class EventFilter
{
    private const int SearchLength = 200;

    public static void FilterRules<T>(this AbstractValidator<T> validator)
        where T : IEventFilter
    {
        validator.RuleFor(q => q.Search).MaximumLength(SearchLength).WithMessage("Строка поиска длиннее 200 знаков.");
        validator
            .RuleFor(q => q.To)
            .Must((q, to) => to is null || q.From is null || to >= q.From)
            .WithErrorCode("ends-before-start")
            .WithMessage("Последний день раньше первого: проверьте даты.");
    }

    public static IQueryable<Event> Filtered(this AppDbContext db, IEventFilter filter, bool seesPeople)
    {
        IQueryable<Event> events = db.Events;
        foreach (var word in SearchText.Needles(filter.Search))
            events = events.Where(e => e.SearchName.Contains(word));
        if (filter.Kind is { Length: > 0 } kinds)
        {
            var wanted = kinds.Select(k => k.Value).ToList();
            events = events.Where(e => wanted.Contains(e.Kind));
        }
        else if (filter.Association is null)
            events = events.Where(e => e.AssociationId == null);
        if (filter.Association is { } association)
            events = events.Where(e => e.AssociationId == association);
        if (filter.Level is { Length: > 0 } levels)
        {
            var wanted = levels.Select(l => l.Value).ToList();
            events = events.Where(e => wanted.Contains(e.Level));
        }
        if (filter.State is { Length: > 0 } states)
        {
            var wanted = states.Select(s => s.Value).ToList();
            events = events.Where(e => wanted.Contains(e.State));
        }
        if (filter.Municipality is { } municipality)
            events = events.Where(e => e.MunicipalityCode == municipality);
        if (filter.School is { } school)
        {
            var came = db.EventTurnouts.Where(t => t.SchoolId == school).Select(t => t.EventId);
            events = events.Where(e => e.SchoolId == school || came.Contains(e.Id));
        }
        // Whoever sees no people must not find out by asking who was there.
        if (filter.Teacher is { } teacher)
        {
            var came = db.EventTurnouts.Where(t => seesPeople && t.Attendees.Any(a => a.TeacherId == teacher)).Select(t => t.EventId);
            events = events.Where(e => came.Contains(e.Id));
        }
        if (filter.From is { } from)
            events = events.Where(e => e.EndsOn >= from);
        return filter.To is { } to ? events.Where(e => e.StartsOn <= to) : events;
    }
}
