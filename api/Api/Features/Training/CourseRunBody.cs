using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Training;

namespace Opora.Api.Features.Training;

/// <summary>When and where a course is given once.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; not before the first.</param>
/// <param name="Seats">How many can take part.</param>
/// <param name="Place">Where people meet.</param>
/// <param name="Link">Where it is found on the net; begins with http.</param>
public sealed record CourseRunBody(DateOnly StartsOn, DateOnly EndsOn, int Seats, string? Place = null, string? Link = null)
    : IExampled<CourseRunBody>
{
    public static CourseRunBody Example =>
        new(new DateOnly(2021, 8, 25), new DateOnly(2021, 9, 10), 30, "Казань, Институт развития образования, ауд. 214");

    internal CourseRunFacts Facts => new(StartsOn, EndsOn, Place, Link, Seats);
}

/// <summary>Shape of what is said of a run.</summary>
internal sealed class CourseRunBodyValidator : AbstractValidator<CourseRunBody>
{
    private const int Earliest = 2000;
    private const int Latest = 2099;

    public CourseRunBodyValidator()
    {
        RuleFor(r => r.StartsOn).Must(IsDay).WithMessage("Проверьте год первого дня.");
        RuleFor(r => r.EndsOn).Must(IsDay).WithMessage("Проверьте год последнего дня.");
        RuleFor(r => r.EndsOn)
            .GreaterThanOrEqualTo(r => r.StartsOn)
            .WithErrorCode("ends-before-start")
            .WithMessage("Последний день раньше первого: проверьте даты.");
        RuleFor(r => r.Seats).InclusiveBetween(1, CourseRun.MostSeats).WithMessage($"Мест — от 1 до {CourseRun.MostSeats}.");
        RuleFor(r => r.Place).MaximumLength(CourseRun.PlaceLength).WithMessage($"Место — до {CourseRun.PlaceLength} знаков.");
        RuleFor(r => r.Link)
            .MaximumLength(CourseRun.PlaceLength)
            .Must(l => l is null || Uri.TryCreate(l, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"))
            .WithMessage("Ссылка начинается с http:// или https://.");
    }

    private static bool IsDay(DateOnly day) => day.Year is >= Earliest and <= Latest;
}
