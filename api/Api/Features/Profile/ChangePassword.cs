using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>Changes one's own password; whoever is signed in elsewhere is signed out.</summary>
public static class ChangePassword
{
    public sealed record Command(Body Body) : IRequest<NoContent>;

    /// <summary>The passwords.</summary>
    /// <param name="Current">The present password.</param>
    /// <param name="New">The new one, at least 12 characters.</param>
    public sealed record Body(string Current, string New) : IExampled<Body>
    {
        public static Body Example => new("четыре простых русских слова", "пять совсем других русских слов");
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Current).Length(1, 200).WithMessage("Введите нынешний пароль.");
            RuleFor(c => c.Body.New).Length(12, 200).WithMessage("Пароль — от 12 знаков; подойдёт фраза из нескольких слов.");
        }
    }

    internal sealed class Handler(
        AppDbContext db,
        UserManager<Person> people,
        IPasswordHasher<Person> hasher,
        Passwords passwords,
        IHttpContextAccessor http,
        TimeProvider clock
    ) : IRequestHandler<Command, NoContent>
    {
        public async Task<NoContent> Handle(Command request, CancellationToken cancellationToken)
        {
            var (current, wanted) = request.Body;
            var me = await db.FindMe(http, cancellationToken);
            await passwords.Demand(me, current, "/current", cancellationToken);
            await Judge(me, wanted);
            me.PasswordHash = hasher.HashPassword(me, wanted);
            me.AccessFailedCount = 0;
            await db.SaveChangesAsync(cancellationToken);
            await db.EndSessions(me.Id, http.OwnSession().SessionId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return TypedResults.NoContent();
        }

        private async Task Judge(Person me, string wanted)
        {
            foreach (var validator in people.PasswordValidators)
                if (await validator.ValidateAsync(people, me, wanted) is { Succeeded: false } failed)
                    throw PasswordRule.Refusal(failed, "/new");
        }
    }
}
