using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Partnerships;

/// <summary>What an agreement says. Number and day of signing come together; without them it is a draft.</summary>
/// <param name="Subject">What the sides agree upon.</param>
/// <param name="Supported">Ids of the schools that are helped.</param>
/// <param name="Partners">Who helps them.</param>
/// <param name="Number">Number of the agreement.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
/// <param name="StartsOn">First day of its term; the day of signing when absent.</param>
/// <param name="EndsOn">Last day of its term; absent when it has none.</param>
public sealed record PartnershipBody(
    string Subject,
    IReadOnlyList<Guid> Supported,
    IReadOnlyList<PartnerBody> Partners,
    string? Number = null,
    DateOnly? SignedOn = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null
) : IExampled<PartnershipBody>
{
    public static PartnershipBody Example =>
        new(
            "Методическое сопровождение учителей математики и русского языка",
            [new Guid("0193a5c0-5b1e-7000-8000-000000000002")],
            [new PartnerBody(OrganisationId: new Guid("0193a5c0-5b1e-7000-8000-0000000000b1"))],
            "12/2020",
            new DateOnly(2020, 4, 20),
            EndsOn: new DateOnly(2021, 8, 31)
        );

    internal PartnershipFacts Facts => new(Subject.Trim(), Number, SignedOn, StartsOn, EndsOn);
}

/// <summary>Who helps: a school or an organisation, one of the two.</summary>
/// <param name="SchoolId">Id of a school of the caller's places, or of one that helps others anywhere in the region.</param>
/// <param name="OrganisationId">Id of an organisation of the region.</param>
public sealed record PartnerBody(Guid? SchoolId = null, Guid? OrganisationId = null);

/// <summary>Shape of what an agreement says.</summary>
internal sealed class PartnershipValidator : AbstractValidator<PartnershipBody>
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public PartnershipValidator()
    {
        RuleFor(p => p.Subject)
            .NotEmpty()
            .MaximumLength(Partnership.TextLength)
            .WithMessage($"Напишите, о чём договор, до {Partnership.TextLength} знаков.");
        RuleFor(p => p.Number)
            .MaximumLength(Partnership.NumberLength)
            .WithMessage($"Номер договора — до {Partnership.NumberLength} знаков.");
        RuleFor(p => p.Supported).NotEmpty().WithMessage("Выберите хотя бы одну поддерживаемую школу.");
        RuleFor(p => p.Partners).NotEmpty().WithMessage("Выберите хотя бы одного партнёра.");
        RuleFor(p => p.Partners)
            .Must((p, partners) => partners.Count + p.Supported.Count <= Partnership.MostParties)
            .WithMessage($"В одном договоре не больше {Partnership.MostParties} сторон.");
        RuleForEach(p => p.Partners)
            .Must(s => s.SchoolId is null != s.OrganisationId is null)
            .WithMessage("Партнёр — либо школа, либо организация.");
        RuleFor(p => p.SignedOn).Must(IsDay).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(p => p.StartsOn).Must(IsDay).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(p => p.EndsOn).Must(IsDay).WithErrorCode("out-of-range").WithMessage(WrongDay);
    }

    private const string WrongDay = "Проверьте дату: год от 1990 до 2100.";

    private static bool IsDay(DateOnly? day) => day is null || day >= Earliest && day <= Latest;
}
