using System.Net.Mail;
using Opora.Persistence.Identity;

namespace Opora.Api.Features.People;

/// <summary>E-mail addresses as people type them.</summary>
internal static class EmailText
{
    /// <summary>Whether the text is one address and nothing else.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= Person.EmailLength
        && text.All(char.IsAscii)
        && !text.Any(c => char.IsControl(c) || c is ' ' or ',' or ';' or '<' or '>' or '"')
        && MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal)
        && address.Host.Contains('.', StringComparison.Ordinal);
}
