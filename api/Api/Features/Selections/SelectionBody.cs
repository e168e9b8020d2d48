using FluentValidation;
using Opora.Api.Http;
using Opora.Domain.Partnerships;

namespace Opora.Api.Features.Selections;

/// <summary>What a call says.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Text">What is asked of schools.</param>
/// <param name="OpensOn">First day on which applications are taken.</param>
/// <param name="ClosesOn">Last day.</param>
/// <param name="Criteria">What is judged, in this order.</param>
/// <param name="Order">The order by which it is held.</param>
public sealed record SelectionBody(
    string Title,
    string Text,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    IReadOnlyList<CriterionBody> Criteria,
    string? Order = null
) : IExampled<SelectionBody>
{
    public static SelectionBody Example =>
        new(
            "Школы-лидеры 2020",
            "Приглашаем школы, готовые сопровождать школы с низкими результатами.",
            new DateOnly(2020, 9, 1),
            new DateOnly(2020, 9, 30),
            [new CriterionBody("Устойчивые результаты", 10, 2), new CriterionBody("Опыт методической работы", 5, 1)],
            "Приказ № 812 от 20.08.2020"
        );

    internal SelectionFacts Facts =>
        new(Title.Trim(), Text.Trim(), OpensOn, ClosesOn, string.IsNullOrWhiteSpace(Order) ? null : Order.Trim());

    internal IReadOnlyList<CriterionFacts> CriteriaFacts =>
        [.. Criteria.Select(c => new CriterionFacts(c.Title.Trim(), c.MostMark, c.Weight))];
}

/// <summary>A criterion.</summary>
/// <param name="Title">What is judged.</param>
/// <param name="MostMark">The highest mark; the lowest is 0.</param>
/// <param name="Weight">How much a mark counts.</param>
public sealed record CriterionBody(string Title, int MostMark, int Weight = 1);

/// <summary>Shape of a call.</summary>
internal sealed class SelectionValidator : AbstractValidator<SelectionBody>
{
    private const string WrongDay = "Проверьте дату: год от 1990 до 2100.";

    public SelectionValidator()
    {
        RuleFor(s => s.Title)
            .NotEmpty()
            .MaximumLength(Selection.TitleLength)
            .WithMessage($"Назовите отбор, до {Selection.TitleLength} знаков.");
        RuleFor(s => s.Text)
            .NotEmpty()
            .MaximumLength(Selection.TextLength)
            .WithMessage($"Напишите, кого и на каких условиях приглашают, до {Selection.TextLength} знаков.");
        RuleFor(s => s.Order).MaximumLength(Selection.OrderLength).WithMessage($"Приказ — до {Selection.OrderLength} знаков.");
        RuleFor(s => s.OpensOn).Must(Likely).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(s => s.ClosesOn).Must(Likely).WithErrorCode("out-of-range").WithMessage(WrongDay);
        RuleFor(s => s.Criteria)
            .Must(c => c.Count is > 0 and <= Selection.MostCriteria)
            .WithMessage($"Критериев – от 1 до {Selection.MostCriteria}.");
        RuleForEach(s => s.Criteria)
            .ChildRules(c =>
            {
                c.RuleFor(x => x.Title)
                    .NotEmpty()
                    .MaximumLength(Selection.TitleLength)
                    .WithMessage($"Назовите критерий, до {Selection.TitleLength} знаков.");
                c.RuleFor(x => x.MostMark)
                    .InclusiveBetween(1, Selection.MostMark)
                    .WithErrorCode("out-of-range")
                    .WithMessage($"Наибольшая оценка: от 1 до {Selection.MostMark}.");
                c.RuleFor(x => x.Weight)
                    .InclusiveBetween(1, Selection.MostWeight)
                    .WithErrorCode("out-of-range")
                    .WithMessage($"Вес критерия: от 1 до {Selection.MostWeight}.");
            });
    }

    private static bool Likely(DateOnly day) => day.Year is >= 1990 and <= 2100;
}
