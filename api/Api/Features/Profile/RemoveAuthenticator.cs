using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Profile;

/// <summary>Turns the second factor off.</summary>
public static class RemoveAuthenticator
{
    public sealed record Command([FromBody] Body Body) : IRequest<NoContent>;

    /// <summary>Proof that it is oneself.</summary>
    /// <param name="Password">The present password.</param>
    /// <param name="Code">Code of the app or a recovery code.</param>
    public sealed record Body(string Password, string Code) : IExampled<Body>
    {
        public static Body Example => new("четыре простых русских слова", "123456");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Password).Length(1, 200).WithMessage("Введите пароль.");
            RuleFor(c => c.Body.Code).Length(1, 40).WithMessage("Введите код из приложения или резервный код.");
        }
    }

    internal sealed class Handler(AppDbContext db, Passwords passwords, SecondFactor secondFactor, IHttpContextAccessor http)
        : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var (password, code) = request.Body;
            var me = await db.FindMe(http, cancellationToken);
            if (!me.TwoFactorEnabled)
                throw Problems.RuleBroken("second-factor-off", "Вход с кодом не включён.");
            await passwords.Demand(me, password, "/password", cancellationToken);
            if (!await secondFactor.Take(me, code, cancellationToken))
            {
                await passwords.CountFailure(me, cancellationToken);
                throw Problems.Validation("/code", "code-wrong", "Код неверен, устарел или уже использован.");
            }
            await secondFactor.Forget(me, cancellationToken);
            me.TwoFactorEnabled = false;
            me.AuthenticatorSecret = null;
            me.AccessFailedCount = 0;
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }
}
