namespace Opora.Domain.Files;

/// <summary>
/// What is known of a file that somebody sent: its content lies elsewhere, under the same id. It has no place of its own; who may read
/// what it hangs on may read the file.
/// </summary>
public sealed class StoredFile
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 200;

    /// <summary>Most bytes of one file.</summary>
    public const long MostBytes = 20L << 20;

    private StoredFile() { }

    /// <summary>A file that has been taken in.</summary>
    /// <param name="name">Name as its sender gave it, without folders.</param>
    /// <param name="kind">What its content is.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="hash">SHA-256 of its content, 64 hexadecimal digits.</param>
    /// <param name="at">UTC instant.</param>
    /// <param name="byId">Who sent it.</param>
    public StoredFile(string name, FileKind kind, long size, string hash, DateTime at, Guid byId) =>
        (Name, Kind, Size, Hash, SentAt, SentById) = (name, kind, size, hash, at, byId);

    /// <summary>Key, and where its content lies.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Name as its sender gave it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What its content is; told by the content, never by the name.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of its content.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>When it came.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; private set; }
}
