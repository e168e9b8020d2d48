using System.Linq.Expressions;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Results.Pulling;

/// <summary>A stored result as it is pulled.</summary>
internal sealed record ResultLine(
    Guid Id,
    string RegionCode,
    string SchoolCode,
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
    /// <summary>The school's code comes by a subquery: a join might turn the order of reading round.</summary>
    public static Expression<Func<ExamResult, ResultLine>> From(AppDbContext db) =>
        r => new ResultLine(
            r.Id,
            r.RegionCode,
            db.Schools.Where(s => s.Id == r.SchoolId).Select(s => s.Code).First(),
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

    /// <summary>The same to be read by a third party: what is over few pupils, or over nobody knows how many, is withheld.</summary>
    public PulledResult ToPulled(bool outward)
    {
        var shown = ShownValues.Of(Values, EffectiveMeanThousandths, outward);
        return new PulledResult(
            Id,
            SchoolCode,
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
