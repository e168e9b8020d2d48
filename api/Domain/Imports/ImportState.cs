using System.Text.Json.Serialization;

namespace Opora.Domain.Imports;

/// <summary>How far an import has come, named as on the wire.</summary>
public enum ImportState
{
    /// <summary>Waits for a runner.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>Waits for a person: to say what the columns are, or to look at the check and load.</summary>
    [JsonStringEnumMemberName("awaitingConfirmation")]
    AwaitingConfirmation,

    /// <summary>A runner works on it.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Every item is in.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Good items are in, wrong ones are not.</summary>
    [JsonStringEnumMemberName("partiallySucceeded")]
    PartiallySucceeded,

    /// <summary>Nothing is in.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Somebody stopped it; of a partial import, what was loaded until then is in.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>Everything it had brought was taken back.</summary>
    [JsonStringEnumMemberName("rolledBack")]
    RolledBack,
}

/// <summary>What an import does now, or does next.</summary>
public enum ImportStep
{
    /// <summary>A person says what the columns are.</summary>
    [JsonStringEnumMemberName("mapping")]
    Mapping,

    /// <summary>Every row is read and tried.</summary>
    [JsonStringEnumMemberName("checking")]
    Checking,

    /// <summary>The outcome of the check is there to be looked at.</summary>
    [JsonStringEnumMemberName("checked")]
    Checked,

    /// <summary>Rows are written.</summary>
    [JsonStringEnumMemberName("loading")]
    Loading,

    /// <summary>Nothing more happens.</summary>
    [JsonStringEnumMemberName("done")]
    Done,
}

/// <summary>What happens to good items when others are wrong.</summary>
public enum ImportMode
{
    /// <summary>All or nothing.</summary>
    [JsonStringEnumMemberName("atomic")]
    Atomic,

    /// <summary>Good items are loaded.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,
}

/// <summary>Which way the items came.</summary>
public enum ImportSource
{
    /// <summary>In the body of a request that was answered at once.</summary>
    [JsonStringEnumMemberName("batch")]
    Batch,

    /// <summary>As a file, worked through by a job.</summary>
    [JsonStringEnumMemberName("file")]
    File,
}

/// <summary>What became of the items. Received is the sum of the other four once the import is over.</summary>
/// <param name="Received">Items read so far.</param>
/// <param name="Created">Not known before.</param>
/// <param name="Updated">Known with other values.</param>
/// <param name="Unchanged">Known with the same values: nothing was written.</param>
/// <param name="Rejected">Wrong, or not applied because others were (atomic).</param>
public readonly record struct ImportCounts(int Received, int Created, int Updated, int Unchanged, int Rejected)
{
    public static ImportCounts operator +(ImportCounts a, ImportCounts b) =>
        new(a.Received + b.Received, a.Created + b.Created, a.Updated + b.Updated, a.Unchanged + b.Unchanged, a.Rejected + b.Rejected);

    public static ImportCounts Add(ImportCounts left, ImportCounts right) => left + right;
}

/// <summary>How many errors there are of one code.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Count">Errors.</param>
public sealed record CodeCount(string Code, int Count);

/// <summary>A cell that somebody put right without touching the file.</summary>
/// <param name="Row">Row as people see it, from 1.</param>
/// <param name="Column">Column letter.</param>
/// <param name="Value">What is read instead; empty text empties the cell.</param>
public sealed record CellCorrection(int Row, string Column, string Value);

/// <summary>A file as it arrived.</summary>
/// <param name="Name">Name given by the sender.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
public sealed record ImportFile(string Name, long Size, string Hash);
