namespace Opora.Api.Auth;

/// <summary>A browser in the few words by which its owner knows it again: «Chrome на Windows».</summary>
public static class ClientWords
{
    private const string Unknown = "Неизвестная программа";

    // In this order: Edge, Opera and Yandex name Chrome too, Chrome names Safari, Android names Linux.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Яндекс Браузер"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>The words for a user agent.</summary>
    public static string Of(string userAgent) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            ({ } browser, { } system) => $"{browser} на {system}",
            ({ } browser, null) => browser,
            (null, { } system) => $"Программа на {system}",
            _ => Unknown,
        };

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
