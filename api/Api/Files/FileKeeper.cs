using System.Buffers;
using System.Security.Cryptography;
using Opora.Api.Http;
using Opora.Domain.Files;

namespace Opora.Api.Files;

/// <summary>Takes files in that people send, tells what they are by their content, and gives them back.</summary>
public sealed partial class FileKeeper
{
    private const int BufferBytes = 128 << 10;
    private const string Unfinished = ".part";
    private const string Allowed = "PDF, JPG, PNG, DOCX, XLSX, PPTX до 20 МБ";
    private readonly IFileStore _store;
    private readonly ILogger<FileKeeper> _log;
    private readonly string _arriving;

    /// <summary>Opens the folder in which files arrive, whatever keeps them afterwards.</summary>
    public FileKeeper(IFileStore store, StartOptions start, ILogger<FileKeeper> log)
    {
        (_store, _log, _arriving) = (store, log, start.FilesFolder);
        Directory.CreateDirectory(_arriving);
    }

    /// <summary>Takes a file in and tells what it is. It is kept only if what is known of it is.</summary>
    /// <exception cref="Problem">413: too large; 415: nothing that may be kept, or not what its name says; 503: nowhere to keep it now.</exception>
    public async Task<StoredFile> Receive(Stream from, string name, DateTime at, Guid byId, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_arriving, Guid.NewGuid().ToString("N") + Unfinished);
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
            try
            {
                await _store.Keep(file.Id, path, cancellationToken);
            }
            catch (FileStoreDown e)
            {
                throw Down(e);
            }
            return file;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The content of a file, to be disposed of by whoever asked.</summary>
    /// <exception cref="Problem">404: it has been lost; 503: it cannot be had now.</exception>
    public async Task<Stream> Open(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.Open(file.Id, cancellationToken) ?? throw Problems.NotFound("Файл");
        }
        catch (FileStoreDown e)
        {
            throw Down(e);
        }
    }

    /// <summary>
    /// Deletes the content of a file that nothing knows of any more. What was decided stays so even if the store does not answer: a content
    /// that nobody can reach is a line in the log, not a refusal.
    /// </summary>
    public async Task Delete(Guid id)
    {
        try
        {
            await _store.Delete(id, CancellationToken.None);
        }
        catch (FileStoreDown e)
        {
            LogLeft(e, id);
        }
    }

    private Problem Down(FileStoreDown e)
    {
        LogDown(e);
        return Problems.FilesDown();
    }

    [LoggerMessage(LogLevel.Error, "The store of files did not answer")]
    private partial void LogDown(Exception e);

    [LoggerMessage(LogLevel.Warning, "The content of file {Id} is no longer needed and could not be deleted")]
    private partial void LogLeft(Exception e, Guid id);

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
