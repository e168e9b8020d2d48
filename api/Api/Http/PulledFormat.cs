using Microsoft.Net.Http.Headers;

namespace Opora.Api.Http;

/// <summary>In which form a program wants the rows that it pulls, and how it comes to the next page.</summary>
internal static class PulledFormat
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string NdJson = "application/x-ndjson";

    /// <summary>The form that the caller likes best; JSON when none is named that is known.</summary>
    public static string Chosen(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1);
        foreach (var media in wanted)
        foreach (var known in (string[])[Json, Csv, NdJson])
            if (media.Quality is not 0 && new MediaTypeHeaderValue(known).IsSubsetOf(media))
                return known;
        return Json;
    }

    /// <summary>The address of the page after this cursor, with the same filters.</summary>
    public static string NextAddress(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(q => q.Key != "cursor").Append(new("cursor", cursor));
        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
