using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Mentorings;

/// <summary>What a pairing is about and who takes part.</summary>
/// <param name="Kind">Who helps whom.</param>
/// <param name="Aim">What it is to bring; without names.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="Mentor">Who helps.</param>
/// <param name="TeacherIds">Ids of the teachers that a mentor helps.</param>
/// <param name="SchoolIds">Ids of the schools whose director or team is helped.</param>
/// <param name="EndsOn">Last day; absent when it has none.</param>
/// <param name="Basis">The order by which it was made.</param>
/// <param name="PartnershipId">Id of the agreement under which it was made.</param>
public sealed record MentoringBody(
    MentoringKind Kind,
    string Aim,
    DateOnly StartsOn,
    MentorBody Mentor,
    IReadOnlyList<Guid>? TeacherIds = null,
    IReadOnlyList<Guid>? SchoolIds = null,
    DateOnly? EndsOn = null,
    string? Basis = null,
    Guid? PartnershipId = null
) : IExampled<MentoringBody>
{
    public static MentoringBody Example =>
        new(
            MentoringKind.Teachers,
            "Освоить приёмы смыслового чтения на уроках русского языка",
            new DateOnly(2020, 9, 1),
            new MentorBody(SchoolId: new Guid("0193a5c0-5b1e-7000-8000-000000000002")),
            TeacherIds: [new Guid("0193a5c0-5b1e-7000-8000-000000000022")],
            EndsOn: new DateOnly(2021, 5, 31),
            Basis: "Приказ № 54 от 28.08.2020"
        );

    internal MentoringFacts Facts =>
        new(Kind, Aim.Trim(), StartsOn, EndsOn, string.IsNullOrWhiteSpace(Basis) ? null : Basis.Trim(), PartnershipId);
}

/// <summary>Who helps: a teacher, or a school that will say who, or an organisation with or without somebody of its staff.</summary>
/// <param name="TeacherId">Id of a teacher of the caller's places.</param>
/// <param name="SchoolId">Id of a school of the caller's places or of one that helps others.</param>
/// <param name="OrganisationId">Id of an organisation of the region.</param>
/// <param name="StaffMemberId">Id of somebody on the staff of that organisation.</param>
public sealed record MentorBody(Guid? TeacherId = null, Guid? SchoolId = null, Guid? OrganisationId = null, Guid? StaffMemberId = null);

/// <summary>Shape of a pairing.</summary>
internal sealed class MentoringValidator : AbstractValidator<MentoringBody>
{
    public MentoringValidator()
    {
        RuleFor(m => m.Aim)
            .NotEmpty()
            .MaximumLength(Mentoring.TextLength)
            .WithMessage($"Напишите, чего нужно достичь, до {Mentoring.TextLength} знаков.");
        RuleFor(m => m.Basis).MaximumLength(Mentoring.BasisLength).WithMessage($"Основание — до {Mentoring.BasisLength} знаков.");
        RuleFor(m => m.StartsOn).Must(MentoringDays.Likely).WithErrorCode("out-of-range").WithMessage(MentoringDays.Unlikely);
        RuleFor(m => m.EndsOn)
            .Must(day => day is not { } on || MentoringDays.Likely(on))
            .WithErrorCode("out-of-range")
            .WithMessage(MentoringDays.Unlikely);
        RuleFor(m => m.Mentor).SetValidator(new MentorValidator());
        RuleFor(m => m.TeacherIds)
            .Must(
                (m, ids) =>
                    m.Kind == MentoringKind.Teachers ? ids is { Count: > 0 and <= Mentoring.MostSupported } : ids is not { Count: > 0 }
            )
            .WithMessage($"Педагогов – от 1 до {Mentoring.MostSupported}, и только когда наставник помогает педагогам.");
        RuleFor(m => m.SchoolIds)
            .Must(
                (m, ids) =>
                    m.Kind == MentoringKind.Teachers ? ids is not { Count: > 0 } : ids is { Count: > 0 and <= Mentoring.MostSupported }
            )
            .WithMessage($"Школ – от 1 до {Mentoring.MostSupported}, и только когда помогают директору или команде школы.");
    }
}

/// <summary>Shape of who helps.</summary>
internal sealed class MentorValidator : AbstractValidator<MentorBody>
{
    public MentorValidator() =>
        RuleFor(m => m)
            .Must(m => new[] { m.TeacherId, m.SchoolId, m.OrganisationId }.Count(id => id is not null) == 1)
            .WithMessage("Наставник – либо педагог, либо школа, либо организация.")
            .Must(m => m.StaffMemberId is null || m.OrganisationId is not null)
            .WithMessage("Сотрудника выбирают вместе с организацией.");
}

/// <summary>Which days are no slip of the keyboard.</summary>
internal static class MentoringDays
{
    public const string Unlikely = "Проверьте дату: год от 1990 до 2100.";

    public static bool Likely(DateOnly day) => day.Year is >= 1990 and <= 2100;
}
