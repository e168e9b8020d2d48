using System.Buffers;
using System.Security.Cryptography;
using Opora.Api.Http;
using Opora.Domain.Imports;

namespace Opora.Api.Features.Imports.Jobs;

/// <summary>
/// Uploaded files between their arrival and the end of their use, one a run, in the data folder that all processes on one database
/// share. A file is deleted <see cref="KeptFor"/> after it was last worked with; the run, its counts and its errors stay.
/// </summary>
public sealed class ImportSpool
{
    /// <summary>Most bytes of one file.</summary>
    public const long MostBytes = 200L << 20;

    /// <summary>How long a file is kept after it was last worked with.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private const int BufferBytes = 128 << 10;
    private const string Unfinished = ".part";
    private readonly string _folder;

    /// <summary>Opens the spool in a data folder.</summary>
    public ImportSpool(StartOptions start)
    {
        _folder = Path.Combine(start.DataFolder, "imports");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Where the file of a run lies, if it is still there.</summary>
    public string PathOf(Guid importId) => Path.Combine(_folder, importId.ToString("N"));

    /// <summary>Whether the file of a run is still there.</summary>
    public bool Has(Guid importId) => File.Exists(PathOf(importId));

    /// <summary>A new file beside the uploads that is gone with the stream that opened it.</summary>
    public FileStream Scratch() =>
        new(
            Path.Combine(_folder, Guid.NewGuid().ToString("N") + Unfinished),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferBytes,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );

    /// <summary>Takes a file in, buffer by buffer, and hashes it on the way.</summary>
    /// <exception cref="Problem">413</exception>
    public async Task<Spooled> Receive(Stream from, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + Unfinished);
        var spooled = new Spooled(this, path);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
            try
            {
                int read;
                while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    spooled.Size += read;
                    if (spooled.Size > MostBytes)
                        throw TooLarge();
                    hash.AppendData(buffer, 0, read);
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
            spooled.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return spooled;
        }
        catch
        {
            spooled.Dispose();
            throw;
        }
    }

    /// <summary>The refusal of a file that is too large.</summary>
    public static Problem TooLarge() =>
        Problems.TooLarge($"Файл больше {MostBytes >> 20} МБ. Разделите таблицу на несколько файлов или сожмите её (gzip).");

    /// <summary>Keeps the file of a run for another while.</summary>
    public void Touch(Guid importId, DateTime now)
    {
        if (Has(importId))
            File.SetLastWriteTimeUtc(PathOf(importId), now);
    }

    /// <summary>Deletes what nobody has worked with for long, and uploads that broke off.</summary>
    public void Sweep(DateTime now)
    {
        foreach (var path in Directory.EnumerateFiles(_folder))
            if (File.GetLastWriteTimeUtc(path) < now - KeptFor)
                File.Delete(path);
    }

    /// <summary>A file taken in that belongs to no run yet; without <see cref="KeepFor"/> it is deleted.</summary>
    public sealed class Spooled : IDisposable
    {
        private readonly ImportSpool _spool;
        private string? _path;

        internal Spooled(ImportSpool spool, string path) => (_spool, _path) = (spool, path);

        /// <summary>Bytes.</summary>
        public long Size { get; internal set; }

        /// <summary>SHA-256 in lower-case hex.</summary>
        public string Hash { get; internal set; } = "";

        /// <summary>Where it lies until it is given to a run.</summary>
        public string Path => _path ?? throw new InvalidOperationException("The file belongs to a run.");

        /// <summary>Gives the file to a run.</summary>
        public void KeepFor(ImportRun run, DateTime now)
        {
            File.Move(_path!, _spool.PathOf(run.Id));
            _path = null;
            _spool.Touch(run.Id, now);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_path is not null)
                File.Delete(_path);
        }
    }
}
