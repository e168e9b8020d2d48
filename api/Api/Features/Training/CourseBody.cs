using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Api.Features.Training;

/// <summary>What is known of a course.</summary>
/// <param name="Title">Title.</param>
/// <param name="Hours">Length, academic hours.</param>
/// <param name="Form">How it is given.</param>
/// <param name="ProviderId">Id of the organisation that gives it.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Subjects">Codes of subjects; none when it is for all.</param>
/// <param name="Deficits">Codes of the deficits that it mends, of the region's dictionary.</param>
public sealed record CourseBody(
    string Title,
    int Hours,
    CourseForm Form,
    Guid? ProviderId = null,
    string? Audience = null,
    IReadOnlyList<string>? Subjects = null,
    IReadOnlyList<string>? Deficits = null
) : IExampled<CourseBody>
{
    public static CourseBody Example =>
        new(
            "Методика подготовки к ОГЭ по русскому языку",
            36,
            CourseForm.Mixed,
            Audience: "Учителя русского языка 8–9 классов",
            Subjects: ["russian"],
            Deficits: ["reading-sense"]
        );

    internal CourseFacts Facts => new(Title, Hours, ProviderId, Form, Audience, Subjects ?? [], Deficits ?? []);
}

/// <summary>Shape of what is said of a course.</summary>
internal sealed class CourseBodyValidator : AbstractValidator<CourseBody>
{
    public CourseBodyValidator()
    {
        RuleFor(c => c.Title)
            .NotEmpty()
            .WithMessage("Укажите название курса.")
            .MaximumLength(Course.TitleLength)
            .WithMessage($"Название — до {Course.TitleLength} знаков.");
        RuleFor(c => c.Hours).InclusiveBetween(1, Course.MostHours).WithMessage($"Часов — от 1 до {Course.MostHours}.");
        RuleFor(c => c.Audience).MaximumLength(Course.WordsLength).WithMessage($"Для кого — до {Course.WordsLength} знаков.");
        RuleFor(c => c.Deficits)
            .Must(d => d is null || d.Count <= DeficitList.Most)
            .WithMessage($"Не больше {DeficitList.Most} дефицитов.");
        RuleFor(c => c.Subjects)
            .Must(s => s is null || s.Count <= Teacher.MostSubjects)
            .WithMessage($"Не больше {Teacher.MostSubjects} предметов.");
        RuleForEach(c => c.Subjects).Must(code => Subject.OfCode(code) is not null).WithMessage("Такого предмета нет в справочнике.");
    }
}
