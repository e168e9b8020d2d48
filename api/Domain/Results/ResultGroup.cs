namespace Opora.Domain.Results;

/// <summary>The results that are compared with each other: all schools of a region in one work of one year.</summary>
/// <param name="RegionCode">ISO 3166-2 code.</param>
/// <param name="Year">Calendar year; compared with the year before.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code, or <see cref="MainSubjects"/>.</param>
/// <param name="Grade">Grade, or <see cref="AllGrades"/> together with <see cref="MainSubjects"/>.</param>
/// <param name="Sitting">Empty when the year had one work.</param>
public readonly record struct ResultGroup(string RegionCode, int Year, Assessment Assessment, string Subject, int Grade, string Sitting)
{
    /// <summary>The composite «два основных предмета»: Russian and mathematics over all grades of ВПР.</summary>
    public const string MainSubjects = "main";

    /// <summary>Stands for «all grades»; on the wire it is null.</summary>
    public const int AllGrades = 0;

    public bool IsComposite => Subject == MainSubjects;

    /// <summary>
    /// The groups whose figures change when a result of this group changes: this one, the same of the next year, and for the two
    /// main subjects of ВПР the composite of both years.
    /// </summary>
    public IEnumerable<ResultGroup> Touched()
    {
        yield return this;
        yield return this with
        {
            Year = Year + 1,
        };
        if (Assessment != Assessment.VPR || Subject is not (Results.Subject.Russian or Results.Subject.Mathematics))
            yield break;
        var main = this with { Subject = MainSubjects, Grade = AllGrades };
        yield return main;
        yield return main with
        {
            Year = Year + 1,
        };
    }
}
