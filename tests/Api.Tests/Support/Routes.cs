using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;

namespace Opora.Api.Tests.Support;

/// <summary>One route of the API as its metadata tell it.</summary>
public sealed record Route(RouteEndpoint Endpoint)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Every named route under <c>/api/v1</c>.</summary>
    public static IReadOnlyList<Route> All(ApiFactory api)
    {
        List<Route> routes =
        [
            .. api
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
                .Select(e => new Route(e)),
        ];
        routes.Count.ShouldBeGreaterThan(15, "The routes were not found.");
        return routes;
    }

    /// <summary>Operation id: the name of the slice.</summary>
    public string Name => Endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? Pattern;

    /// <summary>Its pattern, <c>/api/v1/schools/{id}</c>.</summary>
    public string Pattern => Endpoint.RoutePattern.RawText!;

    /// <summary>Its method.</summary>
    public HttpMethod Method => new(Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single());

    /// <summary>What it asks of its caller; null when it is open to all or says nothing.</summary>
    public NeedsPermission? Needs => Endpoint.Metadata.GetMetadata<NeedsPermission>();

    /// <summary>Whether anybody may call.</summary>
    public bool IsOpen => Endpoint.Metadata.GetMetadata<OpenToAll>() is not null;

    /// <summary>Whether it changes something.</summary>
    public bool IsUnsafe => Method != HttpMethod.Get;

    /// <summary>Whether it demands the version of what it changes.</summary>
    public bool NeedsVersion => Endpoint.Metadata.GetMetadata<NeedsVersion>() is not null;

    /// <summary>Names of the parameters in its path.</summary>
    public IReadOnlyList<string> PathParameters => [.. Endpoint.RoutePattern.Parameters.Select(p => p.Name)];

    /// <summary>Whether its path names something of a region; kinds and ready-made sets are the same everywhere.</summary>
    public bool IsOfARegion => Name != "AdoptReadySet" && PathParameters.Any(p => p != "kind");

    /// <summary>The message that is bound from the request, when the route binds one.</summary>
    public Type? Message =>
        Endpoint
            .Metadata.GetMetadata<MethodInfo>()
            ?.GetParameters()
            .FirstOrDefault(p => p.GetCustomAttribute<Microsoft.AspNetCore.Http.AsParametersAttribute>() is not null)
            ?.ParameterType;

    /// <summary>Whether it is a list for people, read page by page.</summary>
    public bool IsPaged => typeof(IPaged).IsAssignableFrom(Message);

    /// <summary>The JSON body that it takes.</summary>
    public Type? Body =>
        Endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
        && accepts.ContentTypes.Contains("application/json", StringComparer.Ordinal)
            ? type
            : null;

    /// <summary>The good request that the body shows of itself.</summary>
    public JsonNode? Example =>
        Body?.GetProperty("Example", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is { } example
            ? JsonSerializer.SerializeToNode(example, Body, JsonOptions.Web)
            : null;

    /// <summary>The address with values in its path, and with something good for each query parameter that it cannot do without.</summary>
    /// <param name="value">Values in the path.</param>
    /// <param name="inQuery">Values in the query that must name something; null where anything good will do.</param>
    public string Address(Func<string, string> value, Func<string, string?>? inQuery = null)
    {
        var address = Endpoint.RoutePattern.Parameters.Aggregate(
            Pattern,
            (path, p) =>
            {
                var from = path.IndexOf("{" + p.Name, StringComparison.Ordinal);
                return string.Concat(path.AsSpan(0, from), Uri.EscapeDataString(value(p.Name)), path.AsSpan(path.IndexOf('}', from) + 1));
            }
        );
        var wanted =
            from parameter in Message?.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? []
            where !parameter.HasDefaultValue && Nullability.Create(parameter).WriteState != NullabilityState.Nullable
            where QueryNames.Of(Endpoint).Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase)
            let name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)
            select $"{name}={inQuery?.Invoke(name) ?? GoodValue(parameter)}";
        return string.Join('&', wanted) is { Length: > 0 } query ? $"{address}?{query}" : address;
    }

    private static string GoodValue(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(WireEnum<>))
            return WireNames.Of(type.GetGenericArguments()[0].GetFields(BindingFlags.Public | BindingFlags.Static)[0]);
        return (parameter.Name, type) switch
        {
            ("Subject", _) => "russian",
            (_, { } t) when t == typeof(int) => "2021",
            (_, { } t) when t == typeof(Period) => "2020",
            (_, { } t) when t == typeof(Guid) => Guid.Empty.ToString(),
            _ => "x",
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Pattern}";
}
