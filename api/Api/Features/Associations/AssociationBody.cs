using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Results;
using Opora.Domain.Training;

namespace Opora.Api.Features.Associations;

/// <summary>What is known of an association of teachers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">How wide it is; it stays.</param>
/// <param name="Subject">Code of a subject; absent when it is of none.</param>
/// <param name="LeaderId">Id of the teacher who leads it.</param>
public sealed record AssociationBody(string Name, AssociationLevel Level, string? Subject = null, Guid? LeaderId = null)
    : IExampled<AssociationBody>
{
    public static AssociationBody Example => new("РМО учителей русского языка и литературы", AssociationLevel.Municipal, "russian");

    internal AssociationFacts Facts => new(Name, Level, Subject, LeaderId);
}

/// <summary>Shape of what is said of an association.</summary>
internal sealed class AssociationBodyValidator : AbstractValidator<AssociationBody>
{
    public AssociationBodyValidator()
    {
        RuleFor(a => a.Name)
            .NotEmpty()
            .WithMessage("Укажите название объединения.")
            .MaximumLength(Association.NameLength)
            .WithMessage($"Название — до {Association.NameLength} знаков.");
        RuleFor(a => a.Subject)
            .Must(code => code is null || Subject.OfCode(code) is not null)
            .WithMessage("Такого предмета нет в справочнике.");
    }
}
