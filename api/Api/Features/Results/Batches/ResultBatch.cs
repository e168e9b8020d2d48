using System.Text.Json.Serialization;
using Opora.Api.Http;
using Opora.Domain.Results;

namespace Opora.Api.Features.Results.Batches;

/// <summary>Results as a program sends them.</summary>
/// <remarks>The description for the contract: <see cref="BatchReader"/> reads the body itself, so that each wrong item is told.</remarks>
/// <param name="Items">From 1 to 5,000 results.</param>
public sealed record ResultBatch(IReadOnlyList<ResultItem> Items) : IExampled<ResultBatch>
{
    /// <inheritdoc/>
    public static ResultBatch Example =>
        new([
            new ResultItem(2019, Assessment.VPR, Subject.Russian, 5, "160312002")
            {
                Participants = 73,
                Mean = 3.288m,
                BelowThreshold = 19,
                Marks = new MarksInCounts(19, 20, 28, 6),
            },
            new ResultItem(2019, Assessment.VPR, Subject.Mathematics, 4, "160312002")
            {
                Participants = 73,
                MarksPercent = new MarksInPercent(0, 15, 35, 49.9m),
            },
            new ResultItem(2019, Assessment.EGE, "physics", 11, PlaceCode: "92626000") { Mean = 54.4m },
        ]);
}

/// <summary>
/// One result. The school (or place), year, assessment, subject, grade and sitting name it; a later value replaces the former one. At
/// least one of mean, belowThreshold and marks is needed.
/// </summary>
/// <param name="Year">Calendar year of the assessment.</param>
/// <param name="Assessment">Kind of assessment.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Grade">Grade.</param>
/// <param name="SchoolCode">Code of the school. Either this or placeCode.</param>
/// <param name="PlaceCode">Region or municipality whose published result it is. Either this or schoolCode.</param>
public sealed record ResultItem(
    int Year,
    Assessment Assessment,
    string Subject,
    int Grade,
    string? SchoolCode = null,
    string? PlaceCode = null
)
{
    /// <summary>Tells two works of one year apart; null when there is only one.</summary>
    public string? Sitting { get; init; }

    /// <summary>Pupils who took part; null when unknown.</summary>
    public int? Participants { get; init; }

    /// <summary>Mean with at most 3 decimals.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Pupils below the minimum.</summary>
    public int? BelowThreshold { get; init; }

    /// <summary>Pupils by mark.</summary>
    public MarksInCounts? Marks { get; init; }

    /// <summary>Per cent of the participants by mark, instead of <c>marks</c>.</summary>
    public MarksInPercent? MarksPercent { get; init; }
}

/// <summary>Pupils by mark.</summary>
/// <param name="Two">Pupils with «2».</param>
/// <param name="Three">Pupils with «3».</param>
/// <param name="Four">Pupils with «4».</param>
/// <param name="Five">Pupils with «5».</param>
public sealed record MarksInCounts(
    [property: JsonPropertyName("2")] int Two,
    [property: JsonPropertyName("3")] int Three,
    [property: JsonPropertyName("4")] int Four,
    [property: JsonPropertyName("5")] int Five
);

/// <summary>Per cent of the participants by mark, at most 2 decimals; they add up to 99.5 to 100.5.</summary>
/// <param name="Two">Per cent with «2».</param>
/// <param name="Three">Per cent with «3».</param>
/// <param name="Four">Per cent with «4».</param>
/// <param name="Five">Per cent with «5».</param>
public sealed record MarksInPercent(
    [property: JsonPropertyName("2")] decimal Two,
    [property: JsonPropertyName("3")] decimal Three,
    [property: JsonPropertyName("4")] decimal Four,
    [property: JsonPropertyName("5")] decimal Five
);
