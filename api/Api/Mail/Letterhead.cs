using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Mail;

/// <summary>What a region has set for its mails.</summary>
/// <param name="Sender">Whose name they bear.</param>
/// <param name="ReplyTo">Where answers go, null for nowhere.</param>
public sealed record Letterhead(string Sender, string? ReplyTo)
{
    /// <summary>That of the region in whose scope the work is done; of several regions the first by code.</summary>
    public static Task<Letterhead> Of(AppDbContext db, CancellationToken cancellationToken) =>
        db
            .Regions.OrderBy(r => r.Code)
            .Select(r => new Letterhead(r.MailSenderName ?? r.Name, r.MailReplyTo))
            .FirstAsync(cancellationToken);
}
