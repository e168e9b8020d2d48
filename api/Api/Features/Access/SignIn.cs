using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Access;

/// <summary>Signs in with user name and password.</summary>
public static class SignIn
{
    public sealed record Command(Body Body) : IRequest<Ok<MeDetails>>;

    /// <summary>Who wants in.</summary>
    /// <param name="UserName">Name to sign in with.</param>
    /// <param name="Password">Password.</param>
    public sealed record Body(string UserName, string Password) : IExampled<Body>
    {
        public static Body Example => new("operator", "четыре простых русских слова");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.UserName).NotEmpty().MaximumLength(100).WithMessage("Введите имя пользователя.");
            RuleFor(c => c.Body.Password).NotEmpty().MaximumLength(200).WithMessage("Введите пароль.");
        }
    }

    internal sealed class Handler(AppDbContext db, UserManager<Person> people, IPasswordHasher<Person> hasher, IHttpContextAccessor http)
        : IRequestHandler<Command, Ok<MeDetails>>
    {
        // Verified against when the name is unknown, so that the answer takes as long as for a known one.
        private static readonly Person Nobody = new();
        private static string? _nobodysHash;

        public async Task<Ok<MeDetails>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (userName, password) = request.Body;
            var person = await people.FindByNameAsync(userName);
            if (person is null)
            {
                _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
                hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
                throw Problems.SignInFailed();
            }
            var locked = await people.IsLockedOutAsync(person);
            var right = await people.CheckPasswordAsync(person, password);
            // A locked account is told only to whoever knows its password: to others it looks like any wrong sign-in.
            if (locked)
                throw right ? Problems.LockedOut() : Problems.SignInFailed();
            if (!right)
            {
                await people.AccessFailedAsync(person);
                throw Problems.SignInFailed();
            }
            if (person.AccessFailedCount > 0)
                await people.ResetAccessFailedCountAsync(person);

            await http.HttpContext!.OpenSession(person);
            var caller = await db.FindPerson(person.Id, person.SecurityStamp, cancellationToken) ?? throw Problems.SignInFailed();
            db.Current.Become(caller.Actor, caller.WholeScope());
            return TypedResults.Ok(await MeDetails.Read(db, person, caller.Grants, cancellationToken));
        }
    }
}
