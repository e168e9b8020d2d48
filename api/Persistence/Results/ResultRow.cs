using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Persistence.Results;

/// <summary>A school as results need it: who it is and where it stands now.</summary>
public sealed record SchoolPlace(Guid Id, string RegionCode, string MunicipalityCode) : IPlaced
{
    string? IPlaced.MunicipalityCode => MunicipalityCode;

    Guid? IPlaced.SchoolId => Id;
}

/// <summary>One school's result to store, already found right by <see cref="ResultRules"/>.</summary>
/// <param name="School">The school, found within the caller's scope.</param>
/// <param name="Year">Calendar year of the assessment.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Code of a <see cref="Domain.Results.Subject"/>.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Sitting">Empty when the year had one work.</param>
/// <param name="Values">What came out.</param>
/// <param name="SourceRow">Row of the file as people see it; null when there is no file.</param>
public sealed record ResultRow(
    SchoolPlace School,
    int Year,
    Assessment Assessment,
    string Subject,
    int Grade,
    string Sitting,
    ResultValues Values,
    int? SourceRow = null
)
{
    internal int? EffectiveMean => Values.EffectiveMean(Assessment, Domain.Results.Subject.OfCode(Subject)!);

    internal ResultGroup Group => new(School.RegionCode, Year, Assessment, Subject, Grade, Sitting);
}

/// <summary>The region (municipality null) or municipality that a published result speaks of.</summary>
public sealed record PublishedPlace(string RegionCode, string? MunicipalityCode) : IPlaced
{
    /// <summary>Code of the municipality where there is one, else of the region.</summary>
    public string Code => MunicipalityCode ?? RegionCode;

    Guid? IPlaced.SchoolId => null;
}

/// <summary>One published result of a place to store, already found right by <see cref="ResultRules"/>.</summary>
/// <param name="Place">The place, within the caller's scope.</param>
/// <param name="Year">Calendar year of the assessment.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Code of a <see cref="Domain.Results.Subject"/>.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Sitting">Empty when the year had one work.</param>
/// <param name="Values">What came out.</param>
/// <param name="SourceRow">Row of the file as people see it; null when there is no file.</param>
public sealed record PublishedRow(
    PublishedPlace Place,
    int Year,
    Assessment Assessment,
    string Subject,
    int Grade,
    string Sitting,
    ResultValues Values,
    int? SourceRow = null
);

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>Known with the same values: nothing was written.</summary>
    Unchanged,

    /// <summary>Not known before.</summary>
    Created,

    /// <summary>Known with other values, which are kept as a revision.</summary>
    Updated,
}

/// <summary>What a rollback did.</summary>
/// <param name="Restored">Results that have their former values again.</param>
/// <param name="Deleted">Results that the import had created and that are gone.</param>
public sealed record TakenBack(int Restored, int Deleted);
