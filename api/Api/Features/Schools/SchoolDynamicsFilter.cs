using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Persistence;

namespace Opora.Api.Features.Schools;

/// <summary>Schools whose mean in one work went a given way. Means are integers, so the database compares them exactly.</summary>
internal static class SchoolDynamicsFilter
{
    /// <summary>Whether no work is named.</summary>
    public static bool IsEmpty(ListSchools.Query query) => query is { Assessment: null, Subject: null, Grade: null, Year: null };

    /// <summary>Whether one work is named.</summary>
    public static bool IsComplete(ListSchools.Query query) =>
        query is { Assessment: not null, Year: > ResultRules.FirstYear }
        && Subject.OfCode(query.Subject) is not null
        && GradeOf(query) is not null;

    /// <summary>Narrows the schools.</summary>
    public static IQueryable<School> Apply(AppDbContext db, IQueryable<School> schools, Direction direction, ListSchools.Query query)
    {
        var (assessment, subject, grade, year) = (query.Assessment!.Value.Value, query.Subject!, GradeOf(query)!.Value, query.Year!.Value);
        var work = db.ExamResults.Where(r => r.Assessment == assessment && r.Subject == subject && r.Grade == grade);
        var pairs =
            from after in work
            join before in work on new { after.SchoolId, after.Sitting } equals new { before.SchoolId, before.Sitting }
            where
                after.Year == year
                && before.Year == year - 1
                && after.EffectiveMeanThousandths != null
                && before.EffectiveMeanThousandths != null
            select new { after.SchoolId, Change = after.EffectiveMeanThousandths - before.EffectiveMeanThousandths };
        return direction switch
        {
            Direction.Rising => schools.Where(s => pairs.Any(p => p.SchoolId == s.Id && p.Change > 0)),
            Direction.Falling => schools.Where(s => pairs.Any(p => p.SchoolId == s.Id && p.Change < 0)),
            Direction.Equal => schools.Where(s => pairs.Any(p => p.SchoolId == s.Id && p.Change == 0)),
            Direction.None => schools.Where(s => !pairs.Any(p => p.SchoolId == s.Id)),
            _ => schools.Where(s => false),
        };
    }

    private static int? GradeOf(ListSchools.Query query) => query.Grade ?? query.Assessment?.Value.UsualGrade();
}
