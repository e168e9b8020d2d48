using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Results;
using Opora.Domain.Training;

namespace Opora.Api.Features.Teachers;

/// <summary>What is known of a teacher.</summary>
/// <param name="Name">Full name, family name first.</param>
/// <param name="Subjects">Codes of subjects.</param>
/// <param name="Position">Position at the school.</param>
/// <param name="Category">Qualification category.</param>
/// <param name="CategoryOn">Since when it holds.</param>
/// <param name="ExperienceSince">Year in which the person began to teach.</param>
/// <param name="StaffSinceOn">First day at the school.</param>
/// <param name="Plan">The individual development plan; absent when there is none.</param>
/// <param name="Portfolio">The portfolio; absent when there is none.</param>
public sealed record TeacherBody(
    string Name,
    IReadOnlyList<string>? Subjects = null,
    string? Position = null,
    TeacherCategory Category = TeacherCategory.None,
    DateOnly? CategoryOn = null,
    int? ExperienceSince = null,
    DateOnly? StaffSinceOn = null,
    TeacherPaper? Plan = null,
    TeacherPaper? Portfolio = null
) : IExampled<TeacherBody>
{
    public static TeacherBody Example =>
        new(
            "Образцова Анна Петровна",
            ["russian", "literature"],
            "учитель русского языка и литературы",
            TeacherCategory.First,
            new DateOnly(2019, 12, 20),
            2004,
            new DateOnly(2010, 9, 1),
            new TeacherPaper(new DateOnly(2020, 9, 15), new DateOnly(2021, 1, 20))
        );

    internal TeacherFacts Facts =>
        new(Name, Subjects ?? [], Position, Category, CategoryOn, ExperienceSince, StaffSinceOn, Plan, Portfolio);
}

/// <summary>Shape of what is said of a teacher.</summary>
internal sealed class TeacherBodyValidator : AbstractValidator<TeacherBody>
{
    private const int Earliest = 1940;
    private const int Latest = 2099;

    public TeacherBodyValidator()
    {
        RuleFor(t => t.Name)
            .NotEmpty()
            .WithMessage("Укажите фамилию, имя и отчество.")
            .MaximumLength(Teacher.NameLength)
            .WithMessage($"Имя — до {Teacher.NameLength} знаков.")
            .Must(name => SearchText.FoldName(name).Trim().Contains(' ', StringComparison.Ordinal))
            .WithErrorCode("name-incomplete")
            .WithMessage("Укажите фамилию и имя через пробел: по ним педагога находят в списках.");
        RuleFor(t => t.Subjects)
            .Must(s => s is null || s.Count <= Teacher.MostSubjects)
            .WithMessage($"Не больше {Teacher.MostSubjects} предметов.");
        RuleForEach(t => t.Subjects).Must(code => Subject.OfCode(code) is not null).WithMessage("Такого предмета нет в справочнике.");
        RuleFor(t => t.Position).MaximumLength(Teacher.PositionLength).WithMessage($"Должность — до {Teacher.PositionLength} знаков.");
        RuleFor(t => t.CategoryOn)
            .Null()
            .When(t => t.Category == TeacherCategory.None)
            .WithMessage("День присвоения указывают вместе с категорией.");
        RuleFor(t => t.CategoryOn).Must(IsDay).WithMessage("Проверьте год в дате присвоения категории.");
        RuleFor(t => t.StaffSinceOn).Must(IsDay).WithMessage("Проверьте год в дате приёма на работу.");
        RuleFor(t => t.ExperienceSince)
            .Must(year => year is null or >= Earliest and <= Latest)
            .WithMessage("Год начала стажа — четыре цифры, например 2004.");
        RuleFor(t => t.Plan).Must(IsPaper).WithMessage("План не могли обновить раньше, чем составили. Проверьте даты.");
        RuleFor(t => t.Portfolio).Must(IsPaper).WithMessage("Портфолио не могли обновить раньше, чем завели. Проверьте даты.");
    }

    private static bool IsDay(DateOnly? day) => day is null || day.Value.Year is >= Earliest and <= Latest;

    private static bool IsPaper(TeacherPaper? paper) =>
        paper is null || IsDay(paper.MadeOn) && (paper.UpdatedOn is null || paper.UpdatedOn >= paper.MadeOn);
}
