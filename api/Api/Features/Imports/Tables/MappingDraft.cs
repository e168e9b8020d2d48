using Opora.Domain;
using Opora.Domain.Imports;
using Opora.Domain.Results;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>A mapping in the making: exact headers first, then the series of wide tables, then what the title says, then likeness.</summary>
sealed class MappingDraft(FieldCatalog catalog)
{
    const int SlipOfThePen = 2;

    static readonly (string Word, Assessment Assessment)[] AssessmentWords =
    [
        ("егэ", Assessment.EGE),
        ("ege", Assessment.EGE),
        ("огэ", Assessment.OGE),
        ("oge", Assessment.OGE),
        ("впр", Assessment.VPR),
        ("vpr", Assessment.VPR),
        ("кдр", Assessment.REGIONAL),
        ("рдр", Assessment.REGIONAL),
        ("kdr", Assessment.REGIONAL),
        ("rdr", Assessment.REGIONAL),
        ("нико", Assessment.NATIONAL),
        ("niko", Assessment.NATIONAL),
    ];

    readonly Dictionary<int, string> _columns = [];
    readonly Dictionary<int, string> _constants = [];
    readonly List<DraftSeries> _series = [];
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    HeaderPlace? _onlyPlace;

    public List<string> Assumed { get; } = [];

    public bool Uses(string letter) => _used.Contains(letter);

    /// <summary>Columns whose header is exactly that of a field. Figures of results are left to <see cref="TakeSeries"/>.</summary>
    public void TakeColumns(IReadOnlyList<TableColumn> columns)
    {
        var words = FieldWords.Of(catalog.Kind);
        foreach (var column in columns)
            if (words.Exact(FieldWords.Split(column.Header)) is { } field && !catalog.Fields[field].IsValue)
                Take(field, column.Letter);
    }

    /// <summary>Figures of results: side by side as series when their headers tell them apart, else simply as columns.</summary>
    public void TakeSeries(IReadOnlyList<TableColumn> columns)
    {
        var ofSchools = HasSchool;
        var found = new List<(TableColumn Column, ResultHeader Header, SeriesKey Key)>();
        foreach (var column in columns.Where(c => c.Header.Length > 0 && !Uses(c.Letter)))
            if (ResultHeader.Parse(column.Header) is { } header)
            {
                // In a table of many schools the region's mean repeats in every row: it is no result of that row.
                if (ofSchools && header.Key.Place is HeaderPlace.Region or HeaderPlace.Municipality)
                    continue;
                found.Add((column, header, ofSchools ? header.Key with { Place = null } : header.Key));
            }
        if (found.Any(f => f.Key != default))
            found.RemoveAll(f => f.Key == default);
        var groups = found.GroupBy(f => f.Key).ToList();
        foreach (var group in groups)
        {
            var into = groups.Count == 1 ? _columns : [];
            foreach (var (column, header, _) in group)
                if (into.TryAdd(header.Field, column.Letter))
                {
                    _used.Add(column.Letter);
                    if (header.Assumed)
                        Assumed.Add($"Столбец {column.Letter} «{column.Header}»: предположительно средний балл.");
                }
            if (groups.Count > 1)
                _series.Add(new(ConstantsOf(group.Key), group.Key.Place, into));
            else
                foreach (var (field, value) in ConstantsOf(group.Key))
                    _constants[field] = value;
        }
        if (groups.Count == 1)
            _onlyPlace = groups[0].Key.Place;
    }

    /// <summary>
    /// Values of indicators: side by side as series when their headers name periods or indicators, which nothing else in the row does,
    /// else simply as columns.
    /// </summary>
    public void TakeValues(IReadOnlyList<TableColumn> columns, Func<string, bool> isIndicator)
    {
        var named = _columns.ContainsKey(ValueField.IndicatorCode) || _columns.ContainsKey(ValueField.IndicatorName);
        var dated = _columns.ContainsKey(ValueField.Period);
        var found = new List<(string Letter, ValueHeader Header)>();
        foreach (var column in columns.Where(c => c.Header.Length > 0 && !Uses(c.Letter)))
            if (
                ValueHeader.Parse(column.Header, isIndicator) is { } header
                && (header.Key.Period is null || !dated)
                && (header.Key.Indicator is null || !named)
            )
                found.Add((column.Letter, header));
        if (found.Exists(f => f.Header.Key != default))
            found.RemoveAll(f => f.Header.Key == default);
        var groups = found.GroupBy(f => f.Header.Key).ToList();
        foreach (var group in groups)
        {
            var alone = groups.Count == 1;
            var into = alone ? _columns : [];
            foreach (var (letter, header) in group)
                if (into.TryAdd(header.Field, letter))
                    _used.Add(letter);
            var constants = ConstantsOf(group.Key);
            if (alone)
                foreach (var (field, value) in constants)
                    _constants[field] = value;
            else
                _series.Add(new(constants, null, into));
        }
    }

    /// <summary>The period that titles, the sheet's or the file's name say of the whole table.</summary>
    public void TakePeriod(IReadOnlyList<string> texts)
    {
        if (!Has(ValueField.Period) && texts.Select(PeriodText.FindYear).OfType<Period>().Distinct().Take(2).ToList() is [var period])
            Assume(ValueField.Period, period.ToString(), "период");
    }

    /// <summary>What titles, the sheet's and the file's name say of the whole table.</summary>
    public void TakeContext(IReadOnlyList<string> texts)
    {
        var words = texts.SelectMany(FieldWords.Split).ToHashSet(StringComparer.Ordinal);
        var assessments = AssessmentWords.Where(a => words.Contains(a.Word)).Select(a => a.Assessment).Distinct().ToList();
        if (assessments is [var assessment] && !Has(ExamResultField.Assessment))
        {
            Assume(ExamResultField.Assessment, assessment.ToString(), "процедура");
            if (!Has(ExamResultField.Grade) && assessment is Assessment.EGE or Assessment.OGE)
                Assume(ExamResultField.Grade, assessment == Assessment.EGE ? "11" : "9", "класс");
        }
        var years = words.Where(HeaderGuess.IsYear).ToList();
        if (years is [var year] && !Has(ExamResultField.Year))
            Assume(ExamResultField.Year, year, "год");
    }

    /// <summary>Longer headers that contain a known one, for fields that are still open.</summary>
    public void TakeLikeliest(IReadOnlyList<TableColumn> columns)
    {
        foreach (var column in columns.Where(c => c.Header.Length > 0 && !Uses(c.Letter)))
            if (
                FieldWords.Of(catalog.Kind).Loose(FieldWords.Split(column.Header)) is { } field
                && !catalog.Fields[field].IsValue
                && !Has(field)
                && Take(field, column.Letter)
            )
                Assumed.Add($"Столбец {column.Letter} «{column.Header}»: предположительно «{catalog.Fields[field].Label}».");
    }

    public MappingSpec Spec(TablePreview preview) =>
        new()
        {
            Sheet = preview.Sheet.Length > 0 ? preview.Sheet : null,
            HeaderRow = preview.HeaderRow,
            FirstRow = preview.FirstRow,
            Constants = Named(_constants),
            Columns = Named(_columns),
            Series = [.. _series.Select(s => new SeriesSpec { Constants = Named(s.Constants), Columns = Named(s.Columns) })],
        };

    public IReadOnlyList<MissingField> Missing()
    {
        var missing = new List<MissingField>();
        foreach (var field in catalog.Fields.Where(f => f.Required && !_columns.ContainsKey(f.Index) && !_constants.ContainsKey(f.Index)))
        {
            var lacking = Enumerable.Range(0, _series.Count).Where(i => !_series[i].Constants.ContainsKey(field.Index)).ToList();
            if (lacking.Count == _series.Count)
                missing.Add(new(null, field));
            else
                missing.AddRange(lacking.Select(i => new MissingField(i, field)));
        }
        foreach (var choice in catalog.Choices.Where(c => !c.Fields.Any(Has)))
            if (choice.Fields.Contains(ExamResultField.SchoolCode) && catalog.Kind == ImportKind.ExamResults)
                MissingPlaces(missing);
            else
                missing.Add(new(null, catalog.Fields[choice.Fields[0]]));
        return missing;
    }

    /// <summary>The field that a header names but for a slip of the pen.</summary>
    public string? Nearest(string header) =>
        catalog
            .Fields.Select(f => (f.Name, Distance: Distance(f.Name, header)))
            .Where(f => f.Distance <= SlipOfThePen)
            .OrderBy(f => f.Distance)
            .FirstOrDefault()
            .Name;

    bool HasSchool =>
        catalog.Kind == ImportKind.ExamResults
        && (_columns.ContainsKey(ExamResultField.SchoolCode) || _columns.ContainsKey(ExamResultField.SchoolName));

    bool Has(int field) =>
        _columns.ContainsKey(field)
        || _constants.ContainsKey(field)
        || _series.Any(s => s.Columns.ContainsKey(field) || s.Constants.ContainsKey(field));

    bool Take(int field, string letter)
    {
        if (!_columns.TryAdd(field, letter))
            return false;
        _used.Add(letter);
        return true;
    }

    void Assume(int field, string value, string what)
    {
        _constants[field] = value;
        Assumed.Add($"Из заголовка или имени файла взято: {what} {value}.");
    }

    void MissingPlaces(List<MissingField> missing)
    {
        FieldSpec FieldOf(HeaderPlace? place) =>
            catalog.Fields[
                place is HeaderPlace.Region or HeaderPlace.Municipality ? ExamResultField.PlaceCode : ExamResultField.SchoolCode
            ];
        if (_series.Count == 0 || _series.TrueForAll(s => s.Place is null))
            missing.Add(new(null, FieldOf(_onlyPlace)));
        else
            missing.AddRange(_series.Select((s, i) => new MissingField(i, FieldOf(s.Place))));
    }

    Dictionary<string, string> Named(Dictionary<int, string> byField) =>
        byField.OrderBy(f => f.Key).ToDictionary(f => catalog.Fields[f.Key].Name, f => f.Value, StringComparer.Ordinal);

    static Dictionary<int, string> ConstantsOf(SeriesKey key)
    {
        var constants = new Dictionary<int, string>();
        if (key.Year is not null)
            constants.Add(ExamResultField.Year, key.Year);
        if (key.Subject is not null)
            constants.Add(ExamResultField.Subject, key.Subject);
        if (key.Grade is not null)
            constants.Add(ExamResultField.Grade, key.Grade);
        return constants;
    }

    static Dictionary<int, string> ConstantsOf(ValueSeriesKey key)
    {
        var constants = new Dictionary<int, string>();
        if (key.Indicator is not null)
            constants.Add(ValueField.IndicatorName, key.Indicator);
        if (key.Period is not null)
            constants.Add(ValueField.Period, key.Period);
        return constants;
    }

    // Levenshtein's distance, case ignored.
    static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > SlipOfThePen)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }

    sealed record DraftSeries(Dictionary<int, string> Constants, HeaderPlace? Place, Dictionary<int, string> Columns);
}
