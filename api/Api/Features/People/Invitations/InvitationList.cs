using FluentValidation;
using Opora.Api.Http;

namespace Opora.Api.Features.People;

/// <summary>A list of people as it is copied from a spreadsheet.</summary>
/// <param name="Text">Rows of name, e-mail address, role and place, set apart by tabs, semicolons or commas; a header is optional.</param>
/// <param name="ByMail">Send the links by e-mail to those who have an address, when mail is on.</param>
public sealed record InvitationList(string Text, bool ByMail = false) : IExampled<InvitationList>
{
    public static InvitationList Example => new("Директор СОШ № 2\tschool2@example.org\tшкола\t160312002", ByMail: false);
}

internal sealed class InvitationListValidator : AbstractValidator<InvitationList>
{
    private const int MostCharacters = 500_000;

    public InvitationListValidator()
    {
        RuleFor(l => l.Text).NotEmpty().WithMessage("Вставьте список: имя, почта, роль, место.");
        RuleFor(l => l.Text).MaximumLength(MostCharacters).WithMessage("Список слишком длинный: разделите его.");
    }
}
