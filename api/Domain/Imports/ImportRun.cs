using System.Text.Json;
using Opora.Domain.Places;

namespace Opora.Domain.Imports;

/// <summary>
/// One file or batch on its way into the product: a state machine that survives a restart at any point. <see cref="RowsDone"/> is
/// saved in the transaction that writes those rows, so whoever goes on after a crash goes on right there. <see cref="Version"/>
/// fences: of two who believe to hold the run, only one can save.
/// </summary>
public sealed partial class ImportRun : IVersioned, IPlaced
{
    /// <summary>Longest file name kept.</summary>
    public const int FileNameLength = 260;

    /// <summary>Longest message.</summary>
    public const int MessageLength = 1_000;

    /// <summary>Length of a SHA-256 in hex.</summary>
    public const int HashLength = 64;

    /// <summary>Most cells that one import may have put right.</summary>
    public const int MostCorrections = 10_000;

    private ImportRun() { }

    private ImportRun(ImportKind kind, ImportSource source, ImportAsker by, ImportMode mode, bool dryRun, DateTime at)
    {
        Kind = kind;
        Source = source;
        RegionCode = by.RegionCode;
        MunicipalityCode = by.MunicipalityCode;
        ActorKind = by.Actor.Kind;
        ActorId = by.Actor.Id;
        Mode = mode;
        DryRun = dryRun;
        CreatedAt = at;
        Version = 1;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public string RegionCode { get; private set; } = "";

    /// <inheritdoc/>
    public string? MunicipalityCode { get; private set; }

    Guid? IPlaced.SchoolId => null;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What the items are.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>Batch or file.</summary>
    public ImportSource Source { get; private set; }

    /// <summary>How far it has come.</summary>
    public ImportState State { get; private set; }

    /// <summary>What it does now or next.</summary>
    public ImportStep Step { get; private set; }

    /// <summary>All or nothing, or good items only.</summary>
    public ImportMode Mode { get; private set; }

    /// <summary>Whether everything is done and nothing is kept.</summary>
    public bool DryRun { get; private set; }

    /// <summary>Whether a person says what the columns are and looks at the check before anything is loaded.</summary>
    public bool Confirm { get; private set; }

    /// <summary>Name given by the sender; null for a batch.</summary>
    public string? FileName { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the file in lower-case hex; null for a batch.</summary>
    public string? Hash { get; private set; }

    /// <summary>The mapping as JSON (<see cref="MappingSpec"/>); null until it is said or guessed.</summary>
    public string? Mapping { get; private set; }

    /// <summary>Name of the saved mapping that is used.</summary>
    public string? MappingName { get; private set; }

    /// <summary>Cells put right, as JSON (list of <see cref="CellCorrection"/>).</summary>
    public string Corrections { get; private set; } = "[]";

    /// <summary>Rows of the sheet; null until counted.</summary>
    public int? RowsTotal { get; private set; }

    /// <summary>Rows worked through in the present step: the checkpoint.</summary>
    public int RowsDone { get; private set; }

    /// <summary>Items without an error, as the check found.</summary>
    public int Ready { get; private set; }

    /// <summary>Items read.</summary>
    public int Received { get; private set; }

    /// <summary>Items not known before.</summary>
    public int Created { get; private set; }

    /// <summary>Items known with other values.</summary>
    public int Updated { get; private set; }

    /// <summary>Items known with the same values.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Items not applied.</summary>
    public int Rejected { get; private set; }

    /// <summary>All errors found, also those beyond the number that is stored row by row.</summary>
    public int ErrorsTotal { get; private set; }

    /// <summary>Errors by code as JSON (list of <see cref="CodeCount"/>, most frequent first).</summary>
    public string ErrorCodes { get; private set; } = "[]";

    /// <summary>UTC instant.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC instant at which a runner first took it.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>UTC instant after which nothing more happens.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Who asked.</summary>
    public ActorKind ActorKind { get; private set; }

    /// <summary>Id of the person or client.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Whether somebody asked a running job to stop.</summary>
    public bool CancelAsked { get; private set; }

    /// <summary>What a person should know of the outcome, in Russian.</summary>
    public string? Message { get; private set; }

    /// <summary>What became of the items.</summary>
    public ImportCounts Counts
    {
        get => new(Received, Created, Updated, Unchanged, Rejected);
        private set => (Received, Created, Updated, Unchanged, Rejected) = value;
    }

    /// <summary>Whether anything it brought may still have to be taken back.</summary>
    public bool HasBrought =>
        !DryRun && Created + Updated > 0 && State is ImportState.Succeeded or ImportState.PartiallySucceeded or ImportState.Cancelled;

    /// <summary>Errors by code, most frequent first.</summary>
    public IReadOnlyList<CodeCount> ErrorsByCode() => JsonSerializer.Deserialize<List<CodeCount>>(ErrorCodes)!;

    /// <summary>Cells put right.</summary>
    public IReadOnlyList<CellCorrection> CorrectedCells() => JsonSerializer.Deserialize<List<CellCorrection>>(Corrections)!;
}
