using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Training;

namespace Opora.Api.Features.Events;

/// <summary>What is known of an event.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">For whom; of a meeting that of its association counts.</param>
/// <param name="Title">The theme.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; the first one when absent.</param>
/// <param name="StartsAt">When it begins on the first day, by the clocks of the region.</param>
/// <param name="EndsAt">When it ends on the last day.</param>
/// <param name="Description">What about, in more words.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Address on the net: https://….</param>
/// <param name="OrganiserId">Id of the organisation that holds it.</param>
/// <param name="OrganiserSchoolId">Id of the school that holds it.</param>
/// <param name="Organiser">Who holds it, in words.</param>
public sealed record EventBody(
    EventKind Kind,
    EventLevel Level,
    string Title,
    DateOnly StartsOn,
    DateOnly? EndsOn = null,
    TimeOnly? StartsAt = null,
    TimeOnly? EndsAt = null,
    string? Description = null,
    string? Place = null,
    string? Link = null,
    Guid? OrganiserId = null,
    Guid? OrganiserSchoolId = null,
    string? Organiser = null
) : IExampled<EventBody>
{
    public static EventBody Example =>
        new(
            EventKind.Seminar,
            EventLevel.Municipal,
            "Приёмы смыслового чтения на уроках математики",
            new DateOnly(2021, 8, 25),
            StartsAt: new TimeOnly(10, 0),
            EndsAt: new TimeOnly(12, 30),
            Place: "МБОУ «СОШ № 8», актовый зал"
        );

    internal EventFacts Facts =>
        new(
            Kind,
            Level,
            Title,
            Worded(Description),
            new EventTimes(StartsOn, EndsOn ?? StartsOn, StartsAt, EndsAt),
            Worded(Place),
            Worded(Link),
            new EventOrganiser(OrganiserId, OrganiserSchoolId, Worded(Organiser))
        );

    private static string? Worded(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Shape of what is said of an event.</summary>
internal sealed class EventBodyValidator : AbstractValidator<EventBody>
{
    private const string Year = "Проверьте год: день с 2010 по 2099 год.";

    public EventBodyValidator()
    {
        RuleFor(e => e.Title)
            .NotEmpty()
            .WithMessage("Укажите тему мероприятия.")
            .MaximumLength(Event.TitleLength)
            .WithMessage($"Тема — до {Event.TitleLength} знаков.");
        RuleFor(e => e.StartsOn).Must(Likely).WithMessage(Year);
        RuleFor(e => e.EndsOn).Must(day => day is not { } on || Likely(on)).WithMessage(Year);
        RuleFor(e => e.Description).MaximumLength(Event.DescriptionLength).WithMessage($"Описание — до {Event.DescriptionLength} знаков.");
        RuleFor(e => e.Place).MaximumLength(Event.WordsLength).WithMessage($"Место — до {Event.WordsLength} знаков.");
        RuleFor(e => e.Organiser).MaximumLength(Event.WordsLength).WithMessage($"Организатор — до {Event.WordsLength} знаков.");
        RuleFor(e => e.Link)
            .Must(link =>
                string.IsNullOrWhiteSpace(link)
                || link.Length <= Event.WordsLength
                    && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var address)
                    && address.Scheme is "http" or "https"
            )
            .WithMessage($"Ссылка начинается с https:// или http://, до {Event.WordsLength} знаков.");
    }

    private static bool Likely(DateOnly day) => day.Year is >= 2010 and < 2100;
}
