using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Opora.Persistence;

namespace Opora.Api.Auth.External;

/// <summary>Sign-in at a provider of the region's own, when one is configured: for invited people only.</summary>
public static partial class ExternalSignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "External";

    private const string NotInvited = "/not-invited";
    private const string Failed = "/sign-in?external=failed";
    private const int LongestAddress = 2_000;

    /// <summary>Registers the provider, when there is one.</summary>
    public static void AddExternalSignIn(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(OidcOptions.Section);
        if (string.IsNullOrEmpty(settings[nameof(OidcOptions.Authority)]))
            return;
        builder
            .Services.AddAuthentication()
            .AddOAuth<OidcOptions, OidcHandler>(
                Scheme,
                o =>
                {
                    o.Authority = settings[nameof(OidcOptions.Authority)]!;
                    o.ClientId = settings[nameof(OidcOptions.ClientId)] ?? "";
                    o.ClientSecret = settings[nameof(OidcOptions.ClientSecret)] ?? "";
                    o.Name = settings[nameof(OidcOptions.Name)] ?? o.Name;
                    o.AllowHttp = settings.GetValue<bool>(nameof(OidcOptions.AllowHttp));
                    o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                }
            );
        // After the framework has made the HTTP client of the scheme.
        builder.Services.AddSingleton<IPostConfigureOptions<OidcOptions>>(
            new PostConfigureOptions<OidcOptions>(
                Scheme,
                o =>
                    o.Provider = new ConfigurationManager<OpenIdConnectConfiguration>(
                        o.Authority.TrimEnd('/') + "/.well-known/openid-configuration",
                        new OpenIdConnectConfigurationRetriever(),
                        new HttpDocumentRetriever(o.Backchannel) { RequireHttps = !o.AllowHttp }
                    )
            )
        );
    }

    /// <summary>The words on the button; null when no provider is configured.</summary>
    public static async Task<string?> NameOfProvider(HttpContext context) =>
        await context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(Scheme) is null
            ? null
            : context.RequestServices.GetRequiredService<IOptionsMonitor<OidcOptions>>().Get(Scheme).Name;

    /// <summary>The address when it lies within this application, else its first page: nobody is led elsewhere with our name.</summary>
    public static string Local(string? address) =>
        address is { Length: > 0 and <= LongestAddress }
        && address[0] == '/'
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : "/";

    /// <summary>Opens a session for an invited person, tells anybody else that they are not invited.</summary>
    internal static async Task Receive(TicketReceivedContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<AppDbContext>();
        var normalizer = http.RequestServices.GetRequiredService<ILookupNormalizer>();
        var person = await ExternalPerson.Of(context.Principal!).FindInvited(db, normalizer, http.RequestAborted);
        if (person is null)
        {
            http.Response.Redirect(NotInvited);
            return;
        }
        await http.OpenSession(db, person, http.RequestAborted);
        await Land(http, Local(context.ReturnUri));
    }

    /// <summary>Leads back to sign-in: cancelled at the provider, or something was not as it has to be.</summary>
    internal static Task Fail(RemoteFailureContext context)
    {
        context.HandleResponse();
        Explain(context.HttpContext, context.Failure);
        return Task.CompletedTask;
    }

    /// <summary>The same, with the reason in the log only.</summary>
    internal static void Explain(HttpContext context, Exception? reason)
    {
        NotDone(context.RequestServices.GetRequiredService<ILogger<OidcHandler>>(), reason);
        context.Response.Redirect(Failed);
    }

    // The strict session cookie is not sent with what follows from the provider's redirect, however many redirects there are. A page
    // of our own that moves on by itself starts anew, from our own site.
    private static Task Land(HttpContext http, string address)
    {
        var to = HtmlEncoder.Default.Encode(address);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="ru">
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0;url={to}">
            <title>Вход выполнен</title>
            <p>Вход выполнен. <a href="{to}">Продолжить</a></p>
            </html>
            """,
            http.RequestAborted
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "External sign-in was not done")]
    private static partial void NotDone(ILogger logger, Exception? reason);
}
