using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>What is wrong with a mapping.</summary>
/// <param name="Code">
/// <c>unknown-column</c> (no such column), <c>unknown-property</c> (no such field), <c>duplicate-in-payload</c> (a column for two fields, or a
/// field given twice), <c>column-missing</c> (a required field has neither column nor constant), <c>out-of-range</c> (rows).
/// </param>
/// <param name="Pointer">JSON pointer into the mapping: <c>/series/0/columns/mean</c>.</param>
/// <param name="Message">A Russian sentence.</param>
/// <param name="Value">The letters or the text that is wrong.</param>
public sealed record MappingProblem(string Code, string Pointer, string Message, string? Value = null);

/// <summary>A checked mapping in a form that reads rows fast. Make one per run; it may be used from several threads.</summary>
public sealed class CompiledMapping
{
    CompiledMapping(FieldCatalog catalog, MappingSpec spec, CompiledSeries[] series)
    {
        (Catalog, Spec, Series) = (catalog, spec, series);
        var keys = series.SelectMany(s => s.Columns).Where(c => !c.IsValue);
        if (catalog.Kind == ImportKind.ExamResults)
            KeyColumns = ColumnsOf(keys);
        if (catalog.Kind != ImportKind.IndicatorValues)
            return;
        // «Всего педагогов» is an indicator; the place of its value is never called so.
        KeyColumns = ColumnsOf(keys.Where(c => c.Field is ValueField.SchoolCode or ValueField.SchoolName or ValueField.PlaceCode));
        NameColumns = ColumnsOf(keys.Where(c => c.Field is ValueField.IndicatorCode or ValueField.IndicatorName));
    }

    /// <summary>The fields of its kind.</summary>
    public FieldCatalog Catalog { get; }

    /// <summary>What it was made from.</summary>
    public MappingSpec Spec { get; }

    internal CompiledSeries[] Series { get; }

    /// <summary>Columns that say whose result of what a row holds: a totals row may give itself away in any of them.</summary>
    internal int[] KeyColumns { get; } = [];

    /// <summary>Columns with names that may begin like a total and are none.</summary>
    internal int[] NameColumns { get; } = [];

    /// <summary>Checks a mapping against a file and compiles it.</summary>
    /// <param name="kind">What the table holds.</param>
    /// <param name="spec">The mapping, possibly saved for another file.</param>
    /// <param name="file">The file, whose sheet bounds the columns.</param>
    /// <param name="problems">All that is wrong; empty when a mapping is returned.</param>
    /// <returns>Null when there are problems.</returns>
    /// <exception cref="TableUnreadable">The sheet does not exist or is empty.</exception>
    public static CompiledMapping? Compile(ImportKind kind, MappingSpec spec, TableFile file, out IReadOnlyList<MappingProblem> problems) =>
        Compile(kind, spec, file.Sheet(spec.Sheet).Columns, out problems);

    static int[] ColumnsOf(IEnumerable<(int Field, int Column, bool IsValue)> sources) =>
        [.. sources.Select(s => s.Column).Distinct().Order()];

    /// <summary>The same with the number of columns given.</summary>
    public static CompiledMapping? Compile(ImportKind kind, MappingSpec spec, int columns, out IReadOnlyList<MappingProblem> problems)
    {
        var check = new MappingCheck(FieldCatalog.Of(kind), spec, columns);
        var series = check.Run();
        problems = check.Problems;
        return problems.Count == 0 ? new(check.Catalog, spec, series) : null;
    }
}

/// <summary>The sources of one item of a row: what row-wide and series parts of a mapping come to together.</summary>
sealed class CompiledSeries(int index, int fields)
{
    readonly string?[] _letters = new string?[fields];

    public int Index { get; } = index;

    /// <summary>Constants by field, null elsewhere: every item starts as a copy of them.</summary>
    public string?[] Constants { get; } = new string?[fields];

    public List<(int Field, int Column, bool IsValue)> Columns { get; } = [];

    /// <summary>Whether any figure is read from a column, so that a row without figures is no item.</summary>
    public bool HasValueColumns { get; private set; }

    public string? SourceOf(int field) => _letters[field] ?? (Constants[field] is null ? null : MappedItem.ConstantSource);

    public void Add(FieldSpec field, int column)
    {
        Columns.Add((field.Index, column, field.IsValue));
        _letters[field.Index] = ColumnLetter.Of(column);
        HasValueColumns |= field.IsValue;
    }

    public bool Has(int field) => _letters[field] is not null || Constants[field] is not null;
}
