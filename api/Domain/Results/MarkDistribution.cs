namespace Opora.Domain.Results;

/// <summary>Pupils by mark.</summary>
public readonly record struct MarkCounts(int Two, int Three, int Four, int Five)
{
    /// <summary>Pupils with any mark.</summary>
    public long Total => (long)Two + Three + Four + Five;
}

/// <summary>Shares by mark in hundredths of a per cent.</summary>
public readonly record struct MarkPercents(int Two, int Three, int Four, int Five)
{
    /// <summary>Sum of the four; rounding by the sender may leave it off 10 000 by up to 50.</summary>
    public long Total => (long)Two + Three + Four + Five;
}

/// <summary>«Качество» or «успеваемость».</summary>
/// <param name="PercentHundredths">Hundredths of a per cent, from the form that was sent.</param>
/// <param name="Pupils">The same in pupils, from the counts sent or derived; null when only percentages are known.</param>
public readonly record struct MarkShare(long PercentHundredths, Ratio? Pupils);

/// <summary>
/// Marks «2» to «5» of one result. What was sent is kept; the other form is derived: percentages from counts by rounding half
/// away from zero to hundredths, counts from percentages and participants by the method of largest remainders, so that
/// they add up to the participants even where the percentages add up to 99,9.
/// Source: rule 3 of the domain description; «качество» = «4» + «5», «успеваемость» = «3» + «4» + «5».
/// </summary>
public readonly record struct MarkDistribution
{
    /// <summary>How far a sum of percentages may be from 100 because of rounding: 0,5 in hundredths.</summary>
    public const int PercentTolerance = 50;

    /// <summary>100 % in hundredths.</summary>
    public const int WholePercent = 10_000;

    MarkDistribution(MarksForm form, MarkCounts? counts, MarkPercents percents) => (Form, Counts, Percents) = (form, counts, percents);

    /// <summary>The form that was sent.</summary>
    public MarksForm Form { get; }

    /// <summary>Counts as sent, or derived; null when percentages came without the participants.</summary>
    public MarkCounts? Counts { get; }

    /// <summary>Percentages as sent, or derived.</summary>
    public MarkPercents Percents { get; }

    /// <summary>The distribution of a result, or null when it has no marks or nobody received one.</summary>
    public static MarkDistribution? Of(in ResultValues values)
    {
        if (values is not { MarksForm: { } form, Mark2: { } two, Mark3: { } three, Mark4: { } four, Mark5: { } five })
            return null;
        if ((long)two + three + four + five == 0)
            return null;
        if (form == MarksForm.Counts)
        {
            var counts = new MarkCounts(two, three, four, five);
            return new(form, counts, PercentsOf(counts));
        }
        var percents = new MarkPercents(two, three, four, five);
        return new(form, values.Participants is > 0 and var participants ? CountsOf(percents, participants) : null, percents);
    }

    /// <summary>Share of «4» and «5».</summary>
    public MarkShare Quality =>
        Form == MarksForm.Counts
            ? OfCounts(Counts!.Value.Four + (long)Counts.Value.Five)
            : new((long)Percents.Four + Percents.Five, Counts is { } c ? new Ratio((long)c.Four + c.Five, c.Total) : null);

    /// <summary>Share of «3», «4» and «5».</summary>
    public MarkShare Success =>
        Form == MarksForm.Counts
            ? OfCounts(Counts!.Value.Total - Counts.Value.Two)
            : new(Percents.Total - Percents.Two, Counts is { } c ? new Ratio(c.Total - c.Two, c.Total) : null);

    /// <summary>
    /// Σ k · n_k / Σ n_k in thousandths, half away from zero; from counts (sent or derived) where they are known, so that the
    /// same marks give the same mean in either form, else from the percentages.
    /// </summary>
    public int MeanThousandths =>
        Counts is { } c ? Mean(c.Two, c.Three, c.Four, c.Five) : Mean(Percents.Two, Percents.Three, Percents.Four, Percents.Five);

    MarkShare OfCounts(long pupils)
    {
        var ratio = new Ratio(pupils, Counts!.Value.Total);
        return new(ratio.PercentHundredths!.Value, ratio);
    }

    static int Mean(long two, long three, long four, long five) =>
        (int)Rounding.Divide((2 * two + 3 * three + 4 * four + 5 * five) * 1_000, two + three + four + five);

    static MarkPercents PercentsOf(MarkCounts counts)
    {
        var total = counts.Total;
        return new(Share(counts.Two), Share(counts.Three), Share(counts.Four), Share(counts.Five));
        int Share(long count) => (int)Rounding.Divide(count * WholePercent, total);
    }

    static MarkCounts CountsOf(MarkPercents percents, int participants)
    {
        var total = percents.Total;
        Span<long> quotas = [percents.Two, percents.Three, percents.Four, percents.Five];
        Span<int> counts = stackalloc int[4];
        var left = participants;
        for (var i = 0; i < 4; i++)
        {
            quotas[i] *= participants;
            counts[i] = (int)(quotas[i] / total);
            quotas[i] %= total;
            left -= counts[i];
        }
        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < 4; i++)
                if (quotas[i] > quotas[largest])
                    largest = i;
            counts[largest]++;
            quotas[largest] = -1;
        }
        return new(counts[0], counts[1], counts[2], counts[3]);
    }
}
