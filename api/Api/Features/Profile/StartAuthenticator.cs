using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Persistence;
using QRCoder;

namespace Opora.Api.Features.Profile;

/// <summary>Makes a new secret for an authenticator app; it counts once a code made from it has been confirmed.</summary>
public static class StartAuthenticator
{
    private const string Issuer = "Опора";
    private const int PixelsPerModule = 5;

    public sealed record Command(Body Body) : IRequest<Ok<NewAuthenticator>>;

    /// <summary>Proof that it is oneself.</summary>
    /// <param name="Password">The present password.</param>
    public sealed record Body(string Password) : IExampled<Body>
    {
        public static Body Example => new("четыре простых русских слова");
    }

    /// <summary>What the app needs, in three forms.</summary>
    /// <param name="Secret">To be typed in.</param>
    /// <param name="Uri">For an app on this device.</param>
    /// <param name="QrSvg">To be photographed: an SVG picture.</param>
    public sealed record NewAuthenticator(string Secret, string Uri, string QrSvg);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Password).Length(1, 200).WithMessage("Введите пароль.");
    }

    internal sealed class Handler(AppDbContext db, Passwords passwords, SecondFactor secondFactor, IHttpContextAccessor http)
        : IRequestHandler<Command, Ok<NewAuthenticator>>
    {
        public async Task<Ok<NewAuthenticator>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.FindMe(http, cancellationToken);
            if (me.TwoFactorEnabled)
                throw Problems.RuleBroken("second-factor-on", "Вход с кодом уже включён. Чтобы сменить телефон, сначала отключите его.");
            await passwords.Demand(me, request.Body.Password, "/password", cancellationToken);
            var secret = Base32.Encode(secondFactor.NewSecret(me));
            me.AccessFailedCount = 0;
            await db.SaveChangesAsync(cancellationToken);
            var uri = UriOf(me.UserName!, secret);
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new NewAuthenticator(secret, uri, Picture(uri)));
        }

        private static string UriOf(string userName, string secret)
        {
            var issuer = Uri.EscapeDataString(Issuer);
            return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={issuer}";
        }

        private static string Picture(string uri)
        {
            using var data = QRCodeGenerator.GenerateQrCode(Encoding.UTF8.GetBytes(uri), QRCodeGenerator.ECCLevel.M);
            using var picture = new SvgQRCode(data);
            return picture.GetGraphic(PixelsPerModule);
        }
    }
}
