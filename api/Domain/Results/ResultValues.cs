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
);
