using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Auth;

/// <summary>What a route asks of its caller: a permission, or (null) only to be signed in.</summary>
public sealed record NeedsPermission(Permission? Permission);

/// <summary>What a route says that anybody may call.</summary>
public sealed record OpenToAll;

/// <summary>States and enforces what routes ask of their callers.</summary>
public static class RouteAccess
{
    /// <summary>The caller needs this permission; the places where it is held become the scope of the request.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Permission permission)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeedsPermission(permission));

    /// <summary>The caller only has to be signed in.</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeedsPermission(null));

    /// <summary>Anybody may call.</summary>
    public static TBuilder NeedsNothing<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OpenToAll());

    /// <summary>
    /// Refuses callers without the right before anything of the request is read, and opens the scope for the others. A route of the
    /// API that states nothing is refused to everybody.
    /// </summary>
    public static IApplicationBuilder UseNeeds(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                // Routing answers a wrong method or media type by endpoints of its own, which are no routes.
                if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<OpenToAll>() is not null)
                    return next(context);
                if (endpoint.Metadata.GetMetadata<NeedsPermission>() is not { } needs)
                    return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                        ? throw Problems.Forbidden("—")
                        : next(context);
                if (context.Features.Get<Caller>() is not { } caller)
                    throw Problems.SignedOut();
                if (caller.MustSetUpSecondFactor && !IsOwnAccount(endpoint))
                    throw Problems.SecondFactorSetup();
                if (needs.Permission is { } asked && !caller.May(asked))
                    throw Problems.Forbidden(PermissionWords.Of(asked));
                var scope = needs.Permission is { } permission ? caller.ScopeFor(permission) : caller.WholeScope();
                context.RequestServices.GetRequiredService<CurrentScope>().Become(caller.Actor, scope, caller.Lent(needs.Permission));
                return next(context);
            }
        );

    // What one does with one's own account stays open: the second factor is set up there.
    private static bool IsOwnAccount(RouteEndpoint endpoint) =>
        new PathString(endpoint.RoutePattern.RawText).StartsWithSegments("/api/v1/me", StringComparison.OrdinalIgnoreCase);
}
