using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Opora.Api.Auth;
using Opora.Api.Mail;
using Opora.Domain;
using Opora.Domain.Access;
using Opora.Domain.Places;
using Opora.Persistence;

namespace Opora.Api.Features.People;

/// <summary>
/// Names of people who ask for a new password, waiting to be looked up. The request itself asks nothing of the database, so that its
/// answer and its time say nothing of who exists.
/// </summary>
internal sealed class ResetRequests
{
    private const int MostWaiting = 1_000;

    private readonly Channel<string> _names = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Queues a name; of too many at once the last are dropped.</summary>
    public void Add(string userName) => _names.Writer.TryWrite(userName);

    /// <summary>The names in their order.</summary>
    public IAsyncEnumerable<string> Names(CancellationToken cancellationToken) => _names.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>Sends links to those who asked for a new password and have an e-mail address.</summary>
internal sealed partial class SendResets(
    ResetRequests requests,
    IServiceScopeFactory scopes,
    Mailer mailer,
    TimeProvider clock,
    ILogger<SendResets> logger
) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var name in requests.Names(stoppingToken))
            try
            {
                if (mailer.IsOn)
                    await Send(name, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(logger, e);
            }
    }

    private async Task Send(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var normal = scope.ServiceProvider.GetRequiredService<ILookupNormalizer>().NormalizeName(name);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db
            .Users.Where(p => (p.NormalizedUserName == normal || p.NormalizedEmail == normal) && p.Email != null && p.BlockedAt == null)
            .Select(p => new
            {
                Person = p,
                Grants = db.Grants.Where(g => g.HolderId == p.Id && g.RevokedAt == null).OrderBy(g => g.Id).ToList(),
                // Nobody's mailbox is filled by somebody else's pressing the button.
                Lately = db.SignInLinks.Any(l => l.PersonId == p.Id && l.CreatedById == null && l.CreatedAt > now - Between),
            })
            .ToListAsync(cancellationToken);
        foreach (var one in known.Where(k => !k.Lately && k.Grants.Count > 0))
        {
            var (person, grant) = (one.Person, one.Grants[0]);
            db.Current.Become(Actor.System, Scope.OfRegion(grant.RegionCode));
            var purpose = person.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
            await db.RevokeLinks(person.Id, purpose, now, cancellationToken);
            var (link, secret) = db.AddLink(person.Id, purpose, now, SignInLink.MailedResetFor, createdById: null);
            db.Note(
                person.Id,
                "link-asked",
                await db.PlaceOf(person.Id, cancellationToken),
                new FieldChange("purpose", null, purpose.ToString())
            );
            await db.SaveChangesAsync(cancellationToken);
            await mailer.SendLink(
                await Letterhead.Of(db, cancellationToken),
                person.Email!,
                purpose,
                person.UserName!,
                OneTimeSecret.PathOf(secret),
                link.ExpiresAt,
                cancellationToken
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request for a new password failed")]
    private static partial void Failed(ILogger logger, Exception exception);
}
