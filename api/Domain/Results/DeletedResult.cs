using Opora.Domain.Places;

namespace Opora.Domain.Results;

/// <summary>What is left of an <see cref="ExamResult"/> that was taken back: the change feed tells of it, so that copies can follow.</summary>
public sealed class DeletedResult : IPlaced
{
    /// <summary>Id that the result had.</summary>
    public required Guid Id { get; init; }
    public required string RegionCode { get; init; }
    public required string MunicipalityCode { get; init; }

    string? IPlaced.MunicipalityCode => MunicipalityCode;
    public required Guid SchoolId { get; init; }

    Guid? IPlaced.SchoolId => SchoolId;
    public required int Year { get; init; }
    public required Assessment Assessment { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public string Sitting { get; init; } = "";

    /// <summary>The import that had brought it and was rolled back.</summary>
    public required Guid ImportId { get; init; }
    public required DateTime DeletedAt { get; init; }

    /// <summary>Place in the change feed.</summary>
    public long ChangeNo { get; init; }
}
