using System.Text.Json;
using Opora.Api.Http;
using Opora.Domain.Indicators;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>A set that comes with the product, in the form in which any set is exported.</summary>
/// <param name="Format">The format.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">Where it comes from.</param>
/// <param name="Indicators">Its indicators.</param>
internal sealed record ReadySet(string Format, string Code, string Name, string? Note, IReadOnlyList<JsonElement> Indicators)
{
    public IndicatorSetFacts Facts => new(Name, Note);

    /// <summary>Its indicators as they are taken.</summary>
    public IEnumerable<IndicatorOfFile> Items => Indicators.Select(i => i.Deserialize<IndicatorOfFile>(JsonOptions.Web)!);
}

/// <summary>The sets that come with the product: three programmes and monitorings that were really carried out.</summary>
internal static class ReadySets
{
    /// <summary>The targets of a programme of one school, Yelabuga 2020.</summary>
    public const string Yelabuga = "yelabuga-2020";

    /// <summary>The monitoring of the schools of a region, Smolensk 2018.</summary>
    public const string Smolensk = "smolensk-2018";

    /// <summary>The shares of a municipality's analytical note, Nazarovo 2021.</summary>
    public const string Nazarovo = "nazarovo-2021";

    private static readonly string[] Codes = [Yelabuga, Smolensk, Nazarovo];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReadySet> All { get; } = [.. Codes.Select(Read)];

    /// <summary>The one with this code; null when there is none.</summary>
    public static ReadySet? Find(string code) => All.FirstOrDefault(s => s.Code == code);

    private static ReadySet Read(string code)
    {
        using var file = typeof(ReadySets).Assembly.GetManifestResourceStream($"indicator-sets/{code}.json")!;
        return JsonSerializer.Deserialize<ReadySet>(file, JsonOptions.Web)!;
    }
}
