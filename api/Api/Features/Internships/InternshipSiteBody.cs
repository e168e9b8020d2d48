using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Partnerships;
using Opora.Domain.Results;

namespace Opora.Api.Features.Internships;

/// <summary>What a place for internships offers.</summary>
/// <param name="Title">What is learned there.</param>
/// <param name="Subjects">Codes of subjects; empty when it is for all.</param>
/// <param name="Capacity">How many can be there at once.</param>
/// <param name="Contact">Whom to turn to, by role: no name.</param>
/// <param name="Note">More about it.</param>
public sealed record InternshipSiteBody(
    string Title,
    IReadOnlyList<string> Subjects,
    int Capacity,
    string? Contact = null,
    string? Note = null
) : IExampled<InternshipSiteBody>
{
    public static InternshipSiteBody Example =>
        new("Подготовка к ОГЭ по математике", [Subject.Mathematics], 5, "Заместитель директора по методической работе", null);

    internal InternshipSiteFacts Facts => new(Title.Trim(), Subjects, Capacity, Trimmed(Contact), Trimmed(Note));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Shape of what a place offers.</summary>
internal sealed class InternshipSiteValidator : AbstractValidator<InternshipSiteBody>
{
    public InternshipSiteValidator()
    {
        RuleFor(s => s.Title)
            .NotEmpty()
            .MaximumLength(InternshipSite.TitleLength)
            .WithMessage($"Напишите, чему учатся на площадке, до {InternshipSite.TitleLength} знаков.");
        RuleFor(s => s.Capacity)
            .InclusiveBetween(1, InternshipSite.MostCapacity)
            .WithErrorCode("out-of-range")
            .WithMessage($"Мест одновременно: от 1 до {InternshipSite.MostCapacity}.");
        RuleFor(s => s.Contact)
            .MaximumLength(InternshipSite.ContactLength)
            .WithMessage($"К кому обращаться — до {InternshipSite.ContactLength} знаков.");
        RuleFor(s => s.Note).MaximumLength(InternshipSite.NoteLength).WithMessage($"Описание — до {InternshipSite.NoteLength} знаков.");
        RuleForEach(s => s.Subjects)
            .Must(code => Subject.OfCode(code) is not null)
            .WithErrorCode("subject-unknown")
            .WithMessage("Такого предмета в справочнике нет.");
    }
}
