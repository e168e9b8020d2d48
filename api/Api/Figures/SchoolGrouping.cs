using System.Text.Json.Serialization;

namespace Opora.Api.Figures;

/// <summary>By what figures over schools are told apart.</summary>
public enum SchoolGrouping
{
    /// <summary>All that the caller reaches of a region, as one group.</summary>
    [JsonStringEnumMemberName("region")]
    Region,

    /// <summary>One group a municipality: where the schools stood on 1 June of the year.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary>One group a category of the year's list; a school in both categories counts in each of the two, and once more in «Both».</summary>
    [JsonStringEnumMemberName("category")]
    Category,

    /// <summary>One group a list of supported schools.</summary>
    [JsonStringEnumMemberName("cohort")]
    Cohort,
}
