using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Http;
using Opora.Api.Mail;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>Invites all people of a list or, when a row is wrong, nobody. Links are told this one time.</summary>
public static class InvitePeople
{
    private const int MailsAtOnce = 4;

    public sealed record Command(InvitationList Body) : IRequest<Ok<Invited>>;

    /// <summary>Who was invited.</summary>
    /// <param name="Rows">Row by row, in the order of the list.</param>
    /// <param name="New">People who are new.</param>
    /// <param name="FurtherRoles">Roles given to people who were here already.</param>
    /// <param name="Sent">Links that went out by e-mail.</param>
    public sealed record Invited(IReadOnlyList<InvitedRow> Rows, int New, int FurtherRoles, int Sent);

    /// <summary>What became of a row.</summary>
    /// <param name="Row">Number of the row, from 1.</param>
    /// <param name="PersonId">Id of the person.</param>
    /// <param name="DisplayName">Name of the person.</param>
    /// <param name="UserName">Name to sign in with.</param>
    /// <param name="Role">The role.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Outcome">What was done.</param>
    /// <param name="Sent">Whether the link went out by e-mail.</param>
    /// <param name="Path">Path of the one-time link; null when it was sent, or when the person needs none.</param>
    /// <param name="ExpiresAt">Until when the link works.</param>
    public sealed record InvitedRow(
        int Row,
        Guid PersonId,
        string DisplayName,
        string UserName,
        Role Role,
        AccessPlace Place,
        InvitationOutcome Outcome,
        bool Sent,
        string? Path,
        DateTime? ExpiresAt
    );

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Body).SetValidator(new InvitationListValidator());
    }

    internal sealed class Handler(AppDbContext db, ILookupNormalizer names, Mailer mailer, IHttpContextAccessor http, TimeProvider clock)
        : IRequestHandler<Command, Ok<Invited>>
    {
        public async Task<Ok<Invited>> Handle(Command request, CancellationToken cancellationToken)
        {
            var caller = http.Caller();
            var plan = await new InvitationPlan(db, names, caller).Read(request.Body.Text, cancellationToken);
            Demand(plan);
            var userNames = new UserNames(names);
            await userNames.Read(db, plan.Rows, cancellationToken);
            var made = Make(plan, userNames, caller.Actor.Id!.Value);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.IsDuplicateKey(e))
            {
                throw Problems.Duplicate("Пока вы смотрели список, кого-то из него уже пригласили. Проверьте список ещё раз.");
            }
            if (request.Body.ByMail && mailer.IsOn)
                await Send(made, cancellationToken);
            http.HttpContext!.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(
                new Invited(
                    made,
                    made.Count(r => r.Path is not null || r.Sent),
                    made.Count(r => r.Outcome == InvitationOutcome.FurtherRole),
                    made.Count(r => r.Sent)
                )
            );
        }

        private static void Demand(InvitationPlan plan)
        {
            if (plan.Errors.Count > 0)
                throw Problems.Unprocessable(
                    "rows-wrong",
                    "В списке есть ошибки, никто не приглашён. Исправьте отмеченные строки.",
                    [.. plan.Errors.Select(e => new ErrorItem($"/rows/{e.Row}/{e.Column}", e.Code, e.Message, e.Value, e.Allowed))]
                );
            if (plan.Rows.Count == 0)
                throw Problems.Validation("/text", "required", "В списке нет ни одной строки.");
        }

        private List<InvitedRow> Make(InvitationPlan plan, UserNames userNames, Guid by)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var byEmail = new Dictionary<string, Person>(StringComparer.Ordinal);
            var made = new List<InvitedRow>();
            foreach (var (row, place, known, toOn) in plan.Rows)
            {
                var address = names.NormalizeEmail(row.Email) ?? "";
                var person = known ?? byEmail.GetValueOrDefault(address);
                string? path = null;
                DateTime? expiresAt = null;
                if (person is null)
                {
                    person = Add(row, userNames);
                    if (address.Length > 0)
                        byEmail[address] = person;
                    var (link, secret) = db.AddLink(person.Id, LinkPurpose.Invitation, now, SignInLink.HandedFor, by);
                    (path, expiresAt) = (OneTimeSecret.PathOf(secret), link.ExpiresAt);
                    db.Note(person.Id, "invited", place.Place);
                }
                var outcome = known is null && path is null ? InvitationOutcome.FurtherRole : row.Outcome;
                if (outcome != InvitationOutcome.Unchanged)
                {
                    var grant = place.GrantTo(person.Id).GivenBy(by, null, toOn);
                    db.Add(grant);
                    db.Note(person.Id, "granted", place.Place, GiveGrant.Told(grant, row.Place.Code));
                }
                made.Add(
                    new InvitedRow(
                        row.Row,
                        person.Id,
                        person.DisplayName,
                        person.UserName!,
                        row.Role,
                        row.Place,
                        outcome,
                        false,
                        path,
                        expiresAt
                    )
                );
            }
            return made;
        }

        // No password is set here, so nothing is hashed: a list of thousands costs no more than its rows.
        private Person Add(InvitationRow row, UserNames userNames)
        {
            var userName = userNames.Take(row);
            var person = new Person
            {
                DisplayName = row.DisplayName,
                UserName = userName,
                NormalizedUserName = names.NormalizeName(userName),
                Email = row.Email,
                NormalizedEmail = names.NormalizeEmail(row.Email),
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            db.Add(person);
            return person;
        }

        // After everything is saved: a mail that does not go out leaves its link in the answer.
        private async Task Send(List<InvitedRow> made, CancellationToken cancellationToken)
        {
            if (!mailer.IsOn)
                return;
            var letterhead = await Letterhead.Of(db, cancellationToken);
            var emails = db.ChangeTracker.Entries<Person>().ToDictionary(e => e.Entity.Id, e => e.Entity.Email);
            await Parallel.ForEachAsync(
                Enumerable.Range(0, made.Count).Where(i => made[i].Path is not null),
                new ParallelOptions { MaxDegreeOfParallelism = MailsAtOnce, CancellationToken = cancellationToken },
                async (i, cancel) =>
                {
                    var row = made[i];
                    if (
                        emails[row.PersonId] is { } email
                        && await mailer.SendLink(
                            letterhead,
                            email,
                            LinkPurpose.Invitation,
                            row.UserName,
                            row.Path!,
                            row.ExpiresAt!.Value,
                            cancel
                        )
                    )
                        made[i] = row with { Sent = true, Path = null };
                }
            );
        }
    }
}
