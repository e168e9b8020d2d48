using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;

namespace Opora.Api.Features.Profile;

/// <summary>Makes new recovery codes; the earlier ones end.</summary>
public static class RenewRecoveryCodes
{
    public sealed record Command(Body Body) : IRequest<Ok<RecoveryCodeList>>;

    /// <summary>Proof that it is oneself.</summary>
    /// <param name="Password">The present password.</param>
    public sealed record Body(string Password) : IExampled<Body>
    {
        public static Body Example => new("четыре простых русских слова");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body.Password).Length(1, 200).WithMessage("Введите пароль.");
    }

    internal sealed class Handler(AppDbContext db, Passwords passwords, SecondFactor secondFactor, IHttpContextAccessor http)
        : IRequestHandler<Command, Ok<RecoveryCodeList>>
    {
        public async Task<Ok<RecoveryCodeList>> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = await db.FindMe(http, cancellationToken);
            if (!me.TwoFactorEnabled)
                throw Problems.RuleBroken("second-factor-off", "Вход с кодом не включён, резервные коды не нужны.");
            await passwords.Demand(me, request.Body.Password, "/password", cancellationToken);
            var codes = await secondFactor.NewRecoveryCodes(me, cancellationToken);
            me.AccessFailedCount = 0;
            await db.SaveChangesAsync(cancellationToken);
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(new RecoveryCodeList(codes));
        }
    }
}
