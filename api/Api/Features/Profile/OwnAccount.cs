using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.Profile;

/// <summary>The account of whoever calls. What is done with it needs no permission, and reaches nobody else's.</summary>
internal static class OwnAccount
{
    /// <summary>The caller and the session; a program has no account.</summary>
    public static (Guid PersonId, Guid SessionId) OwnSession(this IHttpContextAccessor http) =>
        http.Caller() is { Actor: { Kind: ActorKind.Person, Id: { } person }, SessionId: { } session }
            ? (person, session)
            : throw Problems.SignedOut();

    /// <summary>The person who calls.</summary>
    public static Task<Person> FindMe(this AppDbContext db, IHttpContextAccessor http, CancellationToken cancellationToken)
    {
        var id = http.OwnSession().PersonId;
        return db.Users.SingleAsync(p => p.Id == id, cancellationToken);
    }

    /// <summary>Demands the present password again: an unlocked computer must not be enough to take an account over.</summary>
    public static async Task Demand(
        this Passwords passwords,
        Person person,
        string password,
        string pointer,
        CancellationToken cancellationToken
    )
    {
        switch (await passwords.Judge(person, password, cancellationToken))
        {
            case PasswordVerdict.Wrong:
                throw Problems.Validation(pointer, "password-wrong", "Пароль неверен. Введите тот, с которым вы входите сейчас.");
            case PasswordVerdict.Locked:
                throw Problems.RuleBroken("locked-out", "Слишком много неудачных попыток. Повторите через 15 минут.");
        }
    }
}
