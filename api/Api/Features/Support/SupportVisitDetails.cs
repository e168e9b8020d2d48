using System.Linq.Expressions;
using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Support;
using Opora.Persistence;

namespace Opora.Api.Features.Support;

/// <summary>A visit to a school.</summary>
/// <param name="Id">Id, for addresses.</param>
/// <param name="School">The school.</param>
/// <param name="On">The day.</param>
/// <param name="Organisation">Whose people came; null when it is not told.</param>
/// <param name="Purpose">What for; null for callers who see no people's names.</param>
/// <param name="Lessons">Lessons attended.</param>
/// <param name="Teachers">Teachers reached.</param>
/// <param name="Findings">What was found; null for callers who see no people's names.</param>
/// <param name="Version">Version, for If-Match.</param>
public sealed record SupportVisitDetails(
    Guid Id,
    SupportedSchool School,
    DateOnly On,
    SupportingOrganisation? Organisation,
    string? Purpose,
    int Lessons,
    int Teachers,
    string? Findings,
    int Version
)
{
    /// <summary>The row of a visit.</summary>
    /// <param name="db">The database.</param>
    /// <param name="seesPeople">Whether names of people may be told: free text may hold one.</param>
    internal static Expression<Func<SupportVisit, SupportVisitDetails>> From(AppDbContext db, bool seesPeople) =>
        v => new SupportVisitDetails(
            v.Id,
            new SupportedSchool(
                v.SchoolId,
                db.Schools.Where(s => s.Id == v.SchoolId).Select(s => s.Name).First(),
                v.MunicipalityCode,
                db.Municipalities.Where(m => m.Code == v.MunicipalityCode).Select(m => m.Name).First()
            ),
            v.On,
            v.OrganisationId == null
                ? null
                : new SupportingOrganisation(
                    v.OrganisationId.Value,
                    db.Organisations.Where(o => o.Id == v.OrganisationId).Select(o => o.ShortName ?? o.Name).First()
                ),
            seesPeople ? v.Purpose : null,
            v.Lessons,
            v.Teachers,
            seesPeople ? v.Findings : null,
            v.Version
        );
}

/// <summary>What is known of a visit.</summary>
/// <param name="On">The day; not ahead.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Lessons">Lessons attended.</param>
/// <param name="Teachers">Teachers reached.</param>
/// <param name="OrganisationId">Whose people came.</param>
/// <param name="Findings">What was found; without names.</param>
public sealed record VisitBody(DateOnly On, string Purpose, int Lessons, int Teachers, Guid? OrganisationId = null, string? Findings = null)
    : IExampled<VisitBody>
{
    public static VisitBody Example =>
        new(
            new DateOnly(2020, 11, 18),
            "Методический десант: подготовка к ОГЭ по математике",
            6,
            11,
            new Guid("0193a5c0-5b1e-7000-8000-0000000000b1"),
            "На уроках мало работы с заданиями второй части; согласован план открытых уроков."
        );

    internal VisitFacts Facts => new(On, OrganisationId, Purpose, Lessons, Teachers, string.IsNullOrWhiteSpace(Findings) ? null : Findings);
}

/// <summary>Shape of a visit.</summary>
internal sealed class VisitValidator : AbstractValidator<VisitBody>
{
    public VisitValidator()
    {
        RuleFor(v => v.On).Must(SupportDays.Likely).WithMessage(SupportDays.Unlikely);
        RuleFor(v => v.Purpose)
            .NotEmpty()
            .MaximumLength(SupportVisit.PurposeLength)
            .WithMessage($"Напишите цель выезда, до {SupportVisit.PurposeLength} знаков.");
        RuleFor(v => v.Lessons)
            .InclusiveBetween(0, SupportVisit.MostLessons)
            .WithErrorCode("out-of-range")
            .WithMessage($"Посещено уроков: от 0 до {SupportVisit.MostLessons}.");
        RuleFor(v => v.Teachers)
            .InclusiveBetween(0, SupportVisit.MostTeachers)
            .WithErrorCode("out-of-range")
            .WithMessage($"Охвачено педагогов: от 0 до {SupportVisit.MostTeachers}.");
        RuleFor(v => v.Findings)
            .MaximumLength(SupportVisit.FindingsLength)
            .WithMessage($"Выводы — до {SupportVisit.FindingsLength} знаков.");
    }
}
