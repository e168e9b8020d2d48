using System.Data.Common;
using Microsoft.AspNetCore.Connections;

namespace Opora.Api;

/// <summary>This start cannot be: said in one line to whoever has typed it.</summary>
public sealed class StartRefused(string message) : Exception(message);

/// <summary>What stands in the way of a start and is mended from outside.</summary>
public static class StartFailure
{
    /// <summary>One line about it; null when it is a fault of ours, of which everything should be printed.</summary>
    public static string? Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            switch (e)
            {
                case StartRefused:
                    return e.Message;
                case AddressInUseException:
                    return "The address is in use. Stop what runs there or choose another with --urls http://127.0.0.1:PORT.";
                case DbException:
                    return $"The database cannot be used: {FirstLine(e.Message)} "
                        + "Check Database:Engine and ConnectionStrings:Opora; a server's database is brought to this version with --migrate.";
            }
        return null;
    }

    private static string FirstLine(string text)
    {
        var line = text.Split('\n')[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
