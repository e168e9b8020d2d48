using System.Text.Json;
using System.Text.Json.Serialization;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Domain.Imports;

namespace Opora.Api.Demo;

/// <summary>What the demo consists of: <c>manifest.json</c> beside the tables.</summary>
/// <param name="Regions">Regions to be made.</param>
/// <param name="Indicators">Ready-made sets with values, after the tables.</param>
/// <param name="Partnerships">Agreements with partners, after the tables.</param>
/// <param name="Training">Courses and who was on them, after the tables.</param>
/// <param name="Tutors">Tutors and the schools that they help, after the tables.</param>
/// <param name="Associations">Associations of teachers with their meetings, after the tables.</param>
/// <param name="Diagnostics">Diagnostics of teachers with what came out, after the tables.</param>
/// <param name="Support">Requests for specialists with their sessions, after the tables.</param>
/// <param name="Files">Tables to be imported, in this order.</param>
internal sealed record DemoManifest(
    IReadOnlyList<DemoRegion> Regions,
    IReadOnlyList<DemoIndicatorFile> Indicators,
    IReadOnlyList<DemoPartnershipFile> Partnerships,
    IReadOnlyList<DemoRegisterFile> Training,
    IReadOnlyList<DemoRegisterFile> Tutors,
    IReadOnlyList<DemoRegisterFile> Associations,
    IReadOnlyList<DemoRegisterFile> Diagnostics,
    IReadOnlyList<DemoRegisterFile> Support,
    IReadOnlyList<DemoFile> Files
)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "sample-data");

    /// <summary>Reads the manifest that was built with the product.</summary>
    public static async Task<DemoManifest> Read(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(PathOf("manifest.json"));
        return (await JsonSerializer.DeserializeAsync<DemoManifest>(file, JsonOptions.Web, cancellationToken))!;
    }

    /// <summary>Where a file of the demo lies.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, file);
}

/// <summary>A region with its own names of the categories.</summary>
internal sealed record DemoRegion(string Code, string Name, string TimeZone, string LowResultsLabel, string AdverseConditionsLabel);

/// <summary>A ready-made set that a region adopts, with the periods that are opened and a table of values and targets.</summary>
internal sealed record DemoIndicatorFile(string Set, string Region, string File, IReadOnlyList<Period> Periods);

/// <summary>A table of agreements with partners of a region.</summary>
internal sealed record DemoPartnershipFile(string Region, string File);

/// <summary>A table of a register of a region.</summary>
internal sealed record DemoRegisterFile(string Region, string File);

/// <summary>A table, and by which mapping it is read.</summary>
internal sealed record DemoFile(
    string File,
    [property: JsonRequired] string Region,
    ImportKind Kind,
    ImportMode Mode,
    string MappingName,
    MappingSpec Mapping
);
