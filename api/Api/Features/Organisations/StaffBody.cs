using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Places;

namespace Opora.Api.Features.Organisations;

/// <summary>What is known of somebody on the staff.</summary>
/// <param name="Name">Name.</param>
/// <param name="Position">Position.</param>
/// <param name="Functions">What the person does at an education centre.</param>
/// <param name="Contact">Work telephone or e-mail.</param>
public sealed record StaffBody(string Name, string Position, IReadOnlyList<CentreFunction>? Functions = null, string? Contact = null)
    : IExampled<StaffBody>
{
    public static StaffBody Example => new("Методист центра", "методист", [CentreFunction.Methodical], "moc@example.org");

    internal StaffFacts Facts => new(Name, Position, Functions ?? [], Contact);
}

/// <summary>Shape of what is said of somebody on the staff.</summary>
internal sealed class StaffBodyValidator : AbstractValidator<StaffBody>
{
    public StaffBodyValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(StaffMember.NameLength).WithMessage("Укажите имя, до 200 знаков.");
        RuleFor(s => s.Position).NotEmpty().MaximumLength(StaffMember.PositionLength).WithMessage("Укажите должность, до 200 знаков.");
        RuleFor(s => s.Contact).MaximumLength(StaffMember.ContactLength).WithMessage("Контакт — до 200 знаков.");
    }
}
