using System.Text.Json.Serialization;

namespace Opora.Domain.Imports;

/// <summary>What a table holds, one kind a file; named as on the wire.</summary>
public enum ImportKind
{
    /// <summary>Results of schools and published results of places.</summary>
    [JsonStringEnumMemberName("exam-results")]
    ExamResults,

    /// <summary>The register of schools.</summary>
    [JsonStringEnumMemberName("schools")]
    Schools,

    /// <summary>Municipalities with their ОКТМО codes.</summary>
    [JsonStringEnumMemberName("municipalities")]
    Municipalities,

    /// <summary>Schools of a supported list, with the order that approved it.</summary>
    [JsonStringEnumMemberName("cohort-members")]
    CohortMembers,

    /// <summary>Values of indicators.</summary>
    [JsonStringEnumMemberName("indicator-values")]
    IndicatorValues,

    /// <summary>Staff lists of schools.</summary>
    [JsonStringEnumMemberName("teachers")]
    Teachers,
}

/// <summary>Names of <see cref="ImportKind"/> as they stand in addresses and stored rows.</summary>
public static class ImportKinds
{
    static readonly (ImportKind Kind, string Name)[] Names =
    [
        (ImportKind.ExamResults, "exam-results"),
        (ImportKind.Schools, "schools"),
        (ImportKind.Municipalities, "municipalities"),
        (ImportKind.CohortMembers, "cohort-members"),
        (ImportKind.IndicatorValues, "indicator-values"),
        (ImportKind.Teachers, "teachers"),
    ];

    /// <summary>All names, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    /// <summary>The name of a kind, e.g. <c>exam-results</c>.</summary>
    public static string Name(this ImportKind kind) => Names[(int)kind].Name;

    /// <summary>The kind of that exact name, or null.</summary>
    public static ImportKind? Named(string? name)
    {
        foreach (var (kind, known) in Names)
            if (string.Equals(known, name, StringComparison.Ordinal))
                return kind;
        return null;
    }
}
