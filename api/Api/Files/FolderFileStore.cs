namespace Opora.Api.Files;

/// <summary>Contents in one folder of this machine, under names that the product made itself.</summary>
internal sealed class FolderFileStore(string folder) : IFileStore
{
    private const int BufferBytes = 128 << 10;

    public Task Keep(Guid id, string path, CancellationToken cancellationToken)
    {
        File.Move(path, PathOf(id));
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(
            File.Exists(PathOf(id))
                ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous)
                : null
        );

    public Task Delete(Guid id, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(id));
        return Task.CompletedTask;
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N"));
}
