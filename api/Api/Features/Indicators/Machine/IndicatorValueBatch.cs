using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Opora.Api.Batches;
using Opora.Api.Http;
using Opora.Domain;

namespace Opora.Api.Features.Indicators.Machine;

/// <summary>Values of indicators as a program sends them.</summary>
/// <remarks>The description for the contract: <see cref="ValueItemReader"/> reads the body itself, so that each wrong item is told.</remarks>
/// <param name="Items">From 1 to 5,000 values.</param>
public sealed record IndicatorValueBatch(IReadOnlyList<IndicatorValueItem> Items) : IExampled<IndicatorValueBatch>
{
    /// <inheritdoc/>
    public static IndicatorValueBatch Example =>
        new([new IndicatorValueItem("own-01", "160312008", Period.CalendarYear(2020)) { Numerator = 12, Denominator = 43 }]);
}

/// <summary>
/// One value. Indicator, place, period and breakdown name it; a later value replaces the former one. A share has a numerator and a
/// denominator, or a percentage when its base is unknown; any other unit has a value.
/// </summary>
/// <param name="IndicatorCode">Code of the indicator.</param>
/// <param name="PlaceCode">Code of the school, municipality or region, whichever the indicator is about.</param>
/// <param name="Period">A year, half-year or quarter.</param>
public sealed record IndicatorValueItem(string IndicatorCode, string PlaceCode, Period Period)
{
    /// <summary>The part, <c>grade=5</c>; null for the whole.</summary>
    public string? Breakdown { get; init; }

    /// <summary>Numerator of a share.</summary>
    public long? Numerator { get; init; }

    /// <summary>Denominator of a share, more than 0.</summary>
    public long? Denominator { get; init; }

    /// <summary>Per cent of a share whose base is unknown, at most 3 decimals.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Value of any other unit, at most 3 decimals; yes is 1 and no is 0.</summary>
    public decimal? Value { get; init; }
}

/// <summary>The body of a posted batch of values; nothing is read before the handler wants it.</summary>
public sealed class IndicatorValueBody : IEndpointParameterMetadataProvider
{
    private readonly HttpRequest _request;

    private IndicatorValueBody(HttpRequest request) => _request = request;

    /// <summary>Takes the request as it is.</summary>
    public static ValueTask<IndicatorValueBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult<IndicatorValueBody?>(new IndicatorValueBody(context.Request));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(IndicatorValueBatch)));

    /// <summary>Reads the items.</summary>
    /// <exception cref="Problem">400, 413, 415, 422.</exception>
    internal Task<ReadValues> Read(CancellationToken cancellationToken) =>
        BatchBytes.Read(_request, ValueItemReader.Read, cancellationToken);
}
