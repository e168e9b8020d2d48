using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Opora.Domain.Access;

/// <summary>
/// Six-digit codes of authenticator apps: RFC 6238 with its defaults (HMAC-SHA-1, steps of 30 seconds), the only ones that every app
/// knows. SHA-1 is sound here: the code rests on its use as a keyed hash, not on collisions.
/// </summary>
public static class OneTimeCode
{
    /// <summary>Bytes of a secret: as long as the hash (RFC 4226, section 4).</summary>
    public const int SecretBytes = 20;

    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    // One step to either side: clocks of telephones go wrong by some seconds, and typing takes its time.
    private const int Drift = 1;

    /// <summary>The number of the step at a UTC instant, from 1970.</summary>
    public static long StepAt(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds);

    /// <summary>The code of a step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SecretBytes];
#pragma warning disable CA5350 // What the apps compute is not ours to choose.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, near now and later than the last one taken; null when there is none.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="code">Six digits as typed, without spaces.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="lastTaken">The step of the last code that was taken.</param>
    public static long? FindStep(ReadOnlySpan<byte> secret, string code, DateTime now, long lastTaken)
    {
        var (middle, typed) = (StepAt(now), System.Text.Encoding.UTF8.GetBytes(code));
        long? found = null;
        for (var step = middle - Drift; step <= middle + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(At(secret, step)), typed) && step > lastTaken)
                found = step;
        return found;
    }
}
