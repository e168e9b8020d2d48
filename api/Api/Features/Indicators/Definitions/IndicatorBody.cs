using FluentValidation;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>The definition of an indicator, as it is written and as files of sets hold it.</summary>
public record IndicatorBody
{
    /// <summary>Russian name.</summary>
    public required string Name { get; init; }

    /// <summary>Heading under which it stands in its set.</summary>
    public required string Group { get; init; }

    /// <summary>What it is measured in.</summary>
    public required IndicatorUnit Unit { get; init; }

    /// <summary>Where the better values lie.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>Whose values they are.</summary>
    public required IndicatorLevel Level { get; init; }

    /// <summary>Which periods they are for.</summary>
    public required IndicatorPeriodKind PeriodKind { get; init; }

    /// <summary>Who brings the values.</summary>
    public required IndicatorSource EnteredBy { get; init; }

    /// <summary>How the values of schools make the value of a larger place; what is usual for the unit when absent.</summary>
    public IndicatorAggregation? Aggregation { get; init; }

    /// <summary>Into which parts the values are told.</summary>
    public BreakdownKind Breakdown { get; init; }

    /// <summary>Least value in the shown unit, to three decimals; absent is 0 for everything but means.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value; absent is 100 for shares and no limit for others.</summary>
    public decimal? Max { get; init; }

    /// <summary>How it is computed, when a formula brings the values; else absent.</summary>
    public string? Formula { get; init; }

    /// <summary>How the value is obtained, in words.</summary>
    public string? Method { get; init; }

    /// <summary>Decimals shown, 0 to 3.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>A value that differs from the year before by more than so many per cent of it is asked about; null asks nothing.</summary>
    public int? WarnChangePercent { get; init; } = 40;

    internal IndicatorWording Wording => new(Name.Trim(), Group.Trim(), Blank(Method), Decimals, WarnChangePercent);

    internal IndicatorMeaning Meaning =>
        new(
            Unit,
            Direction,
            Level,
            PeriodKind,
            EnteredBy,
            Aggregation ?? IndicatorRules.AggregationsOf(Unit)[0],
            Breakdown,
            (long?)(Min * Measure.Scale),
            (long?)(Max * Measure.Scale),
            Blank(Formula)
        );

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Shape of a definition.</summary>
internal sealed class IndicatorBodyValidator : AbstractValidator<IndicatorBody>
{
    private const decimal Farthest = 1_000_000_000;
    private const int MostDecimals = 3;
    private const int MostPercent = 1_000;

    public IndicatorBodyValidator()
    {
        RuleFor(i => i.Name)
            .NotEmpty()
            .MaximumLength(Indicator.NameLength)
            .WithMessage($"Укажите название, до {Indicator.NameLength} знаков.");
        RuleFor(i => i.Group)
            .NotEmpty()
            .MaximumLength(Indicator.GroupLength)
            .WithMessage($"Укажите раздел, в котором стоит показатель, до {Indicator.GroupLength} знаков.");
        RuleFor(i => i.Method).MaximumLength(Indicator.MethodLength).WithMessage($"Методика — до {Indicator.MethodLength} знаков.");
        RuleFor(i => i.Formula).MaximumLength(Indicator.FormulaLength).WithMessage($"Формула — до {Indicator.FormulaLength} знаков.");
        RuleFor(i => i.Decimals).InclusiveBetween(0, MostDecimals).WithMessage("Знаков после запятой — от 0 до 3.");
        RuleFor(i => i.WarnChangePercent)
            .InclusiveBetween(1, MostPercent)
            .WithMessage($"Порог вопроса об изменении — от 1 до {MostPercent} %.");
        RuleFor(i => i.Min).Must(IsShort).WithMessage("Предел — число не больше миллиарда, до трёх знаков после запятой.");
        RuleFor(i => i.Max).Must(IsShort).WithMessage("Предел — число не больше миллиарда, до трёх знаков после запятой.");
    }

    private static bool IsShort(decimal? number) =>
        number is not { } value || Math.Abs(value) <= Farthest && decimal.Round(value, MostDecimals) == value;
}
