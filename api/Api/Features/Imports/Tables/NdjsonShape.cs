using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Opora.Api.Features.Imports.Tables;

/// <summary>
/// The columns of an NDJSON file: the names of all properties in the order in which they first appear, those of an object one
/// level down as <c>marks.2</c>. The whole file is looked through, so that no property far below is dropped without a word.
/// </summary>
sealed record NdjsonShape(IReadOnlyList<string> Names, int Rows)
{
    const int MostNames = 512;

    public static NdjsonShape Of(string path, TableLimits limits)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        int rows = 0,
            good = 0;
        using var lines = new NdjsonLines(path, limits);
        while (lines.Read())
        {
            if (lines.IsBlank)
                continue;
            if (++rows > limits.MaxRows)
                throw TableUnreadable.TooLarge(
                    $"В файле больше {TableUnreadable.Count(limits.MaxRows)} строк. Разделите данные на несколько файлов."
                );
            if (NdjsonLine.Walk(lines.Line, (name, _, _) => names.TryAdd(name, names.Count)) is null)
                good++;
            if (names.Count > MostNames)
                throw TableUnreadable.Broken($"В файле больше {MostNames} разных свойств.");
        }
        if (good == 0)
            throw TableUnreadable.Broken("В файле нет ни одной строки с объектом JSON.");
        return new([.. names.Keys], rows);
    }
}

/// <summary>Lines of a UTF-8 file in one growing buffer.</summary>
sealed class NdjsonLines(string path, TableLimits limits) : IDisposable
{
    readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
    byte[] _buffer = new byte[1 << 16];
    int _from;
    int _to;
    int _start;
    int _length;
    bool _ended;

    public int Number { get; private set; }

    public ReadOnlyMemory<byte> Line => _buffer.AsMemory(_start, _length);

    public bool IsBlank => _buffer.AsSpan(_start, _length).IndexOfAnyExcept([(byte)' ', (byte)'\t', (byte)'\r']) < 0;

    public bool Read()
    {
        while (true)
        {
            var at = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (at >= 0 || (_ended && _to > _from))
            {
                (_start, _length) = (_from, at >= 0 ? at : _to - _from);
                _from = at >= 0 ? _from + at + 1 : _to;
                SkipMark();
                Number++;
                return true;
            }
            if (_ended)
                return false;
            Fill();
        }
    }

    public void Dispose() => _file.Dispose();

    void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        if (_to == _buffer.Length)
        {
            if (_to > limits.MaxRecordBytes)
                throw TableUnreadable.Broken($"Строка {Number + 1} слишком длинная для одного объекта JSON.");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = _file.Read(_buffer, _to, _buffer.Length - _to);
        _ended = read == 0;
        _to += read;
    }

    void SkipMark()
    {
        if (Number == 0 && _buffer.AsSpan(_start, _length).StartsWith("\uFEFF"u8))
            (_start, _length) = (_start + 3, _length - 3);
    }
}

/// <summary>One object of JSON as cells.</summary>
static class NdjsonLine
{
    /// <summary>Calls back for every property with its text; returns what is wrong with the line, or null.</summary>
    public static string? Walk(ReadOnlyMemory<byte> line, Action<string, string, CellKind> cell)
    {
        var json = new Utf8JsonReader(line.Span, new JsonReaderOptions { MaxDepth = 8 });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return "Строка — не объект JSON.";
            if (Members(ref json, "", cell) is { } wrong)
                return wrong;
            return json.Read() ? "После объекта JSON в строке стоит что-то ещё." : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "Строка — не правильный JSON.";
        }
    }

    static string? Members(ref Utf8JsonReader json, string prefix, Action<string, string, CellKind> cell)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + json.GetString();
            json.Read();
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject when prefix.Length == 0:
                    if (Members(ref json, name + ".", cell) is { } wrong)
                        return wrong;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    return $"Значение «{name}» вложено слишком глубоко.";
                case JsonTokenType.Null:
                    cell(name, "", CellKind.Text);
                    break;
                case JsonTokenType.String:
                    cell(name, json.GetString()!, CellKind.Text);
                    break;
                case JsonTokenType.Number:
                    cell(name, Plain(Encoding.UTF8.GetString(json.ValueSpan)), CellKind.Number);
                    break;
                default:
                    cell(name, json.TokenType == JsonTokenType.True ? "true" : "false", CellKind.Boolean);
                    break;
            }
        }
        return null;
    }

    // «1e2» is as good a number of JSON as «100», and cells know only the latter.
    static string Plain(string number) =>
        number.AsSpan().ContainsAny('e', 'E') && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : number;
}
