using System.Runtime.CompilerServices;

namespace Opora.Api.Tests.Support;

/// <summary>The sources that these tests were built from.</summary>
public static class SourceTree
{
    /// <summary>A path under the repository's root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
