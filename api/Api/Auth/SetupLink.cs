using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Opora.Persistence;

namespace Opora.Api.Auth;

/// <summary>
/// The one-time secret with which the first operator is made while nobody can sign in yet. It lies in the data folder, readable by its
/// owner only, so that every replica on that folder knows it, and is deleted with its use.
/// </summary>
public sealed class SetupLink(string dataFolder)
{
    private const int SecretBytes = 24;
    private readonly string _path = Path.Combine(dataFolder, "setup-token");

    /// <summary>Whether nobody exists yet.</summary>
    public static async Task<bool> IsNeeded(AppDbContext db, CancellationToken cancellationToken) =>
        !await db.Users.AnyAsync(cancellationToken);

    /// <summary>The secret, made when there is none.</summary>
    public async Task<string> Token(CancellationToken cancellationToken)
    {
        if (File.Exists(_path))
            return await File.ReadAllTextAsync(_path, cancellationToken);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        await PrivateFile.Write(_path, token, cancellationToken);
        return token;
    }

    /// <summary>Whether this is the secret.</summary>
    public async Task<bool> Accepts(string token, CancellationToken cancellationToken) =>
        File.Exists(_path)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(_path, cancellationToken)),
            Encoding.UTF8.GetBytes(token)
        );

    /// <summary>Forgets the secret.</summary>
    public void Use() => File.Delete(_path);
}
