using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Access;

/// <summary>Signs in with user name and password, and with a code where the person has a second factor.</summary>
public static class SignIn
{
    public sealed record Command(Body Body) : IRequest<Ok<MeDetails>>;

    /// <summary>Who wants in.</summary>
    /// <param name="UserName">Name to sign in with.</param>
    /// <param name="Password">Password.</param>
    /// <param name="Code">Code of the authenticator app or a recovery code, when the answer asked for one.</param>
    public sealed record Body(string UserName, string Password, string? Code = null) : IExampled<Body>
    {
        public static Body Example => new("operator", "четыре простых русских слова");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.UserName).NotEmpty().MaximumLength(100).WithMessage("Введите имя пользователя.");
            RuleFor(c => c.Body.Password).NotEmpty().MaximumLength(200).WithMessage("Введите пароль.");
            RuleFor(c => c.Body.Code).MaximumLength(40).WithMessage("Введите код из приложения или резервный код.");
        }
    }

    internal sealed class Handler(
        AppDbContext db,
        UserManager<Person> people,
        Passwords passwords,
        SecondFactor secondFactor,
        IHttpContextAccessor http,
        TimeProvider clock
    ) : IRequestHandler<Command, Ok<MeDetails>>
    {
        public async Task<Ok<MeDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (userName, password, code) = request.Body;
            var person = await people.FindByNameAsync(userName);
            var verdict = await passwords.Judge(person, password, cancellationToken);
            if (person is null || verdict == PasswordVerdict.Wrong)
                throw Problems.SignInFailed();
            if (verdict == PasswordVerdict.Locked)
                throw Problems.LockedOut();
            if (person.BlockedAt is not null)
                throw Problems.Blocked();
            if (person.TwoFactorEnabled)
                await TakeCode(person, code, cancellationToken);
            // Only now: whoever knows the password alone must not be able to forget wrong codes.
            person.AccessFailedCount = 0;
            var caller = await Open(person, cancellationToken);
            db.Current.Become(caller.Actor, caller.WholeScope());
            return TypedResults.Ok(await MeDetails.Read(db, person, caller, clock, cancellationToken));
        }

        private async Task TakeCode(Person person, string? code, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(code))
                throw Problems.SecondFactorRequired();
            if (await secondFactor.Take(person, code, cancellationToken))
                return;
            await passwords.CountFailure(person, cancellationToken);
            throw Problems.SecondFactorWrong();
        }

        private async Task<Caller> Open(Person person, CancellationToken cancellationToken)
        {
            try
            {
                return await http.HttpContext!.OpenSession(db, person, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (person.TwoFactorEnabled)
            {
                throw Problems.SecondFactorWrong();
            }
        }
    }
}
