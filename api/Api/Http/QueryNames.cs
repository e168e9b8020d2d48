using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Opora.Domain;

namespace Opora.Api.Http;

/// <summary>
/// Refuses names in the query that the route does not know: <c>dryRunn=true</c> must not apply for real, and a misspelt filter must not
/// show everything.
/// </summary>
public static class QueryNames
{
    private const int ShownLength = 100;

    private static readonly ConditionalWeakTable<Endpoint, IReadOnlyList<string>> Known = [];

    /// <summary>Adds the guard; after the one of rights, so that strangers learn nothing of the parameters.</summary>
    public static IApplicationBuilder UseQueryNames(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                if (context.Request.Query.Count > 0 && context.GetEndpoint() is RouteEndpoint endpoint && IsOfApi(endpoint))
                    Refuse(context.Request.Query, Known.GetValue(endpoint, Read));
                return next(context);
            }
        );

    /// <summary>Names that the route reads from the query, as its binding says.</summary>
    public static IReadOnlyList<string> Of(RouteEndpoint endpoint) => Known.GetValue(endpoint, Read);

    private static bool IsOfApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.OrdinalIgnoreCase) == true;

    private static void Refuse(IQueryCollection query, IReadOnlyList<string> known)
    {
        List<ErrorItem> errors =
        [
            .. query
                .Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Take(10)
                .Select(name => Unknown(name, known)),
        ];
        if (errors.Count > 0)
            throw Problems.Malformed(errors[0].Message, errors);
    }

    private static ErrorItem Unknown(string name, IReadOnlyList<string> known)
    {
        var shown = name.Length > ShownLength ? name[..ShownLength] + "…" : name;
        var nearest = NearestName.Of(shown, known);
        var message =
            $"Параметра «{shown}» нет."
            + (
                nearest is not null ? $" Возможно, вы имели в виду «{nearest}»."
                : known.Count > 0 ? $" Есть: {string.Join(", ", known)}."
                : " Этот адрес не принимает параметров."
            );
        return new ErrorItem(
            "/" + JsonPointer.Escape(shown),
            "unknown-parameter",
            message,
            Value: null,
            nearest ?? (known.Count > 0 ? string.Join(", ", known) : null)
        );
    }

    // What the framework binds is either in the path, or made by a type of its own, or a body, or a service, or a text of the query.
    private static IReadOnlyList<string> Read(Endpoint endpoint)
    {
        var path = ((RouteEndpoint)endpoint).RoutePattern.Parameters.Select(p => p.Name);
        return
        [
            .. endpoint
                .Metadata.OfType<IParameterBindingMetadata>()
                .Where(p => !p.HasBindAsync && IsText(p.ParameterInfo.ParameterType, p.HasTryParse))
                .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
                .Except(path, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static bool IsText(Type type, bool hasTryParse) =>
        hasTryParse || type == typeof(string) || (type.IsArray && type != typeof(byte[]));
}
