using System.Text.Json;

namespace Opora.Api.Tests.Features.Results;

/// <summary>The figures of one group of an answer, as tests compare them.</summary>
internal sealed record Figures(int Rising, int Falling, int Equal, int Mixed, int WithoutComparison, string Share)
{
    /// <summary>Reads them.</summary>
    public static Figures Of(JsonElement group) =>
        new(
            Int(group, "rising"),
            Int(group, "falling"),
            Int(group, "equal"),
            Int(group, "mixed"),
            Int(group, "withoutComparison"),
            ShareOf(group)
        );

    /// <summary>The figures of the group with this key.</summary>
    public static Figures Of(JsonElement answer, string key) =>
        Of(answer.GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("key").GetString() == key));

    private static int Int(JsonElement group, string name) => group.GetProperty(name).GetInt32();

    private static string ShareOf(JsonElement group)
    {
        var share = group.GetProperty("share");
        return share.ValueKind == JsonValueKind.Null ? "–" : $"{Int(share, "numerator")}/{Int(share, "denominator")}";
    }
}
