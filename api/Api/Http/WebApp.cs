using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Opora.Api.Http;

/// <summary>Serves the built web application from the API's own address.</summary>
public static class WebApp
{
    /// <summary>Names the folder with the built application where it is neither beside the program nor in the source tree.</summary>
    public const string FolderSetting = "Web:Folder";

    /// <summary>
    /// Files by their path, the application's page for every other address outside <c>/api</c>. Not a route: routing chooses by method
    /// before it looks at constraints, so a catch-all for GET would turn the API's 404 of other methods into a 405.
    /// </summary>
    public static void UseWebApp(this WebApplication app)
    {
        if (FindFolder(app.Configuration) is not { } folder)
        {
            app.MapGet(
                    "/",
                    () => Results.Text("Веб-приложение не собрано. Запустите: dotnet run --project api/Api", "text/plain; charset=utf-8")
                )
                .ExcludeFromDescription();
            return;
        }

        var files = new WebFiles(new PhysicalFileProvider(folder));
        app.Use(
            (context, next) =>
                context.GetEndpoint() is null && IsRead(context.Request) && files.Answer(context) is { } file
                    ? file.ExecuteAsync(context)
                    : next(context)
        );
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string? FindFolder(IConfiguration configuration)
    {
        var built = typeof(WebApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "WebDist")?.Value;
        string?[] places = [configuration[FolderSetting], Path.Combine(AppContext.BaseDirectory, "wwwroot"), built];
        return places.FirstOrDefault(place => place is { Length: > 0 } && File.Exists(Path.Combine(place, "index.html")));
    }
}

/// <summary>The files of the built application, each in the smallest form that the build made and the reader accepts.</summary>
internal sealed class WebFiles(IFileProvider files)
{
    private const string Page = "/index.html";

    private static readonly (string Encoding, string Suffix)[] Compressed = [("br", ".br"), ("gzip", ".gz")];
    private readonly FileExtensionContentTypeProvider types = new();

    /// <summary>The file of that path, else the page when it may be the address of a screen; null for neither.</summary>
    public IResult? Answer(HttpContext context) =>
        Find(context, context.Request.Path) ?? (IsScreen(context.Request.Path) ? Find(context, Page) : null);

    private static bool IsScreen(PathString path) =>
        !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !Path.HasExtension(path.Value);

    private PhysicalFileHttpResult? Find(HttpContext context, PathString path)
    {
        if (
            path.Value is not { Length: > 1 } name
            || !types.TryGetContentType(name, out var type)
            || files.GetFileInfo(name) is not { Exists: true } file
        )
            return null;
        var (encoding, served) = Choose(context.Request, name, file);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        // What lies in /assets has its content's hash in its name; everything else is asked for anew, cheaply thanks to the ETag.
        headers.CacheControl = name.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        var tag = FormattableString.Invariant($"\"{served.LastModified.UtcTicks:x}-{served.Length:x}\"");
        if (type.StartsWith("text/", StringComparison.Ordinal))
            type += "; charset=utf-8";
        return TypedResults.PhysicalFile(
            served.PhysicalPath!,
            type,
            lastModified: served.LastModified,
            entityTag: new EntityTagHeaderValue(tag)
        );
    }

    private (string? Encoding, IFileInfo File) Choose(HttpRequest request, string name, IFileInfo plain)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Compressed)
        {
            if (accepted.Any(a => a.Value == encoding && a.Quality is not 0) && files.GetFileInfo(name + suffix) is { Exists: true } file)
                return (encoding, file);
        }

        return (null, plain);
    }
}
