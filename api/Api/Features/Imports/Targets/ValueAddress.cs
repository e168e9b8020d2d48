using Opora.Api.Entry;
using Opora.Api.Features.Imports.Tables;
using Opora.Domain;
using Opora.Domain.Indicators;
using Opora.Domain.Places;

namespace Opora.Api.Features.Imports.Targets;

/// <summary>What a row with a value is about: indicator, place, period and part, by code or by name.</summary>
internal sealed class ValueAddress(ValuePlaces places, ValueNames names)
{
    private readonly Numbers<(Period Period, string Breakdown)> _cells = new();

    /// <summary>What a row is about; null when that cannot be told (then it is said why).</summary>
    public About? Of(MappedItem item, ItemFaults faults)
    {
        var code = CodeOf(item, faults);
        var period = PeriodOf(item, faults);
        var known = code is null ? null : places.Any(code);
        if (code is not null && known is null)
            faults.Add(
                item[ValueField.IndicatorCode] is null ? ValueField.IndicatorName : ValueField.IndicatorCode,
                "indicator-unknown",
                $"Показателя «{code}» нет. Проверьте по справочнику показателей."
            );
        // Whose value it may be is told by the newest definition where the period is not known.
        var level =
            known is null ? (IndicatorLevel?)null
            : period is { } p ? ValuePlaces.LevelOf(known, p)
            : known.Current.Level;
        var place = PlaceCodeOf(item, level, faults);
        var breakdown = known is null ? Breakdown.Whole : PartOf(item, known, period, faults);
        if (known is null || period is not { } said || place is null || breakdown is null)
            return null;
        var (indicator, found) = places.Of(known.Code, place, said);
        if (found is not null)
            return new About(indicator!, found, said, breakdown);
        Unknown(item, level!.Value, place, faults);
        return null;
    }

    /// <summary>A number for a period and part, the same for the same.</summary>
    public long NumberOf(Period period, string breakdown) => _cells.Of((period, breakdown));

    private string? CodeOf(MappedItem item, ItemFaults faults)
    {
        if (item[ValueField.IndicatorCode] is { } code)
            return code;
        if (item[ValueField.IndicatorName] is not { } name)
        {
            faults.Required(item.Source(ValueField.IndicatorCode) is null ? ValueField.IndicatorName : ValueField.IndicatorCode);
            return null;
        }
        var codes = names.Indicators(name);
        if (codes.Count <= 1)
            // A code under the heading of a name is as good.
            return codes.Count == 1 ? codes[0] : name;
        faults.Add(
            ValueField.IndicatorName,
            "indicator-ambiguous",
            $"Показателей с таким названием {codes.Count}: укажите код показателя.",
            string.Join(", ", codes)
        );
        return null;
    }

    private static Period? PeriodOf(MappedItem item, ItemFaults faults)
    {
        if (item[ValueField.Period] is not { } text)
        {
            faults.Required(ValueField.Period);
            return null;
        }
        if (PeriodText.Read(text) is { } period)
            return period;
        faults.Add(
            ValueField.Period,
            "period-invalid",
            $"«{text}» — не период. Напишите год, учебный год, полугодие или квартал.",
            "2020, 2019/2020, 2019/2020-H1, 2019-Q2"
        );
        return null;
    }

    // Of a school's indicator the column of territories helps to tell schools of one name apart, or holds the school's own code.
    private string? PlaceCodeOf(MappedItem item, IndicatorLevel? level, ItemFaults faults)
    {
        var territory = item[ValueField.PlaceCode];
        if (level is IndicatorLevel.Municipality or IndicatorLevel.Region)
        {
            if (territory is null)
                faults.Required(ValueField.PlaceCode);
            return territory is null ? null : TerritoryOf(territory);
        }
        if (item[ValueField.SchoolCode] is { } code)
            return code;
        if (item[ValueField.SchoolName] is { } name)
            return SchoolNamed(name, territory, faults);
        if (territory is null)
            faults.Required(
                item.Source(ValueField.SchoolName) is not null && item.Source(ValueField.SchoolCode) is null
                    ? ValueField.SchoolName
                    : ValueField.SchoolCode
            );
        return territory;
    }

    private string? SchoolNamed(string name, string? territory, ItemFaults faults)
    {
        var schools = names.Schools(name, territory is null ? null : TerritoryOf(territory));
        if (schools.Count == 1)
            return schools[0].Code;
        if (schools.Count == 0)
            faults.Add(ValueField.SchoolName, "school-unknown", $"Школа «{name}» не найдена среди ваших школ. Проверьте по реестру школ.");
        else
            faults.Add(
                ValueField.SchoolName,
                "school-ambiguous",
                $"Таких школ {schools.Count}: укажите код школы.",
                string.Join("; ", schools.Select(s => $"{s.Code} {s.Name}"))
            );
        return null;
    }

    private string TerritoryOf(string text) => names.Territories(text) is [var code] ? code : text;

    private static string? PartOf(MappedItem item, Indicator indicator, Period? period, ItemFaults faults)
    {
        if (item[ValueField.Breakdown] is not { } text)
            return Breakdown.Whole;
        var kind = ((period is { } p ? indicator.For(p) : null) ?? indicator.Current).Breakdown;
        var folded = SearchText.Fold(text);
        foreach (var part in Breakdown.PartsOf(kind))
            if (
                string.Equals(part, text, StringComparison.OrdinalIgnoreCase)
                || part.Length > 0 && SearchText.Fold(Breakdown.NameOf(part)) == folded
            )
                return part;
        var parts = Breakdown.PartsOf(kind).Where(p => p.Length > 0).Select(Breakdown.NameOf).ToList();
        faults.Add(
            ValueField.Breakdown,
            "breakdown-unknown",
            parts.Count == 0 ? "У этого показателя нет частей: оставьте ячейку пустой." : $"Части «{text}» у показателя нет.",
            parts.Count == 0 ? null : string.Join(", ", parts)
        );
        return null;
    }

    private static void Unknown(MappedItem item, IndicatorLevel level, string code, ItemFaults faults)
    {
        if (level == IndicatorLevel.School)
            faults.Add(
                item[ValueField.SchoolCode] is null && item[ValueField.SchoolName] is null ? ValueField.PlaceCode : ValueField.SchoolCode,
                "school-unknown",
                $"Школа с кодом «{code}» не найдена среди ваших школ. Проверьте по реестру школ."
            );
        else
            faults.Add(ValueField.PlaceCode, "place-unknown", $"Территория «{code}» не найдена или не ваша.");
    }

    /// <summary>What a row is about.</summary>
    internal sealed record About(Indicator Indicator, Place Place, Period Period, string Breakdown);
}
