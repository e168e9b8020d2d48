using System.Globalization;
using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>Goes through a mapping once, compiling what is right and naming what is wrong.</summary>
sealed class MappingCheck(FieldCatalog catalog, MappingSpec spec, int columns)
{
    static readonly int[] PlaceFields = [ExamResultField.SchoolCode, ExamResultField.SchoolName, ExamResultField.PlaceCode];

    readonly List<MappingProblem> _problems = [];

    public FieldCatalog Catalog => catalog;

    public IReadOnlyList<MappingProblem> Problems => _problems;

    public CompiledSeries[] Run()
    {
        if (spec.HeaderRow < 0 || spec.FirstRow <= spec.HeaderRow)
            Add(
                "out-of-range",
                "/firstRow",
                "Первая строка данных должна стоять ниже заголовка.",
                spec.FirstRow.ToString(CultureInfo.InvariantCulture)
            );
        if (spec.WholeStaffOn is not null && catalog.Kind != ImportKind.Teachers)
            Add("not-allowed", "/wholeStaffOn", "Полный состав на день указывают только для списков педагогов.", null);
        var rowWide = new Part("", Constants("", spec.Constants), Columns("", spec.Columns));
        CheckFieldsOnce(rowWide);
        CheckColumnsOnce([rowWide]);
        if (spec.Series.Count == 0)
            return [Build(0, [rowWide], "")];
        var series = new CompiledSeries[spec.Series.Count];
        for (var i = 0; i < series.Length; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"/series/{i}");
            var own = new Part(at, Constants(at, spec.Series[i].Constants), Columns(at, spec.Series[i].Columns));
            CheckFieldsOnce(own);
            CheckColumnsOnce([rowWide, own]);
            series[i] = Build(i, [rowWide, own], at);
        }
        return series;
    }

    sealed record Part(string At, Dictionary<FieldSpec, string> Constants, Dictionary<FieldSpec, int> Columns);

    Dictionary<FieldSpec, string> Constants(string at, IReadOnlyDictionary<string, string> given)
    {
        var constants = new Dictionary<FieldSpec, string>();
        foreach (var (name, value) in given)
            if (FieldOf($"{at}/constants/{name}", name) is { } field && CellText.Trim(value ?? "") is { Length: > 0 } text)
                constants.Add(field, StorableText.Of(text));
        return constants;
    }

    Dictionary<FieldSpec, int> Columns(string at, IReadOnlyDictionary<string, string> given)
    {
        var found = new Dictionary<FieldSpec, int>();
        foreach (var (name, letters) in given)
        {
            var pointer = $"{at}/columns/{name}";
            if (FieldOf(pointer, name) is not { } field || string.IsNullOrWhiteSpace(letters))
                continue;
            if (ColumnLetter.Index(letters.Trim()) is { } index && index < columns)
                found.Add(field, index);
            else
                Add(
                    "unknown-column",
                    pointer,
                    $"В таблице нет столбца «{letters}» для поля «{field.Label}»: последний столбец — {ColumnLetter.Of(Math.Max(0, columns - 1))}.",
                    letters
                );
        }
        return found;
    }

    FieldSpec? FieldOf(string pointer, string name)
    {
        if (catalog.Named(name) is { } field)
            return field;
        Add("unknown-property", pointer, $"Поля «{name}» нет. Есть: {string.Join(", ", catalog.Fields.Select(f => f.Name))}.", name);
        return null;
    }

    void CheckFieldsOnce(Part part)
    {
        foreach (var field in part.Constants.Keys.Where(part.Columns.ContainsKey))
            Add(
                "duplicate-in-payload",
                $"{part.At}/constants/{field.Name}",
                $"Поле «{field.Label}» задано и столбцом, и постоянным значением: оставьте одно.",
                field.Name
            );
    }

    // A column may serve several series, but within one item it holds one thing.
    void CheckColumnsOnce(IReadOnlyList<Part> parts)
    {
        var all = parts.SelectMany(p => p.Columns, (p, c) => (p.At, Field: c.Key, Column: c.Value)).ToList();
        var last = parts[^1].At;
        foreach (var twice in all.GroupBy(c => c.Column).Where(g => g.Select(c => c.Field).Distinct().Skip(1).Any()))
        foreach (var (at, field, column) in twice.Where(c => string.Equals(c.At, last, StringComparison.Ordinal)))
            Add(
                "duplicate-in-payload",
                $"{at}/columns/{field.Name}",
                $"Столбец {ColumnLetter.Of(column)} выбран для нескольких полей: {string.Join(", ", twice.Select(c => $"«{c.Field.Label}»").Distinct(StringComparer.Ordinal))}.",
                ColumnLetter.Of(column)
            );
    }

    CompiledSeries Build(int index, IReadOnlyList<Part> parts, string at)
    {
        var series = new CompiledSeries(index, catalog.Fields.Count);
        var own = parts[^1];
        // A series of a place's published results stands beside the row's school, and one of another school too: its own place wins.
        var ownPlace = catalog.Kind == ImportKind.ExamResults && parts.Count > 1 && Array.Exists(PlaceFields, f => Gives(own, f));
        foreach (var field in catalog.Fields)
        foreach (var part in parts.Reverse())
        {
            if (ownPlace && part != own && PlaceFields.Contains(field.Index))
                continue;
            if (part.Columns.TryGetValue(field, out var column))
                series.Add(field, column);
            else if (part.Constants.TryGetValue(field, out var value))
                series.Constants[field.Index] = value;
            else
                continue;
            break;
        }
        CheckComplete(series, at);
        return series;
    }

    bool Gives(Part part, int field) =>
        part.Columns.ContainsKey(catalog.Fields[field]) || part.Constants.ContainsKey(catalog.Fields[field]);

    void CheckComplete(CompiledSeries series, string at)
    {
        // A wrong letter or name is told already; that its field is missing then would be told twice.
        foreach (var field in catalog.Fields.Where(f => f.Required && !series.Has(f.Index)))
            if (!IsTold(field))
                Add(
                    "column-missing",
                    $"{at}/columns/{field.Name}",
                    $"Не указано поле «{field.Label}»: выберите столбец или задайте одно значение для всей таблицы.",
                    field.Name
                );
        foreach (var choice in catalog.Choices.Where(c => !c.Fields.Any(f => series.Has(f) || IsTold(catalog.Fields[f]))))
            Add(
                "column-missing",
                $"{at}/columns/{catalog.Fields[choice.Fields[0]].Name}",
                choice.Message,
                catalog.Fields[choice.Fields[0]].Name
            );
    }

    bool IsTold(FieldSpec field) => _problems.Exists(p => p.Pointer.EndsWith($"/columns/{field.Name}", StringComparison.Ordinal));

    void Add(string code, string pointer, string message, string? value)
    {
        if (
            !_problems.Exists(p =>
                string.Equals(p.Code, code, StringComparison.Ordinal) && string.Equals(p.Pointer, pointer, StringComparison.Ordinal)
            )
        )
            _problems.Add(new(code, pointer, message, value));
    }
}
