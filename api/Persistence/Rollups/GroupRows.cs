using System.Linq.Expressions;
using Opora.Domain.Results;

namespace Opora.Persistence.Rollups;

/// <summary>One result as comparisons read it: a few columns of the row.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Sitting">Empty when the year had one work.</param>
/// <param name="EffectiveMean">The mean that is compared, in thousandths.</param>
/// <param name="Values">Everything else.</param>
public readonly record struct GroupRow(
    Guid SchoolId,
    int Year,
    string Subject,
    int Grade,
    string Sitting,
    int? EffectiveMean,
    ResultValues Values
)
{
    /// <summary>The row as the calculation takes it.</summary>
    public GroupResult Result => new(SchoolId, Year, Subject, EffectiveMean, Values);

    /// <summary>Reads the columns.</summary>
    public static readonly Expression<Func<ExamResult, GroupRow>> Columns = r => new GroupRow(
        r.SchoolId,
        r.Year,
        r.Subject,
        r.Grade,
        r.Sitting,
        r.EffectiveMeanThousandths,
        new ResultValues(r.Participants, r.MeanThousandths, r.BelowThreshold, r.MarksForm, r.Mark2, r.Mark3, r.Mark4, r.Mark5)
    );
}

/// <summary>Which results a group is computed from.</summary>
public static class GroupResults
{
    private static readonly string[] MainSubjects = [Subject.Russian, Subject.Mathematics];

    /// <summary>
    /// Results of the group's work in these years, of every school that the caller reaches. It goes from the schools, each of which
    /// finds its few results by the natural key: an index of groups would cost every import more than it saves here.
    /// </summary>
    public static IQueryable<ExamResult> ResultsOfWork(this AppDbContext db, ResultGroup group, IReadOnlyList<int> years)
    {
        var work = db
            .Schools.Join(db.ExamResults, s => s.Id, r => r.SchoolId, (s, r) => r)
            .Where(r => years.Contains(r.Year) && r.Assessment == group.Assessment && r.Sitting == group.Sitting);
        return group.IsComposite
            ? work.Where(r => MainSubjects.Contains(r.Subject))
            : work.Where(r => r.Subject == group.Subject && r.Grade == group.Grade);
    }
}
