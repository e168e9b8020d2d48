namespace Opora.Api.Files;

/// <summary>Where contents of files lie, one a key. A store knows nothing of names, kinds or who may read.</summary>
public interface IFileStore
{
    /// <summary>Keeps a content that has been received whole.</summary>
    /// <param name="id">Key that nothing lies under yet.</param>
    /// <param name="path">The content in a file of this machine, which the store may take away.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task Keep(Guid id, string path, CancellationToken cancellationToken);

    /// <summary>A content to be read once and disposed of; null when nothing lies there.</summary>
    Task<Stream?> Open(Guid id, CancellationToken cancellationToken);

    /// <summary>Deletes a content; nothing happens when none lies there.</summary>
    Task Delete(Guid id, CancellationToken cancellationToken);
}
