using System.Linq.Expressions;
using Opora.Api.Figures;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>A stored result as it is pulled.</summary>
internal sealed record ResultLine(
    Guid Id,
    Guid SchoolId,
    int Year,
    Assessment Assessment,
    string Subject,
    int Grade,
    string Sitting,
    ResultValues Values,
    int? EffectiveMeanThousandths,
    Guid ImportId,
    DateTime RecordedAt
)
{
    /// <summary>Reads the columns.</summary>
    public static readonly Expression<Func<ExamResult, ResultLine>> Columns = r => new ResultLine(
        r.Id,
        r.SchoolId,
        r.Year,
        r.Assessment,
        r.Subject,
        r.Grade,
        r.Sitting,
        new ResultValues(r.Participants, r.MeanThousandths, r.BelowThreshold, r.MarksForm, r.Mark2, r.Mark3, r.Mark4, r.Mark5),
        r.EffectiveMeanThousandths,
        r.ImportId,
        r.RecordedAt
    );

    /// <summary>The line of a published result.</summary>
    public static ResultLine Of(ReferenceResult r) =>
        new(
            r.Id,
            Guid.Empty,
            r.Year,
            r.Assessment,
            r.Subject,
            r.Grade,
            r.Sitting,
            r.Values,
            r.EffectiveMeanThousandths,
            r.ImportId,
            r.RecordedAt
        )
        {
            PlaceCode = r.PlaceCode,
        };

    /// <summary>Code of the school; null of a published result.</summary>
    public string? SchoolCode { get; init; }

    /// <summary>Code of the place that published it; null of a school's.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>
    /// As it leaves; for third parties what is over few pupils, or over nobody knows how many, is withheld. What a place has published
    /// everybody may know.
    /// </summary>
    public PulledResult ToPulled(Disclosure disclosure)
    {
        var shown = ShownValues.Of(Values, EffectiveMeanThousandths, disclosure with { Outward = disclosure.Outward && PlaceCode is null });
        return new PulledResult(
            Id,
            SchoolCode,
            PlaceCode,
            Year,
            Assessment,
            Subject,
            Grade,
            Sitting.Length == 0 ? null : Sitting,
            shown.Participants,
            shown.Mean,
            shown.MeanDerived,
            shown.BelowThreshold,
            shown.Marks,
            shown.MarksPercent,
            shown.Small,
            shown.Suppressed,
            ImportId,
            RecordedAt
        );
    }
}
