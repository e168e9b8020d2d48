using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Profile;

/// <summary>Turns the second factor on with a first code of the app.</summary>
public static class ConfirmAuthenticator
{
    public sealed record Command(Body Body) : IRequest<Ok<RecoveryCodeList>>;

    /// <summary>The first code.</summary>
    /// <param name="Code">Six digits that the app shows.</param>
    public sealed record Body(string Code) : IExampled<Body>
    {
        public static Body Example => new("123456");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Code).Length(1, 40).WithMessage("Введите шесть цифр из приложения.");
    }

    internal sealed class Handler(AppDbContext db, SecondFactor secondFactor, IHttpContextAccessor http)
        : IRequestHandler<Command, Ok<RecoveryCodeList>>
    {
        public async Task<Ok<RecoveryCodeList>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.FindMe(http, cancellationToken);
            if (me.TwoFactorEnabled || me.AuthenticatorSecret is null)
                throw Problems.RuleBroken("authenticator-not-started", "Начните настройку сначала: откройте новый код для приложения.");
            if (!secondFactor.TakeCode(me, request.Body.Code))
                throw Problems.Validation(
                    "/code",
                    "code-wrong",
                    "Код не подошёл. Проверьте время на телефоне и введите тот код, который виден сейчас."
                );
            me.TwoFactorEnabled = true;
            var codes = await secondFactor.NewRecoveryCodes(me, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new RecoveryCodeList(codes));
        }
    }
}
