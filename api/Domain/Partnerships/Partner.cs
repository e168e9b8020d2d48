using Opora.Domain.Places;
using Opora.Domain.Results;

namespace Opora.Domain.Partnerships;

/// <summary>What a strong school can give.</summary>
/// <param name="Capacity">How many schools it can help at once; null when it has not said.</param>
/// <param name="Subjects">Codes of the subjects in which it is strong; empty when it helps in general.</param>
/// <param name="Note">What it offers, in words.</param>
public sealed record PartnerFacts(int? Capacity, IReadOnlyList<string> Subjects, string? Note);

/// <summary>
/// A school that helps others. Everybody in the region may find it; it is written by whoever answers for the school. Organisations need
/// no such row: all of them may be partners.
/// </summary>
public sealed class Partner : IPlaced, IOffered, IVersioned, IHistoried
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 1_000;

    /// <summary>Most schools that one can help.</summary>
    public const int MostCapacity = 500;

    private Partner() { }

    /// <summary>Says that a school helps others.</summary>
    public Partner(School school, PartnerFacts facts)
    {
        SchoolId = school.Id;
        RegionCode = school.RegionCode;
        MunicipalityCode = school.MunicipalityCode;
        Version = 1;
        Revise(facts);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc cref="IPlaced.RegionCode"/>
    public string RegionCode { get; private set; } = "";

    /// <summary>Where the school stands now.</summary>
    public string MunicipalityCode { get; private set; } = "";

    string? IPlaced.MunicipalityCode => MunicipalityCode;

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    Guid? IPlaced.SchoolId => SchoolId;

    /// <summary>How many schools it can help at once.</summary>
    public int? Capacity { get; private set; }

    /// <summary>The subjects in which it is strong, as <see cref="SubjectList"/> keeps them.</summary>
    public string SubjectCodes { get; private set; } = " ";

    /// <summary>Codes of the subjects in which it is strong.</summary>
    public IReadOnlyList<string> Subjects => SubjectList.Of(SubjectCodes);

    /// <summary>What it offers.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    object IHistoried.HistoryKey => Id;

    /// <summary>Corrects what it can give.</summary>
    public void Revise(PartnerFacts facts) =>
        (Capacity, SubjectCodes, Note) = (facts.Capacity, SubjectList.Text(facts.Subjects), facts.Note);
}
