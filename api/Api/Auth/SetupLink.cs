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

    /// <summary>Takes the secret when this is it; of several who come at once, one gets it.</summary>
    public async Task<bool> Take(string token, CancellationToken cancellationToken)
    {
        try
        {
            var known = await File.ReadAllTextAsync(_path, cancellationToken);
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(token)))
                return false;
            File.Move(_path, Taken, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Gives the secret back: what it was taken for did not happen.</summary>
    public void GiveBack() => File.Move(Taken, _path, overwrite: true);

    /// <summary>Forgets the secret.</summary>
    public void Use() => File.Delete(Taken);

    private string Taken => _path + "-taken";
}
