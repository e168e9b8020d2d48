namespace Opora.Api.Features.Schools;

/// <summary>A school as a row of the register, with what is the caller's own.</summary>
public sealed record ListedSchool : SchoolSummary
{
    internal ListedSchool(SchoolSummary summary)
        : base(summary) { }

    /// <summary>Whether the caller keeps an eye on it.</summary>
    public required bool Starred { get; init; }
}
