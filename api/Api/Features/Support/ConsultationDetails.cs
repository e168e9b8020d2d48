using System.Linq.Expressions;
using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A consultation to people of a school.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="School">The school.</param>
/// <param name="On">The day.</param>
/// <param name="Audience">Whom it was for.</param>
/// <param name="People">How many.</param>
/// <param name="Theme">What about; null for callers who see no people's names.</param>
/// <param name="Organisation">Who consulted; null when it is not told.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record ConsultationDetails(
    Guid Id,
    SupportedSchool School,
    DateOnly On,
    ConsultationAudience Audience,
    int People,
    string? Theme,
    SupportingOrganisation? Organisation,
    int Version
)
{
    /// <summary>The row of a consultation.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told: free text may hold one.</param>
    internal static Expression<Func<Consultation, ConsultationDetails>> From(AppDbContext db, bool seesPeople) =>
        c => new ConsultationDetails(
            c.Id,
            new SupportedSchool(
                c.SchoolId,
                db.Schools.Where(s => s.Id == c.SchoolId).Select(s => s.Name).First(),
                c.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == c.MunicipalityCode).Select(m => m.Name).First()
            ),
            c.On,
            c.Audience,
            c.People,
            seesPeople ? c.Theme : null,
            c.OrganisationId == null
                ? null
                : new SupportingOrganisation(
                    c.OrganisationId.Value,
                    db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.ShortName ?? o.Name).First()
                ),
            c.Version
        );
}

/// <summary>What is known of a consultation.</summary>
/// <param name="On">The day; not ahead.</param>
/// <param name="Audience">Whom it was for.</param>
/// <param name="People">How many people.</param>
/// <param name="Theme">What about; without names.</param>
/// <param name="OrganisationId">Who consulted.</param>
public sealed record ConsultationBody(DateOnly On, ConsultationAudience Audience, int People, string Theme, Guid? OrganisationId = null)
    : IExampled<ConsultationBody>
{
    public static ConsultationBody Example =>
        new(
            new DateOnly(2020, 12, 3),
            ConsultationAudience.Parents,
            24,
            "Как помочь ребёнку готовиться к экзамену",
            new Guid("0193a5c0-5b1e-7000-8000-0000000000b1")
        );

    internal ConsultationFacts Facts => new(On, Audience, People, Theme, OrganisationId);
}

/// <summary>Shape of a consultation.</summary>
internal sealed class ConsultationValidator : AbstractValidator<ConsultationBody>
{
    public ConsultationValidator()
    {
        RuleFor(c => c.On).Must(SupportDays.Likely).WithMessage(SupportDays.Unlikely);
        RuleFor(c => c.People)
            .InclusiveBetween(1, Consultation.MostPeople)
            .WithErrorCode("out-of-range")
            .WithMessage($"Сколько человек: от 1 до {Consultation.MostPeople}.");
        RuleFor(c => c.Theme)
            .NotEmpty()
            .MaximumLength(Consultation.ThemeLength)
            .WithMessage($"Напишите тему, до {Consultation.ThemeLength} знаков и без имён.");
    }
}
