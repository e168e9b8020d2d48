using Opora.Api.Auth;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Indicators;
using Opora.Domain.Results;

namespace Opora.Api.Features.Indicators.Values;

/// <summary>Shows the cells of a sheet to one caller.</summary>
internal sealed class CellPicture(PlaceSheet sheet, IReadOnlyDictionary<(Guid, Period), IndicatorTarget> targets, Caller caller)
{
    private readonly IndicatorSource? _writer = sheet.Place.WriterOf(caller);
    private readonly SmallGroups _small = caller.SmallGroups;
    private readonly bool _setsTargets = caller.ScopeFor(Permission.TargetsWrite).Reaches(sheet.Place.Row);
    private readonly bool _outward = caller.IsThirdParty && sheet.Place.Level == IndicatorLevel.School;

    /// <summary>A cell as it stands in the sheet.</summary>
    public GridCell Of(Indicator indicator, Period period, string part) =>
        Of(indicator, period, part, sheet.Value(indicator.Id, period, part));

    /// <summary>A cell that holds this value now.</summary>
    public GridCell Of(Indicator indicator, Period period, string part, IndicatorValue? value)
    {
        var version = indicator.For(period) ?? indicator.Current;
        var target = part.Length == 0 ? targets.GetValueOrDefault((indicator.Id, period)) : null;
        var withheld = value is not null && Withheld(version.Unit, value.Measure);
        var shown = withheld ? null : value?.Measure;
        var former = sheet.YearBefore(indicator.Id, period, part);
        if (former is { } told && Withheld(version.Unit, told))
            former = null;
        return new GridCell(
            value?.Id,
            value?.Version ?? 0,
            shown?.Numerator,
            shown?.Denominator,
            shown is { } measure ? Scaled.Of(measure.Rounded) : null,
            shown?.Text(version.Unit, version.Decimals),
            shown is { } typed ? MeasureText.Write(version.Unit, typed) : null,
            value?.Measure.Ratio is { } ratio && _small.IsSmall(ratio.Denominator),
            withheld,
            value?.Origin,
            value?.ChangedAt,
            caller.IsThirdParty ? null : value?.Comment,
            shown is { } looked ? CellFault.Of(IndicatorRules.ChangeToCheck(version.Wording, looked, former)) : null,
            former is { } before ? Scaled.Of(before.Rounded) : null,
            target is null ? null : Told(target, version),
            withheld ? Achievement.NoValue : Achievements.Of(version.Direction, shown, target?.TargetThousandths),
            CellFault.Of(sheet.Lock(indicator, period, part, _writer)),
            CellFault.Of(TargetLock(indicator, period, part))
        );
    }

    private CellTarget Told(IndicatorTarget target, IndicatorVersion version)
    {
        var told = CellTarget.Of(target, version.Unit, version.Decimals, _setsTargets ? sheet.DoubtsOf(version, target) : []);
        return _outward ? told.Outward(version.Unit, _small) : told;
    }

    private ValueFault? TargetLock(Indicator indicator, Period period, string part) =>
        part.Length > 0 ? new ValueFault("target-of-whole", "Цель ставят только показателю целиком, а не у его частей")
        : !_setsTargets ? new ValueFault("read-only", "Цели ставят координатор и оператор: вы можете их только смотреть")
        : EntryRules.TargetLocked(indicator, sheet.Place.Level, period, sheet.Column(indicator.SetId, period));

    private bool Withheld(IndicatorUnit unit, Measure measure) => _outward && OutwardValues.Withholds(unit, measure, _small);
}

/// <summary>What of the values of single schools leaves the programme. Source: rule 7 of the domain description.</summary>
internal static class OutwardValues
{
    /// <summary>Whether a school's value is withheld from third parties: a share of few, and one of nobody knows how many.</summary>
    public static bool Withholds(IndicatorUnit unit, Measure measure, SmallGroups small) =>
        unit == IndicatorUnit.Share && !small.MayGoOutward(measure.Denominator);
}
