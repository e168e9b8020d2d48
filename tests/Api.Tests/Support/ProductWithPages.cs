using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Opora.Api.Http;

namespace Opora.Api.Tests.Support;

/// <summary>The product with a web application of a few files, started once for all tests of this class.</summary>
public sealed class ProductWithPages : IDisposable
{
    public const string Page = "<!doctype html><title>Опора</title>";
    public static readonly string Script = string.Concat(Enumerable.Repeat("console.log(1);", 100));

    public ProductWithPages(ApiFactory api)
    {
        var assets = Folder.CreateSubdirectory("assets").FullName;
        File.WriteAllText(Path.Combine(Folder.FullName, "index.html"), Page);
        File.WriteAllText(Path.Combine(assets, "app-1.js"), Script);
        using (var br = new BrotliStream(File.Create(Path.Combine(assets, "app-1.js.br")), CompressionLevel.Fastest))
            br.Write(Encoding.UTF8.GetBytes(Script));
        using (var gzip = new GZipStream(File.Create(Path.Combine(assets, "app-1.js.gz")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Script));
        Factory = api.WithWebHostBuilder(host => host.UseSetting(WebApp.FolderSetting, Folder.FullName));
        Http = Factory.CreateClient();
    }

    /// <summary>Where the files lie.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("opora-web-");

    /// <summary>The product.</summary>
    public WebApplicationFactory<Program> Factory { get; }

    /// <summary>Calls the product.</summary>
    public HttpClient Http { get; }

    public void Dispose()
    {
        Http.Dispose();
        Factory.Dispose();
        Folder.Delete(recursive: true);
    }
}
