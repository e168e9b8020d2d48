using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>Sign-in by cookie for people and by key for machines; either ends in a <see cref="Caller"/> among the request's features.</summary>
public static class Authentication
{
    /// <summary>Claim that carries the security stamp of the session.</summary>
    public const string StampClaim = "stamp";

    /// <summary>Name of the session's cookie.</summary>
    public const string CookieName = "opora";

    private const string KeyScheme = "Key";
    private const string EitherScheme = "Either";
    private const string SessionClaim = "session";

    /// <summary>Registers Identity, both schemes and the keys that protect cookies.</summary>
    public static void AddSignIn(this IServiceCollection services, string keysFolder)
    {
        services.ConfigureSwaggerGen(OpenApiAccess.Configure);
        services.AddHostedService<ForgetOldSessions>();
        services.AddScoped<Passwords>();
        services.AddScoped<SecondFactor>();
        services.AddDataProtection().SetApplicationName("Opora").PersistKeysToFileSystem(new DirectoryInfo(keysFolder));
        // Before Identity, which else adds rules of its own.
        services.AddScoped<IPasswordValidator<Person>, PasswordRule>();
        services
            .AddIdentityCore<Person>(o =>
            {
                o.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<AppDbContext>();
        services
            .AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, o => o.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyScheme, null)
            .AddCookie(o =>
            {
                o.Cookie.Name = CookieName;
                o.Cookie.Path = "/";
                o.CookieManager = new HostCookies();
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.ExpireTimeSpan = PersonSession.IdleLimit;
                o.SlidingExpiration = true;
                o.Events.OnValidatePrincipal = ValidateSession;
                o.Events.OnRedirectToLogin = c => ProblemHandler.Write(c.HttpContext, Problems.SignedOut(), c.HttpContext.RequestAborted);
                o.Events.OnRedirectToAccessDenied = c =>
                    ProblemHandler.Write(c.HttpContext, Problems.Forbidden(""), c.HttpContext.RequestAborted);
            });
    }

    /// <summary>
    /// Opens a session for the person and saves it with all else that waits to be saved. It has an id of its own whatever the browser
    /// brought along; the session that the browser had before ends.
    /// </summary>
    public static async Task<Caller> OpenSession(
        this HttpContext context,
        AppDbContext db,
        Person person,
        CancellationToken cancellationToken
    )
    {
        var now = Now(context);
        var session = new PersonSession(person.Id, now, ClientWords.Of(context.Request.Headers.UserAgent.ToString()));
        db.Add(session);
        person.LastSignInAt = now;
        await EndFormer(context, db, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await context.GiveCookie(session.Id, person);
        return await db.FindPerson(session.Id, person.SecurityStamp, now, cancellationToken) ?? throw Problems.SignInFailed();
    }

    /// <summary>Gives the browser its cookie anew, after the security stamp of the person has changed.</summary>
    public static Task GiveCookie(this HttpContext context, Guid sessionId, Person person)
    {
        var identity = new ClaimsIdentity(
            [new Claim(SessionClaim, sessionId.ToString()), new Claim(StampClaim, person.SecurityStamp ?? "")],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Closes the session of this browser.</summary>
    public static async Task CloseSession(this HttpContext context, AppDbContext db, CancellationToken cancellationToken)
    {
        await EndFormer(context, db, Now(context), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await context.TakeCookie();
    }

    /// <summary>Takes the cookie of this browser away.</summary>
    public static Task TakeCookie(this HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    private static async Task EndFormer(HttpContext context, AppDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        if (
            context.Features.Get<Caller>() is { SessionId: { } former }
            && await db.PersonSessions.SingleOrDefaultAsync(s => s.Id == former, cancellationToken) is { } session
        )
            session.End(now);
    }

    private static DateTime Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? KeyScheme : CookieAuthenticationDefaults.AuthenticationScheme;

    private static async Task ValidateSession(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<AppDbContext>();
        var caller = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            ? await db.FindPerson(
                id,
                context.Principal.FindFirstValue(StampClaim),
                Now(context.HttpContext),
                context.HttpContext.RequestAborted
            )
            : null;
        if (caller is null)
            context.RejectPrincipal();
        else
            context.HttpContext.Features.Set(caller);
    }

    private sealed class KeyHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder,
        AppDbContext db,
        TimeProvider clock
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private const string Bearer = "Bearer ";

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            if (
                !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                || MachineKey.HashOf(header[Bearer.Length..].Trim()) is not { } hash
            )
                return AuthenticateResult.Fail("No key.");
            var (sender, now) = (Context.Connection.RemoteIpAddress, clock.GetUtcNow().UtcDateTime);
            if (await db.FindClient(hash, sender, now, Context.RequestAborted) is not { } caller)
                return AuthenticateResult.Fail("Unknown key.");
            Context.Features.Set(caller);
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([], KeyScheme)), KeyScheme));
        }
    }
}
