namespace Opora.Load;

/// <summary>The SQL that the product says it sent, read from the lines of its log.</summary>
internal sealed class StatementLog
{
    /// <summary>What makes the product say it.</summary>
    public static readonly KeyValuePair<string, string> Setting = new(
        "Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command",
        "Information"
    );

    private const string Indent = "      ";
    private readonly List<string> _statements = [];
    private List<string>? _open;

    /// <summary>Every statement so far.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    /// <summary>Hears a line of the log.</summary>
    public void Hear(string line)
    {
        if (line.StartsWith(Indent + "Executed DbCommand", StringComparison.Ordinal))
        {
            Close();
            _open = [];
        }
        else if (!line.StartsWith(Indent, StringComparison.Ordinal))
        {
            Close();
        }
        else
        {
            _open?.Add(line[Indent.Length..]);
        }
    }

    private void Close()
    {
        if (_open is { } lines)
            lock (_statements)
                _statements.Add(string.Join('\n', lines));
        _open = null;
    }
}
