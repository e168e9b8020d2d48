using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Opora.Api.Auth;

/// <summary>
/// The key of a machine client: <c>opora_</c>, 256 random bits in base64url, and six characters of checksum, so that a leaked key can be
/// recognised by scanners and a mistyped one is refused without asking the database.
/// </summary>
public static class MachineKey
{
    private const string Prefix = "opora_";
    private const int SecretBytes = 32;
    private const int ChecksumLength = 6;

    /// <summary>Makes a new key.</summary>
    public static string Create()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return Prefix + secret + Checksum(secret);
    }

    /// <summary>The hash to look for, or null when the text is no key.</summary>
    public static byte[]? HashOf(string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal) || key.Length <= Prefix.Length + ChecksumLength)
            return null;
        var secret = key[Prefix.Length..^ChecksumLength];
        return string.Equals(Checksum(secret), key[^ChecksumLength..], StringComparison.Ordinal)
            ? SHA256.HashData(Encoding.UTF8.GetBytes(key))
            : null;
    }

    private static string Checksum(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..ChecksumLength];
}
