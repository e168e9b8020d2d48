using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Places;

namespace Opora.Api.Features.Organisations;

/// <summary>What is known of an organisation; what is left out becomes unknown.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ShortName">Name in lists.</param>
/// <param name="Functions">What an education centre does; only for this kind.</param>
/// <param name="Address">Postal address.</param>
/// <param name="Website">Site.</param>
public sealed record OrganisationBody(
    string Name,
    OrganisationKind Kind,
    string? ShortName = null,
    IReadOnlyList<CentreFunction>? Functions = null,
    string? Address = null,
    string? Website = null
) : IExampled<OrganisationBody>
{
    public static OrganisationBody Example =>
        new("Институт развития образования", OrganisationKind.Institute, "ИРО", Website: "https://example.org");

    internal OrganisationFacts Facts => new(Name, ShortName, Kind, Functions ?? [], Address, Website);
}

/// <summary>Shape of what is said of an organisation.</summary>
internal sealed class OrganisationFactsValidator : AbstractValidator<OrganisationFacts>
{
    public OrganisationFactsValidator()
    {
        RuleFor(o => o.Name)
            .NotEmpty()
            .MaximumLength(Organisation.NameLength)
            .WithMessage($"Укажите название, до {Organisation.NameLength} знаков.");
        RuleFor(o => o.ShortName)
            .MaximumLength(Organisation.ShortNameLength)
            .WithMessage($"Краткое название — до {Organisation.ShortNameLength} знаков.");
        RuleFor(o => o.Address).MaximumLength(Organisation.AddressLength).WithMessage("Адрес — до 300 знаков.");
        RuleFor(o => o.Website)
            .MaximumLength(Organisation.AddressLength)
            .Must(w => w is null || Uri.TryCreate(w, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            .WithMessage("Сайт — адрес вида https://…");
    }
}
