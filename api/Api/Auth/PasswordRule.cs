using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Opora.Api.Http;
using Opora.Persistence.Identity;

namespace Opora.Api.Auth;

/// <summary>
/// What makes a password good enough, by NIST SP 800-63B: length, and not being what everybody tries first. No rules of composition, no
/// expiry. The one place that judges: at set-up, joining, changing and resetting.
/// </summary>
public sealed class PasswordRule : IPasswordValidator<Person>
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: more would only be work for the hash.</summary>
    public const int Longest = 200;

    private const int FewestKinds = 5;
    private const int LongestUnit = 4;
    private const int LeastOwn = 8;
    private const string ListFile = "Opora.Api.Auth.common-passwords.txt";
    private const string RussianKeys = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private const string LatinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

    // Held by the keys pressed, so that one line stands for both keyboard layouts.
    private static readonly Lazy<HashSet<string>> Common = new(ReadList);

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user) is { } fault ? IdentityResult.Failed(fault) : IdentityResult.Success);

    /// <summary>The refusal that tells the caller what is wrong with the password sent as <c>/password</c>.</summary>
    public static Problem Refusal(IdentityResult failed, string pointer = "/password")
    {
        var fault = failed.Errors.First();
        return Problems.Validation(pointer, fault.Code, fault.Description);
    }

    private static IdentityError? FaultOf(string password, Person person)
    {
        if (password.Length < Shortest)
            return Fault("password-short", $"Пароль короче {Shortest} знаков. Подойдёт фраза из нескольких слов.");
        if (password.Length > Longest)
            return Fault("password-long", $"Пароль длиннее {Longest} знаков.");
        var keys = KeysOf(password);
        if (keys.Distinct().Count() < FewestKinds || IsRepeated(keys) || IsSequence(keys))
            return Fault(
                "password-simple",
                "В пароле повторяются или идут подряд одни и те же знаки. Придумайте фразу из нескольких слов."
            );
        if (IsMostly(keys, person))
            return Fault(
                "password-personal",
                "Пароль почти целиком состоит из имени для входа, почты или названия системы. Придумайте другой."
            );
        if (IsCommon(keys))
            return Fault(
                "password-common",
                "Такой пароль — в списке самых частых, его подберут первым. Придумайте фразу из нескольких слов."
            );
        return null;
    }

    private static IdentityError Fault(string code, string description) => new() { Code = code, Description = description };

    /// <summary>The keys that are pressed for a text, in the Latin layout: «пароль» and <c>gfhjkm</c> are the same.</summary>
    private static string KeysOf(string text) =>
        string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    var lower = char.ToLowerInvariant(from[i]);
                    to[i] = RussianKeys.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? LatinKeys[at] : lower;
                }
            }
        );

    private static bool IsRepeated(string keys) =>
        Enumerable.Range(1, LongestUnit).Any(unit => Enumerable.Range(unit, keys.Length - unit).All(i => keys[i] == keys[i - unit]));

    // Two breaks are forgiven: 123456789012 starts over, and so does abcdefabcdef.
    private static bool IsSequence(string keys)
    {
        const int Forgiven = 2;
        var breaks = new[] { 1, -1 }.Select(step => Enumerable.Range(1, keys.Length - 1).Count(i => keys[i] - keys[i - 1] != step));
        return breaks.Min() <= Forgiven;
    }

    // A common word with a year or marks around it is as common as the word.
    private static bool IsCommon(string keys) =>
        Common.Value.Contains(keys) || keys.Trim([.. "0123456789!@#$%^&*()-_=+?"]) is { Length: > 0 } core && Common.Value.Contains(core);

    private static bool IsMostly(string keys, Person person)
    {
        string?[] own = [person.UserName, person.Email?.Split('@')[0], .. person.UserName?.Split('@', '-', '.') ?? [], "opora", "опора"];
        var rest = own.OfType<string>()
            .Where(word => word.Length > 3)
            .OrderByDescending(word => word.Length)
            .Aggregate(keys, (left, word) => left.Replace(KeysOf(word), "", StringComparison.Ordinal));
        return rest.Length < keys.Length && rest.Length < LeastOwn;
    }

    private static HashSet<string> ReadList()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ListFile)!;
        using var reader = new StreamReader(stream);
        var list = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                list.Add(KeysOf(line));
        return list;
    }
}
