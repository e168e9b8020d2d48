using Opora.Domain.Places;

namespace Opora.Domain.Indicators;

/// <summary>Where a value would be written, and by whom.</summary>
/// <param name="Level">Whose value it is.</param>
/// <param name="Period">The period.</param>
/// <param name="Column">The period as the operator opened it; null when it never was.</param>
/// <param name="Report">How far the place's submission of the period has come; null when it has not begun.</param>
/// <param name="By">
/// Who writes: a person of the school, of the municipality or of the operator, each of whom may also write for those before. Null for
/// those who only read.
/// </param>
public sealed record EntryPlace(IndicatorLevel Level, Period Period, IndicatorPeriod? Column, ReportState? Report, IndicatorSource? By);

/// <summary>Who may write which value when.</summary>
public static class EntryRules
{
    /// <summary>As whom somebody may write at a place; null when not at all.</summary>
    /// <param name="scope">What that one may write to.</param>
    /// <param name="place">The place.</param>
    public static IndicatorSource? WriterIn(Scope scope, IPlaced place)
    {
        if (!scope.Reaches(place))
            return null;
        if (scope.ReachesRegion(place.RegionCode))
            return IndicatorSource.Operator;
        return place.MunicipalityCode is { } code && scope.Municipalities.Contains(code, StringComparer.Ordinal)
            ? IndicatorSource.Municipality
            : IndicatorSource.School;
    }

    /// <summary>Whether the periods of an indicator are of this kind.</summary>
    public static bool Fits(IndicatorPeriodKind kind, Period period) =>
        kind switch
        {
            IndicatorPeriodKind.CalendarYear => period is { Kind: YearKind.Calendar, IsWholeYear: true },
            IndicatorPeriodKind.SchoolYear => period is { Kind: YearKind.School, IsWholeYear: true },
            IndicatorPeriodKind.HalfYear => period.IsHalf,
            _ => period.IsQuarter,
        };

    /// <summary>Why the value cannot be written there now, in words; null when it can.</summary>
    /// <param name="indicator">The indicator with its versions.</param>
    /// <param name="part">The part.</param>
    /// <param name="entry">Where and by whom.</param>
    public static ValueFault? Locked(Indicator indicator, string part, EntryPlace entry)
    {
        if (NotAsked(indicator, entry.Level, entry.Period) is { } notAsked)
            return notAsked;
        var definition = indicator.For(entry.Period)!;
        if (!Breakdown.Has(definition.Breakdown, part))
            return new("breakdown-unknown", "Такой части у показателя нет");
        if (definition.EnteredBy == IndicatorSource.Formula)
            return new("indicator-computed", "Показатель считается по формуле: вводить его не нужно");
        if (Frozen(entry) is { } frozen)
            return frozen;
        if (entry.By is not { } by)
            return new("read-only", "Вы можете только смотреть значения");
        return definition.EnteredBy > by ? new("entered-by-other", $"Этот показатель вводит {Who(definition.EnteredBy)}") : null;
    }

    /// <summary>Why no target can be set there now, in words; null when one can. The period need not have been opened yet.</summary>
    public static ValueFault? TargetLocked(Indicator indicator, IndicatorLevel level, Period period, IndicatorPeriod? column) =>
        NotAsked(indicator, level, period)
        ?? (column is { ClosedAt: not null } ? new ValueFault("period-closed", $"Период {period} закрыт") : null);

    /// <summary>Why an indicator has no value of such a place in the period; null when it has.</summary>
    public static ValueFault? NotAsked(Indicator indicator, IndicatorLevel level, Period period)
    {
        if (indicator.For(period) is not { } definition)
            return indicator.RetiredFromOn is { } end && period.StartOn >= end
                ? new("indicator-retired", $"Показатель выведен с {end:dd.MM.yyyy}: за этот период его не собирают")
                : new("definition-not-in-force", $"За период {period} показатель ещё не определён");
        if (!Fits(definition.PeriodKind, period))
            return new("period-kind-other", $"Показатель собирают за {Periods(definition.PeriodKind)}, а не за {period}");
        return definition.Level == level ? null : new("level-other", $"Это показатель {Whose(definition.Level)}");
    }

    /// <summary>Why nothing of the place and period changes now; null when things may.</summary>
    public static ValueFault? Frozen(EntryPlace entry) =>
        (entry.Column, entry.Report) switch
        {
            (null, _) => new("period-not-opened", $"Период {entry.Period} не открыт для ввода"),
            ({ ClosedAt: not null }, _) => new("period-closed", $"Период {entry.Period} закрыт"),
            (_, ReportState.Submitted) => new(
                "report-submitted",
                "Период сдан и ждёт решения: чтобы исправить значения, его должны вернуть"
            ),
            (_, ReportState.Accepted) => new("report-accepted", "Период принят: чтобы исправить значения, его должны вернуть"),
            _ => null,
        };

    static string Periods(IndicatorPeriodKind kind) =>
        kind switch
        {
            IndicatorPeriodKind.CalendarYear => "календарный год",
            IndicatorPeriodKind.SchoolYear => "учебный год",
            IndicatorPeriodKind.HalfYear => "полугодие",
            _ => "квартал",
        };

    static string Whose(IndicatorLevel level) =>
        level switch
        {
            IndicatorLevel.School => "школ",
            IndicatorLevel.Municipality => "муниципалитетов",
            _ => "региона",
        };

    static string Who(IndicatorSource source) => source == IndicatorSource.Operator ? "региональный оператор" : "муниципальный координатор";
}
