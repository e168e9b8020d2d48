using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Http;
using Opora.Domain.Identification;
using Opora.Persistence;

namespace Opora.Api.Features.Cohorts;

/// <summary>What all changes of a list have in common.</summary>
internal static class CohortChange
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    /// <summary>The list to change, expected in this version, with the row of one school when one is named.</summary>
    /// <exception cref="Problem">404</exception>
    public static async Task<Cohort> FindCohort(
        this AppDbContext db,
        Guid id,
        IfMatch seen,
        Guid? schoolId,
        CancellationToken cancellationToken
    )
    {
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Problems.NotFound("Список школ");
        if (schoolId is not null)
            await db.CohortMembers.Where(m => m.CohortId == id && m.SchoolId == schoolId).LoadAsync(cancellationToken);
        db.Expect(cohort, seen.Version);
        return cohort;
    }

    /// <summary>The row of a school on a list that was found with it.</summary>
    /// <exception cref="Problem">404</exception>
    public static CohortMember Member(this Cohort cohort, Guid schoolId) =>
        cohort.Members.SingleOrDefault(m => m.SchoolId == schoolId) ?? throw Problems.NotFound("Школа в списке");

    /// <summary>A day within living memory.</summary>
    public static IRuleBuilderOptions<T, DateOnly> IsDay<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.InclusiveBetween(Earliest, Latest).WithErrorCode("out-of-range").WithMessage("Проверьте дату: год от 1990 до 2100.");

    /// <summary>Shape of what an order says of a list.</summary>
    public static void OrderRules<T>(this AbstractValidator<T> validator, Func<T, CohortFacts> facts)
    {
        validator
            .RuleFor(c => facts(c).Name)
            .Must(name => IsText(name, Cohort.NameLength))
            .WithMessage("Укажите название списка, до 200 знаков.")
            .OverridePropertyName("Name");
        validator
            .RuleFor(c => facts(c).OrderNumber)
            .Must(number => IsText(number, Cohort.OrderNumberLength))
            .WithMessage("Укажите номер приказа, до 60 знаков.")
            .OverridePropertyName("OrderNumber");
        validator.RuleFor(c => facts(c).OrderDate).IsDay().OverridePropertyName("OrderDate");
    }

    /// <summary>Whether something is said, and not too much.</summary>
    public static bool IsText(string text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;
}
