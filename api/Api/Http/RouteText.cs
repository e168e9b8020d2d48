namespace Opora.Api.Http;

/// <summary>What every route says of itself: its name (the slice's), a summary, the problems it may answer with.</summary>
public static class RouteText
{
    /// <summary>Operation id and summary.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary, string? description = null)
    {
        route.WithName(name).WithSummary(summary);
        return description is null ? route : route.WithDescription(description);
    }

    /// <summary>Statuses that are answered as Problem Details.</summary>
    public static TBuilder ProducesProblems<TBuilder>(this TBuilder route, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            route.WithMetadata(
                new Microsoft.AspNetCore.Http.ProducesResponseTypeMetadata(
                    status,
                    typeof(Microsoft.AspNetCore.Mvc.ProblemDetails),
                    ["application/problem+json"]
                )
            );
        return route;
    }

    /// <summary>The answer is a file of this type.</summary>
    public static TBuilder ProducesFile<TBuilder>(this TBuilder route, string contentType)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new Microsoft.AspNetCore.Http.ProducesResponseTypeMetadata(200, typeof(Stream), [contentType]));
}
