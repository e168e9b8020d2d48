using Opora.Domain;
using Opora.Domain.Access;

namespace Opora.Api.Auth;

/// <summary>Roles as people write them.</summary>
public static class RoleWords
{
    private static readonly Dictionary<string, Role> Known = Folded(
        (Role.School, "школа|школы|представитель школы|директор|директор школы|school"),
        (Role.Coordinator, "координатор|муниципальный координатор|куратор|муниципальный куратор|coordinator"),
        (Role.Operator, "оператор|региональный оператор|operator"),
        (Role.Observer, "наблюдатель|министерство|observer")
    );

    /// <summary>What a list of people may say.</summary>
    public const string Allowed = "школа, координатор, оператор, наблюдатель";

    /// <summary>The role in a Russian word.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.Operator => "оператор",
            Role.Coordinator => "координатор",
            Role.School => "школа",
            Role.Observer => "наблюдатель",
            Role.MunicipalSystem => "муниципальная система",
            Role.Integration => "внешняя система",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>The role that a word means.</summary>
    public static Role? Read(string word) => Known.TryGetValue(SearchText.Fold(word), out var role) ? role : null;

    private static Dictionary<string, Role> Folded(params (Role Role, string Words)[] roles) =>
        roles
            .SelectMany(r => r.Words.Split('|').Select(word => (Key: SearchText.Fold(word), r.Role)))
            .DistinctBy(r => r.Key)
            .ToDictionary(r => r.Key, r => r.Role, StringComparer.Ordinal);
}
