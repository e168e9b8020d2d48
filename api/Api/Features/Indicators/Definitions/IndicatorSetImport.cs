using Opora.Api.Http;

namespace Opora.Api.Features.Indicators.Definitions;

/// <summary>What becomes of a set or an indicator when a file is taken in.</summary>
public enum DefinitionOutcome
{
    /// <summary>It was not there.</summary>
    Created,

    /// <summary>It was there and said something else.</summary>
    Changed,

    /// <summary>It was there and says the same.</summary>
    Unchanged,

    /// <summary>It cannot be taken: then nothing of the file is.</summary>
    Refused,
}

/// <summary>What a file of a set brings, or would bring.</summary>
/// <param name="DryRun">Whether everything was tried and nothing kept.</param>
/// <param name="SetId">Id of the set; null when it does not exist yet.</param>
/// <param name="Code">Code of the set.</param>
/// <param name="Name">Name of the set.</param>
/// <param name="Set">What becomes of the set itself.</param>
/// <param name="Created">Indicators that were not there.</param>
/// <param name="Changed">Indicators that said something else.</param>
/// <param name="Unchanged">Indicators that say the same.</param>
/// <param name="Refused">Indicators that cannot be taken.</param>
/// <param name="Items">Every indicator of the file, in its order.</param>
public sealed record IndicatorSetImport(
    bool DryRun,
    Guid? SetId,
    string Code,
    string Name,
    DefinitionOutcome Set,
    int Created,
    int Changed,
    int Unchanged,
    int Refused,
    IReadOnlyList<ImportedIndicator> Items
);

/// <summary>What becomes of one indicator of a file.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Code">Its code, where it could be read.</param>
/// <param name="Name">Its name, where it could be read.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="NewDefinition">Whether it gets another meaning from a day on, and not only other words.</param>
/// <param name="Errors">Everything that is wrong with it.</param>
public sealed record ImportedIndicator(
    int Index,
    string? Code,
    string? Name,
    DefinitionOutcome Outcome,
    bool NewDefinition,
    IReadOnlyList<ErrorItem> Errors
);
