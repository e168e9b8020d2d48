using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;

namespace Opora.Api.Tests.Support;

/// <summary>Pairings that tests start from.</summary>
public static class GivenMentorings
{
    /// <summary>A teacher helped by somebody of a school, from this day on.</summary>
    public static Mentoring Pair(Teacher learner, School mentor, DateOnly from, Teacher? who = null, DateOnly? until = null) =>
        new(
            new MentoringFacts(MentoringKind.Teachers, "Освоить смысловое чтение", from, until),
            [
                new MentoringSide(
                    MentoringRole.Supported,
                    learner.RegionCode,
                    learner.MunicipalityCode,
                    learner.SchoolId,
                    TeacherId: learner.Id
                ),
                new MentoringSide(MentoringRole.Mentor, mentor.RegionCode, mentor.MunicipalityCode, mentor.Id, TeacherId: who?.Id),
            ]
        );

    /// <summary>A teacher of a school.</summary>
    public static Teacher Teacher(School school, string name) => new(school, new TeacherFacts(name, ["russian"]), new DateOnly(2020, 9, 1));
}
