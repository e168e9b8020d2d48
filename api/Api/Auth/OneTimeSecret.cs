using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Opora.Api.Auth;

/// <summary>
/// The secret of a one-time link: 256 random bits in base64url. It stands behind the <c>#</c> of the address, which browsers never send,
/// so that no log of any server knows it.
/// </summary>
public static class OneTimeSecret
{
    private const int SecretBytes = 32;

    /// <summary>Makes a new secret.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is stored of it.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The page of the product that takes the secret, as a path.</summary>
    public static string PathOf(string secret) => "/join#" + secret;
}
