using Opora.Domain.Access;

namespace Opora.Api.Mail;

/// <summary>The mails that carry a one-time link: plain text, no names of other people.</summary>
public static class LinkMails
{
    /// <summary>Sends the link; false when the mail did not go out.</summary>
    /// <param name="mailer">The way out.</param>
    /// <param name="letterhead">Whose mail it is.</param>
    /// <param name="to">Address.</param>
    /// <param name="purpose">What the link is for.</param>
    /// <param name="userName">Name to sign in with.</param>
    /// <param name="path">Path of the link.</param>
    /// <param name="expiresOn">Last day on which it works for sure.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static Task<bool> SendLink(
        this Mailer mailer,
        Letterhead letterhead,
        string to,
        LinkPurpose purpose,
        string userName,
        string path,
        DateTime expiresOn,
        CancellationToken cancellationToken
    )
    {
        var address = mailer.AddressOf(path);
        var until = expiresOn.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        return purpose == LinkPurpose.Invitation
            ? mailer.Send(
                letterhead,
                to,
                "Опора: приглашение",
                $"""
                Здравствуйте!

                Вас пригласили в систему «Опора», где ведётся сопровождение школ.

                Откройте ссылку и задайте пароль:
                {address}

                Имя для входа: {userName}
                Ссылка действует один раз, до {until}.

                Если вы не ждали этого письма, ничего не делайте.
                """,
                cancellationToken
            )
            : mailer.Send(
                letterhead,
                to,
                "Опора: новый пароль",
                $"""
                Здравствуйте!

                Для вашей учётной записи в системе «Опора» запрошен новый пароль.

                Откройте ссылку и задайте его:
                {address}

                Имя для входа: {userName}
                Ссылка действует один раз, до {until}.

                Если вы не просили новый пароль, ничего не делайте: прежний действует по-прежнему.
                """,
                cancellationToken
            );
    }
}
