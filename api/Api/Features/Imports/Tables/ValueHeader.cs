using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>What tells the series of a wide table of values apart.</summary>
readonly record struct ValueSeriesKey(string? Period, string? Indicator);

/// <summary>
/// A header of a wide table of values taken apart: «2019/2020», «Числитель / 2019/2020», «Факт 2020», a name or code of an indicator, «Процент» below one.
/// </summary>
/// <param name="Field">The figure; the value itself when the header names none.</param>
/// <param name="Key">Period and indicator that the header names.</param>
sealed record ValueHeader(int Field, ValueSeriesKey Key)
{
    /// <summary>Takes a header apart; null when it is not that of a figure.</summary>
    /// <param name="header">Its parts, joined.</param>
    /// <param name="isIndicator">Whether a text names an indicator.</param>
    public static ValueHeader? Parse(string header, Func<string, bool> isIndicator)
    {
        // A name may hold what parts are joined with.
        if (isIndicator(header))
            return new(ValueField.Value, new(null, header));
        string? period = null,
            indicator = null;
        int? field = null;
        foreach (var part in header.Split(" / "))
            if (period is null && PeriodText.Read(part) is { } said)
                period = said.ToString();
            else if (field is null && FigureOf(FieldWords.Split(part)) is { } figure)
                field = figure;
            else if (
                period is null
                && field is null
                && PeriodText.FindYear(part, out var words) is { } year
                && FigureOf(words) is { } ofYear
            )
                (period, field) = (year.ToString(), ofYear);
            else if (indicator is null && isIndicator(part))
                indicator = part;
            else
                return null;
        return new(field ?? ValueField.Value, new(period, indicator));
    }

    static int? FigureOf(string[] words) =>
        words.Length > 0
        && FieldWords.Of(ImportKind.IndicatorValues).Exact(words) is { } field
        && FieldCatalog.Of(ImportKind.IndicatorValues).Fields[field].IsValue
            ? field
            : null;
}
