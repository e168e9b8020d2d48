using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Sets the password of whoever holds a one-time link, ends the sessions before it, and signs in.</summary>
public static class UseLink
{
    public sealed record Command(Body Body) : IRequest<Ok<Joined>>;

    /// <summary>The link and the password.</summary>
    /// <param name="Token">What stands behind the <c>#</c> of the link's address.</param>
    /// <param name="Password">At least 12 characters, none of the common ones.</param>
    public sealed record Body(string Token, string Password) : IExampled<Body>
    {
        public static Body Example => new("kT3v…", "четыре простых русских слова");
    }

    /// <summary>What came of it.</summary>
    /// <param name="SignedIn">Whether a session is open; not when a second factor is still asked for.</param>
    /// <param name="UserName">Name to sign in with from now on.</param>
    public sealed record Joined(bool SignedIn, string UserName);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Token).IsToken();
            RuleFor(c => c.Body.Password).NotEmpty().WithMessage("Придумайте пароль.");
        }
    }

    internal sealed class Handler(AppDbContext db, UserManager<Person> people, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<Joined>>
    {
        public async Task<Ok<Joined>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (link, person, grant) = await FoundLink.Find(db, request.Body.Token, now, cancellationToken);
            foreach (var rule in people.PasswordValidators)
                if (await rule.ValidateAsync(people, person, request.Body.Password) is { Succeeded: false } failed)
                    throw PasswordRule.Refusal(failed);

            person.PasswordHash = people.PasswordHasher.HashPassword(person, request.Body.Password);
            person.SecurityStamp = Guid.NewGuid().ToString("N");
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            link.Use(now);
            var municipality =
                grant.MunicipalityCode
                ?? await db
                    .Schools.Where(s => s.Id == grant.SchoolId)
                    .Select(s => s.MunicipalityCode)
                    .FirstOrDefaultAsync(cancellationToken);
            db.Note(
                person.Id,
                link.Purpose == LinkPurpose.Invitation ? "joined" : "password-reset",
                new Place(grant.RegionCode, municipality, grant.SchoolId)
            );
            try
            {
                if (person.TwoFactorEnabled)
                    await db.SaveChangesAsync(cancellationToken);
                else
                    await http.HttpContext!.OpenSession(db, person, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw Problems.LinkUsed();
            }
            return TypedResults.Ok(new Joined(!person.TwoFactorEnabled, person.UserName!));
        }
    }
}
