using System.Net.Mail;

namespace Opora.Api.Mail;

/// <summary>How mail is sent (section <c>Smtp</c>) and under which address people reach the product (<c>PublicUrl</c>).</summary>
/// <param name="Host">Host of the SMTP server; without it mail is off.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">Address of the sender.</param>
/// <param name="UserName">Name to sign in with at the server, when it wants one.</param>
/// <param name="Password">Password for it.</param>
/// <param name="Tls">Whether the connection is encrypted (STARTTLS).</param>
/// <param name="PublicUrl">Address of the product as people open it: links in mails begin with it, never with what a request says.</param>
public sealed record MailSettings(string? Host, int Port, string? From, string? UserName, string? Password, bool Tls, string? PublicUrl)
{
    private const int DefaultPort = 587;

    /// <summary>Reads them.</summary>
    public static MailSettings Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Smtp");
        return new MailSettings(
            smtp["Host"],
            smtp.GetValue("Port", DefaultPort),
            smtp["From"],
            smtp["UserName"],
            smtp["Password"],
            smtp.GetValue("Tls", true),
            configuration["PublicUrl"]?.TrimEnd('/')
        );
    }
}

/// <summary>Sends plain mails. When mail is off or a mail does not go out, links are handed over by people instead.</summary>
public sealed partial class Mailer(MailSettings settings, ILogger<Mailer> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether mails can be sent.</summary>
    public bool IsOn =>
        !string.IsNullOrEmpty(settings.Host) && !string.IsNullOrEmpty(settings.From) && !string.IsNullOrEmpty(settings.PublicUrl);

    /// <summary>The full address of a page of the product.</summary>
    public string AddressOf(string path) => settings.PublicUrl + path;

    /// <summary>Sends a mail; false when it did not go out.</summary>
    public async Task<bool> Send(Letterhead letterhead, string to, string subject, string text, CancellationToken cancellationToken)
    {
        if (!IsOn)
            return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
            if (!string.IsNullOrEmpty(settings.UserName))
                client.Credentials = new System.Net.NetworkCredential(settings.UserName, settings.Password);
            using var mail = new MailMessage(
                new MailAddress(settings.From!, letterhead.Sender, System.Text.Encoding.UTF8),
                new MailAddress(to)
            )
            {
                Subject = subject,
                Body = text,
                SubjectEncoding = System.Text.Encoding.UTF8,
                BodyEncoding = System.Text.Encoding.UTF8,
            };
            if (letterhead.ReplyTo is { } replyTo)
                mail.ReplyToList.Add(replyTo);
            await client.SendMailAsync(mail, patience.Token);
            return true;
        }
        catch (Exception e)
            when (e is SmtpException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Neither the address nor the text, which holds a secret.
            NotSent(logger, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not sent: {Reason}")]
    private static partial void NotSent(ILogger logger, string reason);
}
