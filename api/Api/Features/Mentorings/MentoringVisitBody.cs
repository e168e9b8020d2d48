using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>A meeting.</summary>
/// <param name="On">The day; not ahead.</param>
/// <param name="Form">In which form.</param>
/// <param name="Text">What was done; without names.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record MentoringVisitBody(DateOnly On, MentoringForm Form, string Text, int Hours) : IExampled<MentoringVisitBody>
{
    public static MentoringVisitBody Example =>
        new(new DateOnly(2020, 10, 14), MentoringForm.Lesson, "Урок в 7 классе и разбор приёмов работы с текстом", 2);

    internal MentoringVisitFacts Facts => new(On, Form, Text.Trim(), Hours);
}

/// <summary>Shape of a meeting.</summary>
internal sealed class MentoringVisitValidator : AbstractValidator<MentoringVisitBody>
{
    public MentoringVisitValidator()
    {
        RuleFor(v => v.On).Must(MentoringDays.Likely).WithErrorCode("out-of-range").WithMessage(MentoringDays.Unlikely);
        RuleFor(v => v.Text)
            .NotEmpty()
            .MaximumLength(Mentoring.TextLength)
            .WithMessage($"Напишите, что было сделано, до {Mentoring.TextLength} знаков.");
        RuleFor(v => v.Hours)
            .InclusiveBetween(1, Mentoring.MostHours)
            .WithErrorCode("out-of-range")
            .WithMessage($"Академических часов: от 1 до {Mentoring.MostHours}.");
    }
}
