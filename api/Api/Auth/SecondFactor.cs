using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Opora.Domain.Access;
using Opora.Persistence;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>
/// The second factor: codes of an authenticator app, each taken once, and recovery codes for the day on which the telephone is lost.
/// What it changes waits to be saved.
/// </summary>
public sealed class SecondFactor(AppDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Purpose = "Opora.Authenticator";
    private const int RecoveryCodes = 10;
    private const int RecoveryBytes = 10;
    private const int RecoveryGroup = 4;

    /// <summary>Gives the person a new secret, which counts after its first code; it is kept protected.</summary>
    public byte[] NewSecret(Person person)
    {
        var secret = RandomNumberGenerator.GetBytes(OneTimeCode.SecretBytes);
        person.AuthenticatorSecret = Convert.ToBase64String(Protector(person).Protect(secret));
        return secret;
    }

    /// <summary>Takes a code of the app; it and all before it are not taken again.</summary>
    public bool TakeCode(Person person, string code)
    {
        if (SecretOf(person) is not { } secret)
            return false;
        if (OneTimeCode.FindStep(secret, Bare(code), clock.GetUtcNow().UtcDateTime, person.LastCodeStep) is not { } step)
            return false;
        person.LastCodeStep = step;
        // Of two who come at once with one code, the second finds another stamp and fails.
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
        return true;
    }

    /// <summary>Takes a code of the app or a recovery code.</summary>
    public async Task<bool> Take(Person person, string code, CancellationToken cancellationToken)
    {
        if (Bare(code).Length == OneTimeCode.Digits)
            return TakeCode(person, code);
        var hash = HashOf(person, code);
        var known = await db.RecoveryCodes.SingleOrDefaultAsync(c => c.PersonId == person.Id && c.Hash == hash, cancellationToken);
        if (known is null)
            return false;
        db.Remove(known);
        return true;
    }

    /// <summary>New recovery codes in place of all earlier ones: told once, kept as hashes.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodes(Person person, CancellationToken cancellationToken)
    {
        await Forget(person, cancellationToken);
        var codes = Enumerable
            .Range(0, RecoveryCodes)
            .Select(_ => Base32.Encode(RandomNumberGenerator.GetBytes(RecoveryBytes)))
            .Select(c => string.Join('-', c.Chunk(RecoveryGroup).Select(g => new string(g))))
            .ToList();
        db.AddRange(codes.Select(c => new RecoveryCode(person.Id, HashOf(person, c))));
        return codes;
    }

    /// <summary>Takes the recovery codes away.</summary>
    public async Task Forget(Person person, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == person.Id).ToListAsync(cancellationToken));

    // 80 random bits: a plain hash is enough, salted with the person so that equal codes of two people differ.
    private static byte[] HashOf(Person person, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id:N}:{Bare(code)}"));

    private static string Bare(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private IDataProtector Protector(Person person) => protection.CreateProtector(Purpose, person.Id.ToString());

    // Keys that were lost make the secret unreadable: the recovery codes still work.
    private byte[]? SecretOf(Person person)
    {
        try
        {
            return person.AuthenticatorSecret is { } kept ? Protector(person).Unprotect(Convert.FromBase64String(kept)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
