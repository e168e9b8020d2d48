using System.Buffers;
using System.Security.Cryptography;
using Opora.Api.Http;
using Opora.Domain.Files;

namespace Opora.Api.Files;

/// <summary>
/// Contents of files that people sent, one a file, in the data folder: outside of what the server shows, under names that it made itself.
/// </summary>
public sealed class FileFolder
{
    private const int BufferBytes = 128 << 10;
    private const string Unfinished = ".part";
    private const string Allowed = "PDF, JPG, PNG, DOCX, XLSX, PPTX до 20 МБ";
    private readonly string _folder;

    /// <summary>Opens the folder.</summary>
    public FileFolder(StartOptions start)
    {
        _folder = Path.Combine(start.DataFolder, "files");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Takes a file in and tells what it is. It is kept only if what is known of it is.</summary>
    /// <exception cref="Problem">413: too large; 415: nothing that may be kept, or not what its name says.</exception>
    public async Task<StoredFile> Receive(Stream from, string name, DateTime at, Guid byId, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + Unfinished);
        try
        {
            StoredFile file;
            await using (
                var to = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.Asynchronous)
            )
            {
                var (size, hash) = await Copy(from, to, cancellationToken);
                file = new StoredFile(name, KindOf(to, name), size, hash, at, byId);
            }
            File.Move(path, PathOf(file.Id));
            return file;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The content of a file, to be disposed of by whoever asked.</summary>
    /// <exception cref="Problem">404: it has been lost.</exception>
    public Stream Open(StoredFile file) =>
        File.Exists(PathOf(file.Id))
            ? new FileStream(PathOf(file.Id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous)
            : throw Problems.NotFound("Файл");

    /// <summary>Deletes the content of a file that nothing knows of any more.</summary>
    public void Delete(Guid id) => File.Delete(PathOf(id));

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));

    private static async Task<(long Size, string Hash)> Copy(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long size = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                size += read;
                if (size > StoredFile.MostBytes)
                    throw Problems.TooLarge($"Файл больше {StoredFile.MostBytes >> 20} МБ. Можно: {Allowed}.");
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileKind KindOf(Stream content, string name)
    {
        if (content.Length == 0)
            throw Problems.MediaType($"Файл «{name}» пуст. Можно: {Allowed}.");
        var kind =
            FileSniffer.KindOf(content)
            ?? throw Problems.MediaType($"Содержимое файла «{name}» – не документ и не снимок, или в нём есть макросы. Можно: {Allowed}.");
        return kind.Allows(name)
            ? kind
            : throw Problems.MediaType($"Содержимое файла «{name}» – {kind.ToString().ToUpperInvariant()}, а имя говорит другое.");
    }
}
