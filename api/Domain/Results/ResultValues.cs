namespace Opora.Domain.Results;

/// <summary>What an assessment gave for one school or place; everything that may change when a later file corrects it.</summary>
/// <param name="Participants">Pupils who took part; null when unknown.</param>
/// <param name="MeanThousandths">Mean as sent, in thousandths of a point or mark; null when none was sent.</param>
/// <param name="BelowThreshold">Pupils below the minimum; null when unknown.</param>
/// <param name="MarksForm">How the marks were sent; null when there are none, and then the four marks are null too.</param>
/// <param name="Mark2">Pupils with «2», or hundredths of a per cent.</param>
/// <param name="Mark3">The same for «3».</param>
/// <param name="Mark4">The same for «4».</param>
/// <param name="Mark5">The same for «5».</param>
public readonly record struct ResultValues(
    int? Participants,
    int? MeanThousandths,
    int? BelowThreshold,
    MarksForm? MarksForm = null,
    int? Mark2 = null,
    int? Mark3 = null,
    int? Mark4 = null,
    int? Mark5 = null
)
{
    /// <summary>Pupils behind the figures: the participants, else the sum of the marks where these came as counts, else null.</summary>
    public int? Pupils =>
        Participants
        ?? (
            this is { MarksForm: Results.MarksForm.Counts, Mark2: { } two, Mark3: { } three, Mark4: { } four, Mark5: { } five }
                ? two + three + four + five
                : null
        );

    /// <summary>
    /// The mean that is compared and weighted, in thousandths: the one sent, else the mean of the marks, else null. An ЕГЭ in
    /// points has no mean of marks: 3,5 would pass for three and a half points of a hundred.
    /// </summary>
    public int? EffectiveMean(Assessment assessment, Subject subject) =>
        MeanThousandths ?? (subject.ScaleOf(assessment, null) == ResultScale.Marks ? MarkDistribution.Of(this)?.MeanThousandths : null);
}
