using FluentValidation;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Support;

namespace Opora.Api.Features.Recommendations;

/// <summary>What is said.</summary>
/// <param name="Kind">Advice or decision.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerId">Id of the person who answers for it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="Causes">The figures that caused it, at most 20.</param>
public sealed record RecommendationBody(
    RecommendationKind Kind,
    string Text,
    Guid? OwnerId = null,
    DateOnly? DueOn = null,
    IReadOnlyList<FigureName>? Causes = null
) : IExampled<RecommendationBody>
{
    public static RecommendationBody Example =>
        new(
            RecommendationKind.Recommendation,
            "Включить в план методической работы разбор заданий ВПР по русскому языку, с которыми не справились пятиклассники.",
            new Guid("0193a5c0-5b1e-7000-8000-000000000003"),
            new DateOnly(2035, 3, 31)
        );

    internal RecommendationFacts Facts => new(Kind, Text, OwnerId, DueOn);
}

/// <summary>A figure by its name: whose, of what, when. Without school and municipality it is the region's.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="SchoolId">The school whose figure it is.</param>
/// <param name="MunicipalityCode">The municipality whose figure it is.</param>
public sealed record FigureName(Guid IndicatorId, Period Period, Guid? SchoolId = null, string? MunicipalityCode = null);

/// <summary>Shape of what is said.</summary>
internal sealed class RecommendationValidator : AbstractValidator<RecommendationBody>
{
    public RecommendationValidator()
    {
        RuleFor(r => r.Text)
            .NotEmpty()
            .MaximumLength(Recommendation.TextLength)
            .WithMessage($"Напишите, что нужно сделать, до {Recommendation.TextLength} знаков.");
        RuleFor(r => r.DueOn).Must(d => d is null || d.Value.Year is >= 2000 and < 2100).WithMessage("Срок — день с 2000 по 2099 год.");
        RuleFor(r => r.Causes)
            .Must(c => c is null || c.Count <= Recommendation.MostCauses)
            .WithMessage($"Не больше {Recommendation.MostCauses} показателей в одной рекомендации.");
        RuleForEach(r => r.Causes).NotNull().WithErrorCode("required").WithMessage("Показатель не указан.");
    }
}
