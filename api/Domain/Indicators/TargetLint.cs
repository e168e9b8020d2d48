using Opora.Domain.Results;

namespace Opora.Domain.Indicators;

/// <summary>What may be wrong with a target.</summary>
public enum TargetFinding
{
    /// <summary>There is a start and no target.</summary>
    TargetMissing,

    /// <summary>There is a target and no start to tell the way from.</summary>
    BaselineMissing,

    /// <summary>The target is no value that the indicator may have.</summary>
    OutOfRange,

    /// <summary>The target is worse than the start.</summary>
    WrongDirection,

    /// <summary>A share that so many people cannot make.</summary>
    ImpossibleStep,

    /// <summary>The way from the start to the target is longer than is likely within a period.</summary>
    Jump,
}

/// <summary>One doubt about a target: a finding, never a block.</summary>
/// <param name="Finding">What it is.</param>
/// <param name="Message">Why, in a Russian sentence.</param>
/// <param name="ProposedThousandths">What would be right, when it can be said.</param>
/// <param name="Proposal">The same in words.</param>
public readonly record struct TargetFault(TargetFinding Finding, string Message, long? ProposedThousandths = null, string? Proposal = null);

/// <summary>A target as it is looked at.</summary>
/// <param name="Target">In thousandths of the shown unit; null when there is none.</param>
/// <param name="Baseline">Where it starts; null when nobody said.</param>
/// <param name="People">Of how many the share is, when that is known.</param>
/// <param name="YearBefore">What was reached a year before: it may serve as the start.</param>
public readonly record struct TargetDraft(long? Target, long? Baseline, long? People = null, long? YearBefore = null);

/// <summary>
/// Looks targets through: wrong way, impossible steps, out of range, jumps, missing parts. Source: the targets of Yelabuga's school
/// programme, which has one of each.
/// </summary>
public static class TargetLint
{
    /// <summary>A share that is meant to change by more than so many percentage points is asked about, in thousandths.</summary>
    public const long JumpOfShare = 30 * Measure.Scale;

    /// <summary>Anything else that is meant to change by more than so many per cent of its start is asked about.</summary>
    public const int JumpPercent = 100;

    /// <summary>Up to so many people a share has visible steps; of more any percentage with one decimal can be made.</summary>
    public const long FewPeople = 1_000;

    const int ShownSteps = 3;

    /// <summary>All doubts, the gravest first.</summary>
    public static IEnumerable<TargetFault> Look(IndicatorMeaning meaning, TargetDraft draft)
    {
        if (draft.Target is not { } target)
        {
            if ((draft.Baseline ?? draft.YearBefore) is { } start)
                yield return new(TargetFinding.TargetMissing, $"Исходное значение есть ({Shown(start)}), а цель не указана");
            yield break;
        }
        if (Range(meaning, target) is { } outside)
        {
            yield return outside;
            yield break;
        }
        if (draft.Baseline is not { } baseline)
            yield return new(
                TargetFinding.BaselineMissing,
                "Исходное значение не указано: непонятно, улучшение ли это и насколько",
                draft.YearBefore,
                draft.YearBefore is { } known ? $"{Shown(known)} — значение прошлого года" : null
            );
        else if (Way(meaning, target, baseline) is { } worse)
            yield return worse;
        else if (IsJump(meaning.Unit, target, baseline))
            yield return new(
                TargetFinding.Jump,
                $"Слишком большой шаг за период: {Shown(baseline)} → {Shown(target)}. Разбейте его на этапы или поясните, за счёт чего"
            );
        if (meaning.Unit == IndicatorUnit.Share && draft.People is { } people && Step(meaning.Direction, target, people) is { } step)
            yield return step;
    }

    /// <summary>
    /// Whether so many people can make a percentage, as it is written: 1,9 is made when some whole number of them is 1,9 % after rounding to one decimal.
    /// </summary>
    /// <param name="target">Thousandths of a per cent.</param>
    /// <param name="people">How many there are, more than 0.</param>
    public static bool CanBeMade(long target, long people)
    {
        var unit = Written(target);
        var nearest = Rounding.Divide((Int128)target * people, Measure.WholePercent);
        for (var count = Math.Max(0, nearest - 1); count <= nearest + 1; count++)
            if (Rounding.Divide(Percent(count, people), unit) * unit == target || unit == 1 && IsNextTo(target, count, people))
                return true;
        return false;
    }

    static TargetFault? Range(IndicatorMeaning meaning, long target)
    {
        if (meaning.Unit == IndicatorUnit.Count && target % Measure.Scale != 0)
        {
            var whole = Rounding.Divide(target, Measure.Scale) * Measure.Scale;
            return new(TargetFinding.OutOfRange, "Цель для количества — целое число", whole, Shown(whole));
        }
        var (least, greatest) = (IndicatorRules.Least(meaning), IndicatorRules.Greatest(meaning));
        long? inside =
            target < least ? least
            : target > greatest ? greatest
            : null;
        return inside is { } bound
            ? new(
                TargetFinding.OutOfRange,
                $"Цель {Shown(target)} вне допустимых пределов ({IndicatorRules.RangeText(meaning)})",
                bound,
                Shown(bound)
            )
            : null;
    }

    static TargetFault? Way(IndicatorMeaning meaning, long target, long baseline) =>
        meaning.Direction switch
        {
            IndicatorDirection.HigherIsBetter when target < baseline => new(
                TargetFinding.WrongDirection,
                $"Показатель должен расти, а цель {Shown(target)} ниже исходного значения {Shown(baseline)}",
                baseline,
                $"не ниже {Shown(baseline)}"
            ),
            IndicatorDirection.LowerIsBetter when target > baseline => new(
                TargetFinding.WrongDirection,
                $"Показатель должен снижаться, а цель {Shown(target)} выше исходного значения {Shown(baseline)}",
                baseline,
                $"не выше {Shown(baseline)}"
            ),
            _ => null,
        };

    static bool IsJump(IndicatorUnit unit, long target, long baseline)
    {
        var change = Math.Abs(target - baseline);
        return unit switch
        {
            IndicatorUnit.Share => change > JumpOfShare,
            IndicatorUnit.YesNo => false,
            _ => baseline != 0 && (Int128)change * 100 > (Int128)Math.Abs(baseline) * JumpPercent,
        };
    }

    static TargetFault? Step(IndicatorDirection direction, long target, long people)
    {
        if (people is < 1 or > FewPeople || CanBeMade(target, people))
            return null;
        var below = (long)((Int128)target * people / Measure.WholePercent);
        var count = direction switch
        {
            IndicatorDirection.HigherIsBetter => below + 1,
            IndicatorDirection.LowerIsBetter => below,
            _ => Rounding.Divide((Int128)target * people, Measure.WholePercent),
        };
        var first = Math.Max(0, below - 1);
        var possible = Enumerable
            .Range(0, ShownSteps)
            .Select(i => first + i)
            .Where(c => c <= people)
            .Select(c => $"{Short(c, people)} ({c} из {people})");
        var share = Measure.Share(count, people);
        var tenths = Tenths(count, people);
        // What is proposed has to be reached by so many people, before any rounding.
        var proposed = Achievements.Of(direction, share, tenths) == Achievement.NotAchieved ? share.Reached(direction) : tenths;
        return new(
            TargetFinding.ImpossibleStep,
            $"{Shown(target)} % из {people} человек не получится: возможны {string.Join(", ", possible)}",
            proposed,
            $"{Short(count, people)} ({count} из {people})"
        );
    }

    // To the last thousandth a target may be cut as well as rounded: so that it is reached by exactly so many.
    static bool IsNextTo(long target, long count, long people) =>
        Int128.Abs((Int128)count * Measure.WholePercent - (Int128)target * people) < people;

    static long Percent(long count, long people) => Rounding.Divide((Int128)count * Measure.WholePercent, people);

    static long Tenths(long count, long people) => Rounding.Divide((Int128)count * 1_000, people) * 100;

    static string Short(long count, long people) => Shown(Tenths(count, people));

    // How finely the target is written: 30 to wholes, 1,9 to tenths.
    static long Written(long target) =>
        target % 1_000 == 0 ? 1_000
        : target % 100 == 0 ? 100
        : target % 10 == 0 ? 10
        : 1;

    static string Shown(long thousandths) => IndicatorRules.Shown(thousandths);
}
