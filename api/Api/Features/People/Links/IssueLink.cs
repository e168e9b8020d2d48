using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Api.Mail;
using Opora.Domain.Access;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>Issues a person a new one-time link, to join or to set a new password; the one before stops working.</summary>
public static class IssueLink
{
    /// <param name="Id">Id of the person.</param>
    /// <param name="IfMatch">The version that the caller saw.</param>
    /// <param name="Body">How it gets to the person.</param>
    public sealed record Command(Guid Id, IfMatch IfMatch, Body Body) : IRequest<Ok<Issued>>;

    /// <summary>How the link gets to the person.</summary>
    /// <param name="ByMail">Send it by e-mail, when mail is on and an address is known; otherwise it is answered.</param>
    public sealed record Body(bool ByMail) : IExampled<Body>
    {
        public static Body Example => new(ByMail: false);
    }

    /// <summary>The link, told this one time.</summary>
    /// <param name="Purpose">What it is for.</param>
    /// <param name="Sent">Whether it went out by e-mail; then it is not told.</param>
    /// <param name="Path">Its path: the address of the product and this make the link.</param>
    /// <param name="ExpiresAt">Until when it works.</param>
    /// <param name="Person">The person's card after it.</param>
    public sealed record Issued(LinkPurpose Purpose, bool Sent, string? Path, DateTime ExpiresAt, PersonDetails Person);

    internal sealed class Handler(AppDbContext db, Mailer mailer, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<Issued>>
    {
        public async Task<Ok<Issued>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var person = await db.WholePersonToChange(request.Id, request.IfMatch, cancellationToken);
            if (person.BlockedAt is not null)
                throw Problems.RuleBroken("person-blocked", "Этот человек заблокирован. Сначала откройте ему вход.");
            var purpose = person.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
            await db.RevokeLinks(person.Id, purpose, now, cancellationToken);
            var (link, secret) = db.AddLink(person.Id, purpose, now, SignInLink.HandedFor, http.Caller().Actor.Id);
            db.Note(
                person.Id,
                "link-issued",
                await db.PlaceOf(person.Id, cancellationToken),
                new FieldChange("purpose", null, purpose.ToString())
            );
            await db.SaveChangesAsync(cancellationToken);

            var path = OneTimeSecret.PathOf(secret);
            var sent =
                request.Body.ByMail
                && mailer.IsOn
                && person.Email is { } email
                && await mailer.SendLink(
                    await Letterhead.Of(db, cancellationToken),
                    email,
                    purpose,
                    person.UserName!,
                    path,
                    link.ExpiresAt,
                    cancellationToken
                );
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(
                new Issued(purpose, sent, sent ? null : path, link.ExpiresAt, await PersonDetails.Read(db, person, now, cancellationToken))
            );
        }
    }
}
