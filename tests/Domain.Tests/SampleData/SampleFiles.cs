using System.Text;
using System.Text.Json;

namespace Opora.Domain.Tests.SampleData;

/// <summary>The demo files read as their manifest says: each row becomes one set of fields per series.</summary>
static class SampleFiles
{
    public static string Folder { get; } = Path.Combine(Root(), "infra", "sample-data");

    public static JsonElement Manifest { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json"))).RootElement;

    public static IEnumerable<Dictionary<string, string>> Items(string kind, string? file = null) =>
        from entry in Manifest.GetProperty("files").EnumerateArray()
        where entry.GetProperty("kind").GetString() == kind
        where file is null || entry.GetProperty("file").GetString() == file
        from item in Read(entry.GetProperty("file").GetString()!, entry.GetProperty("mapping"))
        select item.Append("region", entry.GetProperty("region").GetString()!);

    public static List<string[]> Rows(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        var text = Decode(bytes).TrimStart('\uFEFF');
        var separator = text[..text.IndexOf('\n', StringComparison.Ordinal)].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Cells(line, separator))];
    }

    static IEnumerable<Dictionary<string, string>> Read(string file, JsonElement mapping)
    {
        var series = mapping.TryGetProperty("series", out var several) ? several.EnumerateArray().ToArray() : [default];
        foreach (var row in Rows(file).Skip(mapping.GetProperty("firstRow").GetInt32() - 1))
        {
            if (row[0] is "Итого" or "Всего")
                continue;
            foreach (var one in series)
                yield return Fields(row, mapping, one);
        }
    }

    static Dictionary<string, string> Fields(string[] row, params JsonElement[] specs)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var spec in specs.Where(s => s.ValueKind == JsonValueKind.Object))
        {
            if (spec.TryGetProperty("constants", out var constants))
                foreach (var constant in constants.EnumerateObject())
                    fields[constant.Name] = constant.Value.GetString()!;
            foreach (var column in spec.GetProperty("columns").EnumerateObject())
                fields[column.Name] = row[column.Value.GetString()![0] - 'A'];
        }
        return fields;
    }

    static Dictionary<string, string> Append(this Dictionary<string, string> fields, string name, string value)
    {
        fields[name] = value;
        return fields;
    }

    static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes);
        }
    }

    static string[] Cells(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == separator && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Opora.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
        return folder.FullName;
    }
}
