using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Support;

namespace Opora.Api.Features.Support;

/// <summary>What a school asks for.</summary>
/// <param name="Specialist">Whom.</param>
/// <param name="Reason">Why; without names of children.</param>
/// <param name="Children">For how many children.</param>
/// <param name="NeededFromOn">From when.</param>
/// <param name="RequestedOn">The day of the request; today when absent.</param>
public sealed record SpecialistRequestBody(
    SpecialistKind Specialist,
    string Reason,
    int Children,
    DateOnly NeededFromOn,
    DateOnly? RequestedOn = null
) : IExampled<SpecialistRequestBody>
{
    public static SpecialistRequestBody Example =>
        new(
            SpecialistKind.SpeechTherapist,
            "Нарушения письма у учеников вторых классов по итогам стартовой диагностики.",
            14,
            new DateOnly(2020, 10, 5),
            new DateOnly(2020, 9, 21)
        );

    internal SpecialistRequestFacts Facts(DateOnly today) => new(Specialist, Reason, Children, NeededFromOn, RequestedOn ?? today);
}

/// <summary>Shape of what a school asks for.</summary>
internal sealed class SpecialistRequestValidator : AbstractValidator<SpecialistRequestBody>
{
    public SpecialistRequestValidator()
    {
        RuleFor(r => r.Reason)
            .NotEmpty()
            .MaximumLength(SpecialistRequest.TextLength)
            .WithMessage($"Напишите, зачем нужен специалист, до {SpecialistRequest.TextLength} знаков и без имён детей.");
        RuleFor(r => r.Children)
            .InclusiveBetween(1, SpecialistRequest.MostChildren)
            .WithErrorCode("out-of-range")
            .WithMessage($"Сколько детей: от 1 до {SpecialistRequest.MostChildren}.");
        RuleFor(r => r.NeededFromOn).Must(SupportDays.Likely).WithMessage(SupportDays.Unlikely);
        RuleFor(r => r.RequestedOn).Must(d => d is null || SupportDays.Likely(d.Value)).WithMessage(SupportDays.Unlikely);
    }
}

/// <summary>Days that support is believed to have.</summary>
internal static class SupportDays
{
    public const string Unlikely = "Проверьте год: день с 2010 по 2099 год.";

    public static bool Likely(DateOnly day) => day.Year is >= 2010 and < 2100;
}
