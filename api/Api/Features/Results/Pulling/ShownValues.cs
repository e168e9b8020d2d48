using Opora.Api.Features.Results.Batches;
using Opora.Api.Figures;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>Values as they are shown: decimals for scaled numbers, marks in the form in which they were sent, small figures withheld.</summary>
internal readonly record struct ShownValues(
    int? Participants,
    decimal? Mean,
    bool MeanDerived,
    int? BelowThreshold,
    MarksInCounts? Marks,
    MarksInPercent? MarksPercent,
    bool Small,
    bool Suppressed
)
{
    private const decimal PercentScale = 100;

    /// <summary>
    /// Shows values. To third parties nothing goes outward over too few pupils, nor over an unknown number of them: it might be
    /// as small.
    /// </summary>
    public static ShownValues Of(in ResultValues values, int? effectiveMean, Disclosure disclosure)
    {
        var small = disclosure.Small.IsSmall(values.Pupils);
        if (disclosure.Withholds(values.Pupils))
            return new ShownValues(null, null, false, null, null, null, small, true);
        var marks = values is { Mark2: { } two, Mark3: { } three, Mark4: { } four, Mark5: { } five }
            ? new MarksInCounts(two, three, four, five)
            : null;
        return new ShownValues(
            values.Participants,
            Thousandths.Shown(effectiveMean),
            values.MeanThousandths is null && effectiveMean is not null,
            values.BelowThreshold,
            values.MarksForm == MarksForm.Counts ? marks : null,
            values.MarksForm == MarksForm.Percent && marks is { } m
                ? new MarksInPercent(m.Two / PercentScale, m.Three / PercentScale, m.Four / PercentScale, m.Five / PercentScale)
                : null,
            small,
            false
        );
    }
}
