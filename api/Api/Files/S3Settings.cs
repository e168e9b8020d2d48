namespace Opora.Api.Files;

/// <summary>How an S3-compatible service is reached (<c>Files:S3:…</c>). The secret comes by the environment, never from a file of ours.</summary>
/// <param name="ServiceUrl">Address of the service.</param>
/// <param name="Bucket">Bucket that exists there and is read by nobody else.</param>
/// <param name="Region">Region that requests are signed for.</param>
/// <param name="AccessKey">Key id.</param>
/// <param name="SecretKey">Its secret.</param>
/// <param name="Prefix">What the names of all objects begin with.</param>
public sealed record S3Settings(string ServiceUrl, string Bucket, string Region, string AccessKey, string SecretKey, string Prefix)
{
    private const string Section = "Files:S3";

    /// <summary>The settings of this start; null when files lie in the data folder.</summary>
    /// <exception cref="StartRefused">Something is set, but not everything that is needed.</exception>
    public static S3Settings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.GetChildren().Any())
            return null;
        string Needed(string name) =>
            section[name] is { Length: > 0 } value ? value : throw new StartRefused($"{Section}:{name} is required to keep files in S3.");
        var url = Needed("ServiceUrl");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw new StartRefused($"{Section}:ServiceUrl is not an http(s) address.");
        return new S3Settings(
            url,
            Needed("Bucket"),
            section["Region"] ?? "us-east-1",
            Needed("AccessKey"),
            Needed("SecretKey"),
            section["Prefix"] ?? ""
        );
    }
}
