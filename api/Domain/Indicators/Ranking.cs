namespace Opora.Domain.Indicators;

/// <summary>Puts schools in order of an indicator.</summary>
public static class Ranking
{
    /// <summary>
    /// Best first by direction (of what is only watched the greatest first). Exactly equal values share a place, and the places after
    /// them are left out: 1, 2, 2, 4.
    /// </summary>
    public static IEnumerable<(T Item, int Place)> Places<T>(IEnumerable<T> items, Func<T, Measure> value, IndicatorDirection direction)
    {
        var sorted = direction == IndicatorDirection.LowerIsBetter ? items.OrderBy(value) : items.OrderByDescending(value);
        var (number, place) = (0, 0);
        Measure? former = null;
        foreach (var item in sorted)
        {
            number++;
            var measure = value(item);
            if (former is not { } before || before.CompareTo(measure) != 0)
                place = number;
            former = measure;
            yield return (item, place);
        }
    }
}
