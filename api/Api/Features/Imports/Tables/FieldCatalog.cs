using System.Collections.Frozen;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>One field that a column or a constant can fill.</summary>
/// <param name="Name">As in a mapping and on the wire: <c>schoolCode</c>.</param>
/// <param name="Label">Russian label, also the header of the template.</param>
/// <param name="Required">Whether every item needs it.</param>
/// <param name="Hint">What to write there, in Russian.</param>
/// <param name="Example">A value that would be accepted.</param>
public sealed record FieldSpec(string Name, string Label, bool Required, string Hint, string Example)
{
    /// <summary>The place of its value in <see cref="MappedItem"/>: a constant of <see cref="ExamResultField"/> and its likes.</summary>
    public int Index { get; internal init; }

    /// <summary>Whether it is a figure of a result: a series in which all these are missing yields nothing, for missing is not zero.</summary>
    public bool IsValue { get; internal init; }

    /// <summary>Headers under which people put it, besides name and label.</summary>
    internal string[] Words { get; init; } = [];
}

/// <summary>Fields of which at least one must be given.</summary>
/// <param name="Fields">Their indexes, the most usual first.</param>
/// <param name="Message">What to say when none is.</param>
public sealed record FieldChoice(IReadOnlyList<int> Fields, string Message);

/// <summary>All fields of a kind of table: what the wizard offers, the guess looks for, the template lists and the mapping may name.</summary>
public sealed class FieldCatalog
{
    static readonly FieldCatalog[] All =
    [
        new(ImportKind.ExamResults, ExamResultField.Specs, ExamResultField.Choices),
        new(ImportKind.Schools, SchoolField.Specs, SchoolField.Choices),
        new(ImportKind.Municipalities, MunicipalityField.Specs, []),
        new(ImportKind.CohortMembers, CohortMemberField.Specs, []),
        new(ImportKind.IndicatorValues, ValueField.Specs, ValueField.Choices),
        new(ImportKind.Teachers, TeacherField.Specs, TeacherField.Choices),
    ];

    readonly FrozenDictionary<string, FieldSpec> _byName;

    FieldCatalog(ImportKind kind, IReadOnlyList<FieldSpec> specs, IReadOnlyList<FieldChoice> choices)
    {
        Kind = kind;
        Fields = [.. specs.Select((f, i) => f with { Index = i })];
        Choices = choices;
        _byName = Fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    public ImportKind Kind { get; }

    /// <summary>The fields in the order in which they are shown; a field's place is its <see cref="FieldSpec.Index"/>.</summary>
    public IReadOnlyList<FieldSpec> Fields { get; }

    /// <summary>What is needed besides the required fields.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; }

    /// <summary>The catalogue of a kind.</summary>
    public static FieldCatalog Of(ImportKind kind) => All[(int)kind];

    /// <summary>The field of exactly that name, or null.</summary>
    public FieldSpec? Named(string name) => _byName.GetValueOrDefault(name);
}
