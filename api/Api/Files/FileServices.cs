namespace Opora.Api.Files;

internal static class FileServices
{
    /// <summary>Contents of files: in the data folder, or where <see cref="S3Settings"/> say.</summary>
    public static void AddFiles(this IServiceCollection services, StartOptions start, IConfiguration configuration)
    {
        var settings = S3Settings.Read(configuration);
        services.AddSingleton<IFileStore>(_ => settings is null ? new FolderFileStore(start.FilesFolder) : new S3FileStore(settings));
        services.AddSingleton<FileKeeper>();
    }
}
