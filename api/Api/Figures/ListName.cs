using Opora.Domain.Identification;

namespace Opora.Api.Figures;

/// <summary>A list of supported schools by its key and year.</summary>
internal sealed record ListName(Guid Id, string RegionCode, int ResultsYear, string Name);

/// <summary>Which categories of a list are meant when one is asked for.</summary>
internal static class CategoryFilter
{
    /// <summary>Whether a school in this category is meant; «Both» is in each of the two, and without a filter all are.</summary>
    public static bool Takes(this SupportCategory? wanted, SupportCategory category) =>
        wanted is null || category == wanted || category == SupportCategory.Both;
}
