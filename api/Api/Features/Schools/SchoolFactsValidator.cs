using FluentValidation;
using Opora.Domain.Places;

namespace Opora.Api.Features.Schools;

/// <summary>Shape of what is said of a school, wherever it comes from.</summary>
internal sealed class SchoolFactsValidator : AbstractValidator<SchoolFacts>
{
    public SchoolFactsValidator()
    {
        RuleFor(f => f.Name).NotEmpty().MaximumLength(School.NameLength).WithMessage("Укажите название школы, до 300 знаков.");
        RuleFor(f => f.Pupils).InclusiveBetween(0, School.MostPeople).WithMessage("Число обучающихся — от 0 до 20 000.");
        RuleFor(f => f.Teachers).InclusiveBetween(0, School.MostPeople).WithMessage("Число педагогов — от 0 до 20 000.");
        RuleFor(f => f.Address).MaximumLength(School.AddressLength).WithMessage("Адрес — до 300 знаков.");
        RuleFor(f => f.Website)
            .MaximumLength(School.AddressLength)
            .Must(w => w is null || Uri.TryCreate(w, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            .WithMessage("Сайт — адрес вида https://…");
    }
}
