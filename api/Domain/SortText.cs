using System.Globalization;
using System.Text;

namespace Opora.Domain;

/// <summary>
/// The order in which people look for Russian names: case, quotes and punctuation do not matter, «ё» stands with «е», and numbers
/// count as numbers: «СОШ № 2» before «СОШ № 10».
/// <para>
/// <see cref="Key"/> is stored beside the name and compared code point by code point, so that every database engine sorts alike
/// without knowing Russian.
/// </para>
/// </summary>
public static class SortText
{
    /// <summary>Longest key; what lies behind it no longer orders.</summary>
    public const int MaxLength = 200;

    private const int Digits = 8;

    /// <summary>The key of a name: <c>сош 00000002 емр рт</c>.</summary>
    public static string Key(string? text)
    {
        var key = new StringBuilder();
        var source = (text ?? "").Normalize(NormalizationForm.FormC);
        for (var i = 0; i < source.Length && key.Length < MaxLength; i++)
        {
            if (char.IsAsciiDigit(source[i]))
            {
                var end = i;
                while (end < source.Length && char.IsAsciiDigit(source[end]))
                    end++;
                Gap(key);
                key.Append(source[i..end].TrimStart('0').PadLeft(Digits, '0')).Append(' ');
                i = end - 1;
            }
            else if (char.IsLetter(source[i]))
                key.Append(char.ToLower(source[i], CultureInfo.InvariantCulture) is var lower && lower == 'ё' ? 'е' : lower);
            else
                Gap(key);
        }
        return key.ToString(0, Math.Min(key.Length, MaxLength)).TrimEnd();
    }

    private static void Gap(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
            key.Append(' ');
    }
}
